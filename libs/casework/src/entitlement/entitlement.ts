import { formatYuan, sum, type Fen } from '@duixian/money';
import { fenOf } from '../common/event-schema.js';
import type { EarlierGrant } from '../claim/determination.js';
import type { EntitlementEvent, ReservedLine } from './entitlement-event.js';

/** What one treasury owes or has paid on a claim. */
export interface GrantLine {
  readonly payer: string;
  readonly amount: Fen;
  readonly basis: string;
  /** Guards on which the amount stands. */
  readonly accounts: readonly string[];
  /** When it stood, in events of the entitlement: from its reservation until its release; the last may be open. */
  readonly periods: readonly StandingPeriod[];
}

export interface StandingPeriod {
  readonly from: number;
  /** Null while it stands: reserved, or paid. */
  readonly until: number | null;
}

/** What a claim was granted. */
export interface Grant {
  readonly claim: string;
  readonly measure: string;
  readonly year: number;
  readonly subject: string | null;
  readonly policyVersion: string;
  readonly lines: readonly GrantLine[];
  readonly quota: string | null;
}

/** All that one enterprise was granted. */
export interface Entitlement {
  /** Number of events so far: the version of its stream. */
  readonly version: number;
  readonly grants: readonly Grant[];
}

export const initialEntitlement: Entitlement = { version: 0, grants: [] };

/** @throws Error when a line is released that is not reserved. */
export function evolveEntitlement(state: Entitlement, event: EntitlementEvent): Entitlement {
  const earlier = state.grants.find((grant) => grant.claim === event.data.claim);
  const others = state.grants.filter((grant) => grant !== earlier);
  const version = state.version + 1;
  return { version, grants: [...others, grantAfter(earlier, event, version)] };
}

export function foldEntitlement(events: readonly EntitlementEvent[]): Entitlement {
  return events.reduce(evolveEntitlement, initialEntitlement);
}

function grantAfter(earlier: Grant | undefined, event: EntitlementEvent, version: number): Grant {
  switch (event.type) {
    case 'GrantReserved': {
      const { claim, measure, year, subject, policyVersion, quota } = event.data;
      const lines = event.data.lines.map((line) => reserved(line, earlier, version));
      const kept = earlier?.lines.filter((line) => !lines.some((again) => again.payer === line.payer)) ?? [];
      return { claim, measure, year, subject, policyVersion, quota, lines: [...kept, ...lines] };
    }
    case 'GrantReleased':
      return released(earlier, event.data, version);
  }
}

function reserved(
  { payer, amount, basis, accounts }: ReservedLine,
  earlier: Grant | undefined,
  from: number,
): GrantLine {
  const before = earlier?.lines.find((line) => line.payer === payer)?.periods ?? [];
  return { payer, amount: fenOf(amount), basis, accounts, periods: [...before, { from, until: null }] };
}

function released(grant: Grant | undefined, { claim, payer }: { claim: string; payer: string }, until: number): Grant {
  const line = grant?.lines.find((each) => each.payer === payer && stands(each));
  if (grant === undefined || line === undefined) throw new Error(`${claim} has nothing reserved with ${payer}.`);
  const periods = line.periods.map((period) => (period.until === null ? { ...period, until } : period));
  return { ...grant, lines: grant.lines.map((each) => (each === line ? { ...line, periods } : each)) };
}

/** Whether the line is reserved or paid. Withdrawn, or returned by the bank, it counts for nothing. */
export function stands(line: GrantLine): boolean {
  return line.periods.at(-1)?.until === null;
}

export function grantOf(entitlement: Entitlement, claim: string): Grant | undefined {
  return entitlement.grants.find((grant) => grant.claim === claim);
}

/** What the enterprise was granted on its other claims. */
export function withoutClaim(entitlement: Entitlement, claim: string): Entitlement {
  return { ...entitlement, grants: entitlement.grants.filter((grant) => grant.claim !== claim) };
}

/**
 * What counts against a released line that is to be granted again: not the grants that were decided while it stood, for
 * they took it into account and were lowered by it.
 */
export function countedAgainst(line: GrantLine, entitlement: Entitlement): Entitlement {
  const sawLine = (grant: Grant) => {
    const decided = Math.min(...grant.lines.flatMap(({ periods }) => periods.map(({ from }) => from)));
    return line.periods.some(({ from, until }) => from < decided && until !== null && decided < until);
  };
  return { ...entitlement, grants: entitlement.grants.filter((grant) => !sawLine(grant)) };
}

/** The lines that stand: reserved or paid. */
export function standingLines(grant: Grant): readonly GrantLine[] {
  return grant.lines.filter(stands);
}

/** What was granted under these measures and stands, as `assess` takes it. */
export function grantsOf(entitlement: Entitlement, measures: readonly string[]): EarlierGrant[] {
  return entitlement.grants
    .filter((grant) => measures.includes(grant.measure))
    .flatMap((grant) =>
      standingLines(grant).map(({ payer, amount }) => ({
        claim: grant.claim,
        measure: grant.measure,
        year: grant.year,
        subject: grant.subject,
        payer,
        amount: formatYuan(amount),
      })),
    );
}

/** Fen that the enterprise's standing lines take up of a guard. */
export function standingOn(entitlement: Entitlement, account: string): Fen {
  const lines = entitlement.grants.flatMap(standingLines);
  return sum(lines.filter((line) => line.accounts.includes(account)).map((line) => line.amount));
}
