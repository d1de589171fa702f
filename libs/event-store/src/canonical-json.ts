import type { JsonValue } from './event.js';

/** Stands in JSON as it is. Most texts do, and asking costs a fifth of writing them by JSON.stringify. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
/** Under the flag `u` a pair is one character of another category. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * A value as RFC 8785 (JCS) writes it: the same bytes wherever it is written. A property that is undefined counts as
 * absent, as in JSON.stringify. Keys are in order of their UTF-16 code units; numbers and texts are written as ECMAScript does.
 *
 * @throws TypeError for what JSON has no word for: a number that is not finite, or half a surrogate pair.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON cannot say ${value}.`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const { key, before } of namesOf(value)) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${before}${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** A property's name, and what is written before its value. */
interface Name {
  readonly key: string;
  readonly before: string;
}

/**
 * Names of objects in their order, by the names as they come, between which stands what no stored text holds. A type of
 * event has few sets of names, and to sort one takes longer than to write it.
 */
const knownNames = new Map<string, readonly Name[]>();
const KNOWN_MAX = 1_000;

function namesOf(value: object): readonly Name[] {
  const keys = Object.keys(value);
  const together = keys.join('\0');
  const known = knownNames.get(together);
  if (known !== undefined) return known;
  const names = keys.sort().map((key) => ({ key, before: `${canonicalText(key)}:` }));
  if (knownNames.size < KNOWN_MAX) knownNames.set(together, names);
  return names;
}

function canonicalText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text))
    throw new TypeError('A text holds half a surrogate pair, which JSON in UTF-8 cannot say.');
  return JSON.stringify(text);
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
