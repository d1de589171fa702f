import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compileCatalogue, loadPolicy, type Catalogue, type Policy, type Problem } from '@duixian/policy';

/** The repository's own policies: three folders up from this module, whether it runs from src or dist. */
export const POLICIES_DIR = fileURLToPath(new URL('../../../policies', import.meta.url));

/** Thrown where a folder of policies cannot be used; `message` has one line for each problem. */
export class PolicyProblems extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'PolicyProblems';
  }
}

/** `folder/policy.yaml:12:5: 中文 English` */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message.zh}。${message.en}.`;
}

/**
 * Reads every folder that holds a policy.yaml, in the order of their names, and compiles them together.
 * @throws PolicyProblems if any is wrong.
 */
export function readCatalogue(directory: string = POLICIES_DIR): Catalogue {
  const loaded = foldersOf(directory).map((folder) => loadPolicy(readPolicyFiles(directory, folder)));
  const problems = loaded.flatMap((result) => ('problems' in result ? result.problems : []));
  if (problems.length > 0) throw new PolicyProblems(problems);
  const policies = loaded.flatMap((result): Policy[] => ('policy' in result ? [result.policy] : []));
  const compiled = compileCatalogue(policies);
  if ('problems' in compiled) throw new PolicyProblems(compiled.problems);
  return compiled.catalogue;
}

function foldersOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'policy.yaml')))
    .map((entry) => entry.name)
    .sort();
}

function readPolicyFiles(directory: string, folder: string): Parameters<typeof loadPolicy>[0] {
  const yaml = readFileSync(join(directory, folder, 'policy.yaml'), 'utf8');
  const text = readFileSync(join(directory, folder, 'source.txt'), 'utf8');
  return { folder, yaml, text, version: versionOf(yaml, text) };
}

/** SHA-256 over both files; the length of the first keeps their boundary. */
export function versionOf(yaml: string, text: string): string {
  return createHash('sha256')
    .update(`${Buffer.byteLength(yaml)}\n`)
    .update(yaml)
    .update(text)
    .digest('hex');
}
