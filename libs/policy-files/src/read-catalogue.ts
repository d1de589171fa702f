import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  compileCatalogue,
  compilePlaces,
  loadCity,
  loadPolicy,
  loadRoutes,
  readRecordedPolicy,
  type Catalogue,
  type LoadedCity,
  type Places,
  type Policy,
  type PolicyFiles,
  type Problem,
  type RouteTable,
} from '@duixian/policy';
import { readCountry } from './read-country.js';

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
 * Reads every folder that holds a policy.yaml, in the order of their names, with its routes.yaml where it has one, and what
 * `cities/` says of places, and compiles them together.
 *
 * @param options.othersOnRecord whether they may refer to policies whose folder is gone.
 * @param options.onRecord versions by which something was decided: checks that were added since are not for them.
 * @throws PolicyProblems if any is wrong.
 */
export function readCatalogue(
  directory: string = POLICIES_DIR,
  options: { readonly othersOnRecord?: boolean; readonly onRecord?: ReadonlySet<string> } = {},
): Catalogue {
  if (!existsSync(directory)) throw new PolicyProblems([{ ...at(directory), message: NO_DIRECTORY }]);
  const loaded = foldersOf(directory).map((folder) => {
    const files = readPolicyFiles(directory, folder);
    if (files === null) return { problems: [{ ...at(`${folder}/source.txt`), message: NO_TEXT }] };
    return options.onRecord?.has(files.version) ? readRecordedPolicy(files) : loadPolicy(files);
  });
  const read = citiesOf(directory).map((file) => loadCity(file, readFileSync(join(directory, file), 'utf8')));
  const problems = [...loaded, ...read].flatMap((result) => ('problems' in result ? result.problems : []));
  if (problems.length > 0) throw new PolicyProblems(problems);
  const policies = loaded.flatMap((result): Policy[] => ('policy' in result ? [result.policy] : []));
  const cities = read.flatMap((result): LoadedCity[] => ('city' in result ? [result.city] : []));
  const places = compilePlaces(readCountry(), cities, policies, options);
  if ('problems' in places) throw new PolicyProblems(places.problems);
  const routes = readRoutes(directory, policies, places.places);
  const compiled = compileCatalogue(policies, places.places, { ...options, routes });
  if ('problems' in compiled) throw new PolicyProblems(compiled.problems);
  return compiled.catalogue;
}

/** By the policy's id. @throws PolicyProblems */
function readRoutes(directory: string, policies: readonly Policy[], places: Places): ReadonlyMap<string, RouteTable> {
  const tables = new Map<string, RouteTable>();
  const problems: Problem[] = [];
  for (const policy of policies) {
    const file = join(directory, policy.id, 'routes.yaml');
    if (!existsSync(file)) continue;
    const yaml = readFileSync(file, 'utf8');
    const loaded = loadRoutes({ yaml, version: createHash('sha256').update(yaml).digest('hex') }, policy, places);
    if ('problems' in loaded) problems.push(...loaded.problems);
    else tables.set(policy.id, loaded.table);
  }
  if (problems.length > 0) throw new PolicyProblems(problems);
  return tables;
}

/** The divisions of the country alone, without what cities add to them. */
export function readCountryPlaces(): Places {
  const compiled = compilePlaces(readCountry(), [], []);
  if ('problems' in compiled) throw new PolicyProblems(compiled.problems);
  return compiled.places;
}

function foldersOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'policy.yaml')))
    .map((entry) => entry.name)
    .sort();
}

function citiesOf(directory: string): string[] {
  if (!existsSync(join(directory, 'cities'))) return [];
  return readdirSync(join(directory, 'cities'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `cities/${name}`)
    .sort();
}

const at = (file: string): Omit<Problem, 'message'> => ({ file, line: 1, column: 1 });

const NO_DIRECTORY: Problem['message'] = {
  zh: '没有这个文件夹：请改正 DUIXIAN_POLICIES_DIR，或建立它',
  en: 'There is no such folder: correct DUIXIAN_POLICIES_DIR, or make it',
};

const NO_TEXT: Problem['message'] = {
  zh: '没有文件原文：请把公布的文本存为该文件',
  en: 'The text of the document is missing: save it in this file as it was published',
};

/** Both files of a folder; null without the text. */
function readPolicyFiles(directory: string, folder: string): PolicyFiles | null {
  const source = join(directory, folder, 'source.txt');
  if (!existsSync(source)) return null;
  const yaml = readFileSync(join(directory, folder, 'policy.yaml'), 'utf8');
  const text = readFileSync(source, 'utf8');
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
