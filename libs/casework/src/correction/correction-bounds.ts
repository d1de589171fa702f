import { parseYuan } from '@duixian/money';
import type { JsonObject, JsonValue } from '../common/json.js';
import { isPlainDate } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseName } from '../common/spelling.js';

/**
 * Fields that a correction may restate: days, and what people wrote. Everything else says whose money it is, how much,
 * under which limit, or which decision it belongs to; guards were moved by it, and no two administrators move them back.
 */
const DAYS: ReadonlySet<string> = new Set(['occurredOn', 'on', 'from', 'until', 'paidOn']);
const WRITTEN: ReadonlySet<string> = new Set(['reason', 'opinion']);

function isRestated(key: string, after: JsonValue | undefined): boolean {
  if (WRITTEN.has(key)) return true;
  return DAYS.has(key) && typeof after === 'string' && isPlainDate(after);
}

/** Spelled otherwise, it is still the same: what a person would read alike. */
function isSameValue(before: JsonValue, after: JsonValue): boolean {
  if (before === after) return true;
  const [one, other] = [spelled(before), spelled(after)];
  return one !== null && one === other;
}

function spelled(value: JsonValue): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = normaliseName(String(value));
  return parseYuan(text)?.toString() ?? text;
}

/**
 * What of a corrected content no correction may change, each with its path in the data. A field that the event lacked may
 * only be added empty: null, or a list of nothing.
 */
export function boundProblems(before: JsonObject, after: JsonObject): FieldProblem[] {
  return problemsWithin(before, after, '');
}

function problemsWithin(before: JsonObject, after: JsonObject, path: string): FieldProblem[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => {
    if (isRestated(key, after[key])) return [];
    return problemsOf(before[key], after[key], path === '' ? key : `${path}.${key}`);
  });
}

function problemsOf(before: JsonValue | undefined, after: JsonValue | undefined, path: string): FieldProblem[] {
  if (before === undefined) return isEmpty(after) ? [] : [added(path)];
  if (after === undefined) return isEmpty(before) ? [] : [changed(path)];
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((each, index) => problemsOf(each, after[index], `${path}[${index}]`));
  }
  if (isObject(before) && isObject(after)) return problemsWithin(before, after, path);
  const isLeaf = !isList(before) && !isObject(before) && !isList(after) && !isObject(after);
  return isLeaf && isSameValue(before, after) ? [] : [changed(path)];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === null || (isList(value) && value.length === 0);
}

function changed(path: string): FieldProblem {
  return {
    field: `data.${path}`,
    message: {
      zh: `“${path}”涉及对象、金额或额度，更正只能改写日期和文字，或改正其书写形式。`,
      en: `${path} says whom, how much or under which limit: a correction restates days and texts, or spells it rightly.`,
    },
  };
}

function added(path: string): FieldProblem {
  return {
    field: `data.${path}`,
    message: {
      zh: `原记录没有“${path}”，更正只能补空值（null 或空列表）。`,
      en: `The record has no ${path}: a correction may only add it empty (null, or a list of nothing).`,
    },
  };
}
