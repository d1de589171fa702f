import { CAPACITIES, CLAIM_STATUSES, type ClaimStatus } from '@duixian/casework';
import { sqlFile } from '../../database/sql-file.js';
import { participation } from '../read-model/claim-row.js';
import type { Duty } from './duties.js';

const DUTY = sqlFile(import.meta.url, 'duty.sql');
const MIXED = sqlFile(import.meta.url, 'mixed.sql');
const ENDED: readonly ClaimStatus[] = ['rejected', 'withdrawn', 'declined', 'paid', 'settled'];
const OPEN = CLAIM_STATUSES.filter((status) => !ENDED.includes(status));
// Null of a claim of no round is no.
const IS_ELSEWHERE = `(c.participants && {{elsewhere}}::text[] or c.participants && {{agreed}}::text[]
  or c.id = any ({{claims}}::text[]) or c.uscc = any ({{usccs}}::text[])
  or ({{not_before}}::text[] is not null
      and (c.papers_due is not null or coalesce(c.application_round = any ({{not_before}}), false))))`;

/**
 * What is asked of a claim `c`: a condition for each duty, of which no claim meets two, since their statuses differ or only one is of its route; or
 * one that all claims meet (`null`), or none (no duties). Values of their parameters are added to `values`.
 */
export function dutyConditions(values: unknown[], duties: readonly Duty[] | null, userId: string): string[] {
  return conditionsBy(`${DUTY} and not (${IS_ELSEWHERE})`, values, duties, userId);
}

/** The same of rows of `read.claim_tally`, which does not know who took part, nor what a claim waits for beside an office: {@link mixedConditions} count too much. */
export function tallyConditions(values: unknown[], duties: readonly Duty[] | null, userId: string): string[] {
  return conditionsBy(DUTY, values, duties, userId);
}

/** What would wait under a duty, had the official not taken part in another capacity, did he take part in all, or were its time come. */
export function mixedConditions(values: unknown[], duties: readonly Duty[], userId: string): string[] {
  return conditionsBy(`${DUTY} and ${IS_ELSEWHERE}`, values, duties, userId);
}

/** A query for the numbers of claims (`$1`: the city) among which are all that meet {@link mixedConditions}; each part is found by an index. */
export function mixedClaims(values: unknown[], duties: readonly Duty[]): string {
  return duties.map((duty) => withParameters(MIXED, values, parametersOf(duty))).join(' union all ');
}

/** Of a claim `c`: somebody took a step on it, it has not ended, and none of his duties takes it on. */
export function othersCondition(values: unknown[], duties: readonly Duty[], userId: string): string {
  const own = dutyConditions(values, duties, userId).map((each) => `(${each})`);
  const parts = CAPACITIES.map((capacity) => participation(capacity, userId));
  const participants = `$${String(values.push(parts))}::text[]`;
  // Found by the claim's number where it stands, and asked of what it was.
  const took = `c.participants && ${participants} and c.id = any (array(select read.claims_of_participants($1, ${participants})))`;
  const isOpen = `c.status = any ($${String(values.push(OPEN))}::text[])`;
  return `${took} and ${isOpen} and not (${own.join(' or ')})`;
}

function conditionsBy(sql: string, values: unknown[], duties: readonly Duty[] | null, userId: string): string[] {
  if (duties === null) return ['true'];
  if (duties.length === 0) return ['false'];
  return duties.map((duty) => withParameters(sql, values, { ...parametersOf(duty), user: userId }));
}

function parametersOf(duty: Duty): Readonly<Record<string, unknown>> {
  const { status, offices, measures, area, publicity_before, elsewhere, agreed, not_before, recused } = duty;
  return { status, offices, measures, area, publicity_before, elsewhere, agreed, not_before, ...recused };
}

function withParameters(sql: string, values: unknown[], parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([name]) => sql.includes(`{{${name}}}`))
    .reduce((text, [name, value]) => {
      const parameter = `$${values.push(value)}`;
      return text.replaceAll(`{{${name}}}`, () => parameter);
    }, sql);
}
