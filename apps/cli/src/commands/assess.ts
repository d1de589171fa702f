import { Command } from 'commander';

import { isFailure, type Catalogue, type ExplainedAnswer } from '@duixian/policy';

import { EXIT, fail } from '../exit.js';
import { openCatalogue } from '../open-catalogue.js';
import { readInput } from '../read-input.js';
import { writeLines } from '../write-lines.js';

/** `duixian assess FILE`: a JSON array of cases in, one explained answer a line out, in their order. */
export function assessCommand(): Command {
  return new Command('assess')
    .description('Assess the cases of a JSON array; print one explained answer a line')
    .argument('<file>', 'a file with a JSON array of cases; - reads standard input')
    .action(assess);
}

async function assess(file: string): Promise<void> {
  const cases = await readCases(file);
  if ('problem' in cases) {
    fail(EXIT.badInput, cases.problem);
    return;
  }
  const catalogue = openCatalogue();
  if (catalogue !== null) await writeLines(answers(catalogue, cases.list));
}

async function readCases(file: string): Promise<{ list: readonly unknown[] } | { problem: string }> {
  const name = file === '-' ? 'standard input' : file;
  let content: string;
  try {
    content = await readInput(file);
  } catch (error) {
    return { problem: `Cannot read ${name}: ${messageOf(error)}` };
  }
  try {
    const list: unknown = JSON.parse(content);
    return Array.isArray(list) ? { list } : { problem: `${name} holds no JSON array: write [ case, … ]` };
  } catch (error) {
    return { problem: `${name} holds no JSON: ${messageOf(error)}` };
  }
}

function* answers(catalogue: Catalogue, cases: readonly unknown[]): Generator<string> {
  for (const given of cases) yield JSON.stringify(inEnglish(catalogue.explain(given)));
}

/** The line's message is one text, in the language of the command line. */
function inEnglish(answer: ExplainedAnswer): object {
  if (!isFailure(answer)) return answer;
  const { id, error } = answer;
  return { id, error: { ...error, message: error.message.en } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
