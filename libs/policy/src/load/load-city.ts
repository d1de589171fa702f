import { LineCounter, parseDocument } from 'yaml';

import { CITY_WORDS, cityFileSchema, type CityFile } from '../schema/city.js';
import { syntaxProblem, placed } from './load-policy.js';
import { locator } from './locate.js';
import { nearestWord } from './nearest-word.js';
import type { Fault, Path, Position, Problem } from './problem.js';
import { faultsOf } from './schema-faults.js';

/** A city's file that was read; whether it fits the divisions of the country, {@link compilePlaces} says. */
export interface LoadedCity extends CityFile {
  readonly file: string;
  readonly locate: (path: Path) => Position;
}

/** Reads `cities/<code>.yaml`. Never throws: what is wrong comes back with its place and what to do. */
export function loadCity(file: string, yaml: string): { city: LoadedCity } | { problems: readonly Problem[] } {
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  if (parsed.errors.length > 0) {
    return { problems: parsed.errors.map((error) => syntaxProblem(file, error.message, lines.linePos(error.pos[0]))) };
  }
  const locate = locator(parsed.contents, lines);
  const read = cityFileSchema.safeParse(parsed.toJS(), { reportInput: true });
  if (read.success) return { city: { ...read.data, file, locate } };
  const faults = read.error.issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path.map(segmentOf), key], message: unknownWord(key) }))
      : faultsOf([issue]),
  );
  return { problems: placed(faults, file, locate) };
}

function segmentOf(segment: PropertyKey): string | number {
  return typeof segment === 'symbol' ? String(segment) : segment;
}

function unknownWord(word: string): Fault['message'] {
  if (word === 'publicity') {
    return {
      zh: '公示的期限写在各文件的 policy.yaml 中（publicity: { least, unit, source }），由两人同意后生效：请移到那里',
      en: "How long a publicity lasts stands in each document's policy.yaml (publicity: { least, unit, source }), to which two persons agree: move it there",
    };
  }
  const nearest = nearestWord(word, CITY_WORDS) ?? CITY_WORDS.join(', ');
  return { zh: `未知的词“${word}”：是否应为“${nearest}”？`, en: `Unknown word '${word}': is '${nearest}' meant?` };
}
