import { Command } from 'commander';

import {
  passages,
  policyJsonSchema,
  readingsOf,
  routesJsonSchema,
  type Bilingual,
  type Catalogue,
  type Interpretation,
  type PolicyCoverage,
} from '@duixian/policy';

import { openCatalogue } from '../open-catalogue.js';
import { newPolicy } from './new-policy.js';
import { writeLines } from '../write-lines.js';

/** `duixian policies`: how every clause of every document is accounted for; exit status 1 where there is a gap. */
export function policiesCommand(): Command {
  return new Command('policies')
    .description('Check the policies and print how their clauses are accounted for')
    .option('--findings', 'list where a document is open to two readings, or makes more spending pay less')
    .option('--new <folder>', 'lay out the articles of FOLDER/source.txt as a skeleton in FOLDER/policy.yaml')
    .option('--schema', 'print the JSON Schema of policy.yaml instead, as committed in policies/policy.schema.json')
    .option('--routes-schema', 'print the JSON Schema of routes.yaml instead, as in policies/routes.schema.json')
    .action(policies);
}

async function policies(options: { findings?: true; schema?: true; routesSchema?: true; new?: string }): Promise<void> {
  if (options.schema === true) {
    await writeLines([JSON.stringify(policyJsonSchema(), null, 2)]);
    return;
  }
  if (options.routesSchema === true) {
    await writeLines([JSON.stringify(routesJsonSchema(), null, 2)]);
    return;
  }
  if (options.new !== undefined) {
    await newPolicy(options.new);
    return;
  }
  const catalogue = openCatalogue();
  if (catalogue === null) return;
  await writeLines(coverageLines(catalogue));
  if (options.findings === true) await writeLines(readingLines(catalogue));
}

const COLUMNS = ['articles', 'clauses', 'payable', 'referral', 'nonMonetary'] as const;
const NAME_WIDTH = 20;
const COUNT_WIDTH = 14;

function* coverageLines(catalogue: Catalogue): Generator<string> {
  const rows = catalogue.coverage().policies;
  yield row('policy', ['articles', 'clauses', 'payable', 'referral', 'non-monetary'], 'document');
  for (const coverage of rows) {
    const { id, documentNumber, title } = coverage.policy;
    yield row(id, counts([coverage]), `${documentNumber ?? '无文号'} ${title.zh}`);
  }
  yield row('total', counts(rows), `${rows.length} documents, every numbered article and every amount accounted for`);
}

function counts(rows: readonly PolicyCoverage[]): string[] {
  return COLUMNS.map((column) => String(rows.reduce((sum, coverage) => sum + coverage[column], 0)));
}

function row(name: string, cells: readonly string[], document: string): string {
  return `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(COUNT_WIDTH)).join('')}  ${document}`;
}

function* readingLines(catalogue: Catalogue): Generator<string> {
  for (const policy of catalogue.policies) {
    const { interpretation } = policy.period;
    const readings = [...(policy.interpretations ?? []), ...(interpretation === undefined ? [] : [interpretation])];
    for (const reading of readings) yield* interpretationLines(policy.id, reading);
  }
  for (const { id, clause } of catalogue.measures()) {
    for (const finding of clause.findings ?? []) yield* ['', `${id}  发现 finding`, ...both(finding)];
    for (const reading of readingsOf(clause)) yield* interpretationLines(id, reading);
  }
}

function* interpretationLines(place: string, reading: Interpretation): Generator<string> {
  yield '';
  yield `${place}  释义 interpretation  ${passages(reading.quote).join(' … ')}`;
  yield* both(reading.taken, '采用 taken: ');
  yield* both(reading.other, '另解 other: ');
  yield* both(reading.why, '理由 why:   ');
}

function both({ zh, en }: Bilingual, label = ''): string[] {
  return [`  ${label}${zh}`, `  ${' '.repeat(label.length)}${en}`];
}
