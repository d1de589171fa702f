import { LineCounter, parseDocument } from 'yaml';

import { checkPolicy } from '../check/check-policy.js';
import { endOfPeriod } from '../compile/dates.js';
import type { Period, Policy } from '../policy.js';
import { policyDocumentSchema, type WrittenPeriod } from '../schema/policy.js';
import { locator } from './locate.js';
import type { Fault, Path, Position, Problem } from './problem.js';
import { faultsOf } from './schema-faults.js';

export interface PolicyFiles {
  /** The folder's name, for instance quanzhou-2024-7. */
  folder: string;
  yaml: string;
  /** source.txt: the text as published. */
  text: string;
  /** SHA-256 over both, in hexadecimal, reckoned by the caller. */
  version: string;
}

/** Reads and checks one policy. Never throws: what is wrong comes back with its place and what to do. */
export function loadPolicy(files: PolicyFiles): { policy: Policy } | { problems: readonly Problem[] } {
  const file = `${files.folder}/policy.yaml`;
  const lines = new LineCounter();
  const parsed = parseDocument(files.yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  if (parsed.errors.length > 0) {
    return { problems: parsed.errors.map((error) => syntaxProblem(file, error.message, lines.linePos(error.pos[0]))) };
  }
  const locate = locator(parsed.contents, lines);
  const read = policyDocumentSchema.safeParse(parsed.toJS(), { reportInput: true });
  if (!read.success) return { problems: placed(faultsOf(read.error.issues), file, locate) };
  const { folder, text, version } = files;
  const faults = checkPolicy(read.data, { folder, text });
  if (faults.length > 0) return { problems: placed(faults, file, locate) };
  const period = periodOf(read.data.period);
  return { policy: { ...read.data, id: read.data.policy, period, file, version, text, locate } };
}

function periodOf({ from, to, years, quote, interpretation }: WrittenPeriod): Period {
  const end = years === undefined ? (to ?? null) : endOfPeriod(from, years);
  return { from, to: end, quote, interpretation };
}

/** Faults with their place in the file. */
export function placed(faults: readonly Fault[], file: string, locate: (path: Path) => Position): Problem[] {
  return faults.map(({ path, message }) => ({ file, ...locate(path), message }));
}

/** What is no YAML at all. */
export function syntaxProblem(file: string, message: string, { line, col }: { line: number; col: number }): Problem {
  return {
    file,
    line,
    column: col,
    message: { zh: `YAML 语法错误，请修正：${message}`, en: `The YAML cannot be read, correct it: ${message}` },
  };
}
