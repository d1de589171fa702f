import { ZERO, type Fen } from '@duixian/money';

import { isDate, yearOf } from '../compile/dates.js';
import { readMoney } from '../compile/facts.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Bilingual } from '../schema/primitives.js';

/** What an enterprise was granted before under one measure, by one treasury. */
export interface Grant {
  readonly measure: string;
  readonly year: number;
  readonly subject: string | null;
  readonly payer: string;
  readonly amount: Fen;
}

/** A case whose shape is right. Its facts are not read yet: that takes the measure. */
export interface Case {
  readonly measure: string;
  readonly year: number;
  readonly occurredOn: string;
  readonly division: string;
  /** As given; null if the case names none. */
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly granted: readonly Grant[];
  /** What all enterprises took from the measure's pool and quota this year. */
  readonly poolUsed: Fen;
  readonly quotaUsed: number;
}

/** Why a case cannot be read. */
export class MalformedCase {
  constructor(readonly message: Bilingual) {}
}

/** Every key of a case. `expect` is the answer that a written case should get, for whoever checks it. */
const CASE_KEYS = new Set([
  'id',
  'measure',
  'year',
  'occurredOn',
  'enterprise',
  'subject',
  'facts',
  'granted',
  'programme',
  'expect',
]);
const ENTERPRISE_KEYS = new Set(['division']);
/** `claim` is the one that brought it, where a record of grants is handed on as it stands. */
const GRANT_KEYS = new Set(['claim', 'measure', 'year', 'subject', 'payer', 'amount']);
const PROGRAMME_KEYS = new Set(['poolUsed', 'quotaUsed']);

const NO_FACTS: Readonly<Record<string, unknown>> = {};
const NO_GRANTS: readonly Grant[] = [];

/**
 * Reads the shape of a case. A key that nobody knows is refused wherever a misspelt one would be missed in silence. By hand rather than with a schema: it runs a million times a second when claims are
 * assessed in bulk, and takes longer than the reckoning if a schema library does it.
 */
export function readCase(input: unknown): Case | MalformedCase {
  if (!isRecord(input)) return malformed('case', '必须是一个对象', 'must be an object');
  const unknown = unknownKey(input, CASE_KEYS, '');
  if (unknown !== null) return unknown;
  const { measure, year, occurredOn, enterprise, facts = NO_FACTS, programme } = input;
  if (typeof measure !== 'string') return malformed('measure', '必须是措施编号', 'must be the name of a measure');
  if (!isYear(year)) return malformed('year', '必须是整数年度', 'must be a whole year');
  if (!isDate(occurredOn)) return malformed('occurredOn', '必须是日期 YYYY-MM-DD', 'must be a date YYYY-MM-DD');
  if (yearOf(occurredOn) !== year) {
    return malformed('year', '必须是 occurredOn 所在的年度', 'must be the calendar year of occurredOn');
  }
  const unknownOfEnterprise = isRecord(enterprise) ? unknownKey(enterprise, ENTERPRISE_KEYS, 'enterprise.') : null;
  if (unknownOfEnterprise !== null) return unknownOfEnterprise;
  const division = isRecord(enterprise) ? enterprise.division : undefined;
  if (!isDivision(division)) return malformed('enterprise.division', '必须是六位区划代码', 'must be a six-digit code');
  if (!isRecord(facts)) return malformed('facts', '必须是一个对象', 'must be an object');
  const granted = readGrants(input.granted);
  if (granted instanceof MalformedCase) return granted;
  const unknownOfProgramme = isRecord(programme) ? unknownKey(programme, PROGRAMME_KEYS, 'programme.') : null;
  if (unknownOfProgramme !== null) return unknownOfProgramme;
  const poolUsed = readPoolUsed(programme);
  if (poolUsed === undefined) return malformed('programme.poolUsed', '必须是金额', 'must be an amount in yuan');
  const quotaUsed = readQuotaUsed(programme);
  if (quotaUsed === undefined) return malformed('programme.quotaUsed', '必须是非负整数', 'must be a count');
  const subject = readSubject(input.subject);
  return { measure, year, occurredOn, division, subject, facts, granted, poolUsed, quotaUsed };
}

/** The identification of a case, as given; null if it has none. */
export function caseId(input: unknown): unknown {
  return isRecord(input) ? (input.id ?? null) : null;
}

function readGrants(granted: unknown): readonly Grant[] | MalformedCase {
  if (granted === undefined) return NO_GRANTS;
  if (!Array.isArray(granted)) return malformed('granted', '必须是数组', 'must be an array');
  if (granted.length === 0) return NO_GRANTS;
  const grants: Grant[] = [];
  for (let index = 0; index < granted.length; index++) {
    const grant = readGrant(granted[index], index);
    if (grant instanceof MalformedCase) return grant;
    grants.push(grant);
  }
  return grants;
}

function readGrant(entry: unknown, index: number): Grant | MalformedCase {
  if (!isRecord(entry)) return malformed(`granted[${index}]`, '必须是一个对象', 'must be an object');
  const unknown = unknownKey(entry, GRANT_KEYS, `granted[${index}].`);
  if (unknown !== null) return unknown;
  const { measure, year, payer, subject } = entry;
  if (typeof measure !== 'string') return malformed(`granted[${index}].measure`, '必须是措施编号', 'must be a measure');
  if (!isYear(year)) return malformed(`granted[${index}].year`, '必须是整数年度', 'must be a whole year');
  if (!isDivision(payer)) return malformed(`granted[${index}].payer`, '必须是六位区划代码', 'must be a six-digit code');
  const amount = readMoney(entry.amount);
  if (amount === undefined) return malformed(`granted[${index}].amount`, '必须是金额', 'must be an amount in yuan');
  // Subjects compare as texts: the instalment 1 of another system is the instalment '1' here.
  const text = typeof subject === 'number' ? String(subject) : readSubject(subject);
  return { measure, year, subject: text, payer, amount };
}

function readPoolUsed(programme: unknown): Fen | undefined {
  if (programme === undefined) return ZERO;
  if (!isRecord(programme)) return undefined;
  return programme.poolUsed === undefined ? ZERO : readMoney(programme.poolUsed);
}

function readQuotaUsed(programme: unknown): number | undefined {
  if (!isRecord(programme) || programme.quotaUsed === undefined) return 0;
  const used = programme.quotaUsed;
  return typeof used === 'number' && Number.isSafeInteger(used) && used >= 0 ? used : undefined;
}

/** Anything but a text names no subject, nor does a blank. */
function readSubject(subject: unknown): string | null {
  return typeof subject === 'string' && subject.trim() !== '' ? subject : null;
}

function unknownKey(record: Readonly<Record<string, unknown>>, known: ReadonlySet<string>, path: string) {
  for (const key in record) {
    if (known.has(key)) continue;
    const meant = nearestWord(key, known);
    return meant === undefined
      ? malformed(`${path}${key}`, '无法识别，请删除', 'is known to nobody: remove it')
      : malformed(`${path}${key}`, `无法识别，是否为 ${meant}？`, `is known to nobody: is ${meant} meant?`);
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function isDivision(value: unknown): value is string {
  if (typeof value !== 'string' || value.length !== 6) return false;
  for (let index = 0; index < 6; index++) {
    const code = value.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function malformed(field: string, zh: string, en: string): MalformedCase {
  return new MalformedCase({ zh: `${field} ${zh}`, en: `${field} ${en}` });
}
