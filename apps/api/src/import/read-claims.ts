import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { needsSubject, type Facts, type StatedApplication } from '@duixian/casework';
import { isPayable, type Catalogue, type Fact, type Measure } from '@duixian/policy';
import { COLUMN, columnsOf, statedFacts } from './claim-columns.js';
import type { ClaimRow } from './claim-row.js';
import { readCsv, type CsvRow } from './csv-file.js';
import { readDeeds } from './read-deeds.js';
import { readReturnAnswers } from './read-return.js';
import { readEvidence } from './read-evidence.js';
import type { ImportFolder } from './read-rows.js';
import type { RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

/** Rows that can be sent, and those that cannot. */
export interface ClaimFiles {
  readonly rows: readonly ClaimRow[];
  readonly problems: readonly RowProblem[];
}

/** Reads `claims/<policy>/<clause>.csv` of a folder: one file for each clause, in the order of their names. */
export function readClaims(folder: ImportFolder, catalogue: Catalogue): ClaimFiles {
  const files = readdirSync(join(folder.path, 'claims'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: policy }) => readdirSync(join(folder.path, 'claims', policy)).map((file) => ({ policy, file })))
    .filter(({ file }) => file.endsWith('.csv'))
    .map(({ policy, file }) => ({ path: `claims/${policy}/${file}`, measure: `${policy}/${file.slice(0, -4)}` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = files.map(({ path, measure }) => readClaimFile(folder, path, catalogue.measure(measure)));
  return { rows: read.flatMap(({ rows }) => rows), problems: read.flatMap(({ problems }) => problems) };
}

function readClaimFile(folder: ImportFolder, file: string, measure: Measure | undefined): ClaimFiles {
  if (measure === undefined || !isPayable(measure.clause)) {
    const message = {
      zh: '文件名不对应任何可兑现的条款，请按“政策/条款.csv”命名。',
      en: 'No payable clause has this name: name the file <policy>/<clause>.csv.',
    };
    return { rows: [], problems: [{ file, line: 1, column: null, message }] };
  }
  const { rows: cells, problems } = readCsv(folder.path, file, columnsOf(measure));
  const rows: ClaimRow[] = [];
  const rowProblems: RowProblem[] = [];
  for (const row of cells) {
    const reader = new RowReader(row, folder.today);
    const claim = readClaim(reader, row, measure);
    if (claim === null) rowProblems.push(...reader.problems);
    else rows.push(claim);
  }
  return { rows, problems: [...problems, ...rowProblems] };
}

/** Null when the row has a problem of its form; whether what it says is right is for the deciders. */
function readClaim(reader: RowReader, row: CsvRow, measure: Measure): ClaimRow | null {
  const claim = reader.required(COLUMN.claim);
  const uscc = reader.required(COLUMN.uscc);
  const year = reader.whole(COLUMN.year) ?? 0;
  const application = readApplication(reader, row, measure);
  const answers = readReturnAnswers(reader);
  const deeds = readDeeds(reader);
  if (reader.problems.length > 0 || application === null) return null;
  return { claim, uscc, measure, year, application, answers, deeds };
}

function readApplication(reader: RowReader, row: CsvRow, measure: Measure): StatedApplication | null {
  reader.required(COLUMN.occurredOn);
  const occurredOn = reader.date(COLUMN.occurredOn);
  reader.required(COLUMN.requestedAmount);
  const requestedAmount = reader.money(COLUMN.requestedAmount);
  if (occurredOn === null || requestedAmount === null) return null;
  const evidence = readEvidence(reader, measure);
  const subject = needsSubject(measure) ? reader.text(COLUMN.subject) : null;
  return { occurredOn, subject, facts: readFacts(row, measure), requestedAmount, evidence };
}

/** What cannot be understood goes on as it stands: the decision refuses it, and says what the fact should be. */
function readFacts(row: CsvRow, measure: Measure): Facts {
  const stated = statedFacts(measure)
    .map((fact) => ({ fact, text: row.cells.get(fact.label.zh) ?? '' }))
    .filter(({ text }) => text !== '');
  return Object.fromEntries(stated.map(({ fact, text }) => [fact.name, factOf(fact, text)]));
}

function factOf(fact: Fact, text: string): string | number | boolean {
  switch (fact.type) {
    case 'boolean':
      return text === '是' ? true : text === '否' ? false : text;
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'choice':
      return Object.entries(fact.values).find(([, label]) => label.zh === text)?.[0] ?? text;
    case 'money':
    case 'number':
    case 'percent':
    case 'date':
      return text;
  }
}
