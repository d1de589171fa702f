import { LineCounter, parseDocument } from 'yaml';

import { checkPolicy } from '../check/check-policy.js';
import { endOfPeriod } from '../compile/dates.js';
import type { Period, Policy } from '../policy.js';
import { policyDocumentSchema, type PolicyDocument, type WrittenPeriod } from '../schema/policy.js';
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

interface Problems {
  problems: readonly Problem[];
}

/** Reads and checks one policy. Never throws: what is wrong comes back with its place and what to do. */
export function loadPolicy(files: PolicyFiles): { policy: Policy } | Problems {
  const read = readPolicy(files);
  if ('problems' in read) return read;
  const { document, policy } = read;
  const { folder, text } = files;
  const faults = checkPolicy(document, { folder, text });
  return faults.length > 0 ? { problems: placed(faults, policy.file, policy.locate) } : { policy };
}

/**
 * Reads a version that was put on record. It was checked when it was loaded, by the checks of its day: those that were
 * added since are for whoever writes a document anew, and take nothing from what was decided.
 */
export function readRecordedPolicy(files: PolicyFiles): { policy: Policy } | Problems {
  const read = readPolicy(files);
  return 'problems' in read ? read : { policy: read.policy };
}

function readPolicy(files: PolicyFiles): { document: PolicyDocument; policy: Policy } | Problems {
  const file = `${files.folder}/policy.yaml`;
  const lines = new LineCounter();
  const parsed = parseDocument(files.yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  if (parsed.errors.length > 0) {
    return { problems: parsed.errors.map((error) => syntaxProblem(file, error.message, lines.linePos(error.pos[0]))) };
  }
  const locate = locator(parsed.contents, lines);
  const read = policyDocumentSchema.safeParse(parsed.toJS(), { reportInput: true });
  if (!read.success) return { problems: placed(faultsOf(read.error.issues), file, locate) };
  const { data: document } = read;
  const { yaml, text, version } = files;
  const period = periodOf(document.period);
  return { document, policy: { ...document, id: document.policy, period, file, version, yaml, text, locate } };
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
