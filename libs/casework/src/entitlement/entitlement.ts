import { fen, formatYuan, ZERO, type Fen } from '@duixian/money';
import type { Bears, PayeeKind } from '@duixian/policy';
import { Map, OrderedMap } from 'immutable';
import { fenOf } from '../common/event-schema.js';
import { subjectKeyOf } from '../common/subject-key.js';
import type { EarlierGrant } from '../claim/determination.js';
import type { Closure } from '../enterprise/change-event.js';
import type { EntitlementEvent, GrantEvent, ReservedLine } from './entitlement-event.js';

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
  /** Its canonical form, under which it is one matter; reckoned once, since there may be thousands. */
  readonly subjectKey: string | null;
  readonly policyVersion: string;
  /** Whose gain it is. */
  readonly payee: PayeeKind;
  readonly lines: readonly GrantLine[];
  readonly quota: string | null;
}

/**
 * All that one enterprise was granted. Its collections share what did not change with the state before, so that one
 * more event costs the same after ten grants and after ten thousand.
 */
export interface Entitlement {
  /** Number of events so far: the version of its stream. */
  readonly version: number;
  /** By claim, in the order in which they were last changed. */
  readonly grants: OrderedMap<string, Grant>;
  /** Fen that standing lines take up, by guard. */
  readonly standing: Map<string, Fen>;
  /** Of that, what stands on the guards of its predecessors, under the names of its own. */
  readonly inherited: Map<string, Fen>;
  /** Codes of those whose grants it took along. */
  readonly predecessors: readonly string[];
  /** Its version when it last took one along; 0 where it never did. */
  readonly inheritedAt: number;
  /** Once the enterprise has ended nothing is granted to it; null while it lives. */
  readonly closure: Closure | null;
}

export const initialEntitlement: Entitlement = {
  version: 0,
  grants: OrderedMap(),
  standing: Map(),
  inherited: Map(),
  predecessors: [],
  inheritedAt: 0,
  closure: null,
};

/** @throws Error when a line is released that is not reserved. */
export function evolveEntitlement(state: Entitlement, event: EntitlementEvent): Entitlement {
  const version = state.version + 1;
  switch (event.type) {
    case 'GrantReserved':
    case 'GrantReleased':
      return granted(state, event, version);
    case 'EntitlementClosed': {
      const { how, on, successors } = event.data;
      return { ...state, version, closure: { how, on, successors } };
    }
    case 'EntitlementReopened':
      return { ...state, version, closure: null };
    case 'EntitlementDisinherited': {
      const predecessors = state.predecessors.filter((each) => each !== event.data.predecessor);
      return { ...state, version, predecessors, inheritedAt: predecessors.length === 0 ? 0 : state.inheritedAt };
    }
    case 'EntitlementInherited':
      return {
        ...state,
        version,
        predecessors: [...state.predecessors, event.data.predecessor],
        inheritedAt: version,
      };
  }
}

function granted(state: Entitlement, event: GrantEvent, version: number): Entitlement {
  const { claim } = event.data;
  const earlier = state.grants.get(claim);
  const grant = grantAfter(earlier, event, version);
  return {
    ...state,
    version,
    grants: state.grants.delete(claim).set(claim, grant),
    standing: withGrant(withoutGrant(state.standing, earlier), grant),
  };
}

/** @param from the state before the first of the events. */
export function foldEntitlement(events: readonly EntitlementEvent[], from = initialEntitlement): Entitlement {
  return events.reduce(evolveEntitlement, from);
}

function withGrant(standing: Map<string, Fen>, grant: Grant): Map<string, Fen> {
  return moved(standing, grant, (used, amount) => fen(used + amount));
}

function withoutGrant(standing: Map<string, Fen>, grant: Grant | undefined): Map<string, Fen> {
  return grant === undefined ? standing : moved(standing, grant, (used, amount) => fen(used - amount));
}

function moved(standing: Map<string, Fen>, grant: Grant, move: (used: Fen, amount: Fen) => Fen): Map<string, Fen> {
  return standing.withMutations((totals) => {
    for (const { amount, accounts } of standingLines(grant)) {
      for (const account of accounts) totals.update(account, ZERO, (used) => move(used, amount));
    }
  });
}

function grantAfter(earlier: Grant | undefined, event: GrantEvent, version: number): Grant {
  switch (event.type) {
    case 'GrantReserved': {
      const { claim, measure, year, subject, policyVersion, quota, payee } = event.data;
      const lines = event.data.lines.map((line) => reserved(line, earlier, version));
      const kept = earlier?.lines.filter((line) => !lines.some((again) => again.payer === line.payer)) ?? [];
      const subjectKey = subject === null ? null : subjectKeyOf(subject);
      return { claim, measure, year, subject, subjectKey, policyVersion, quota, payee, lines: [...kept, ...lines] };
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
  return entitlement.grants.get(claim);
}

/** What the enterprise was granted on its other claims. */
export function withoutClaim(entitlement: Entitlement, claim: string): Entitlement {
  const { grants, standing } = entitlement;
  return { ...entitlement, grants: grants.delete(claim), standing: withoutGrant(standing, grants.get(claim)) };
}

/** An enterprise in whose place another goes on, and what it was granted itself. */
export interface Ancestor {
  readonly uscc: string;
  readonly entitlement: Entitlement;
}

/**
 * Its own grants and those of all before it, which count as though they had been its own before all others. The guards
 * on which theirs stand are named after them: they count under the names of its own.
 *
 * @param uscc its own code.
 * @param ancestors each once, the first ones first.
 */
export function withInherited(own: Entitlement, uscc: string, ancestors: readonly Ancestor[]): Entitlement {
  const grants = ancestors.flatMap(({ uscc: ancestor, entitlement }) =>
    entitlement.grants
      .valueSeq()
      .toArray()
      .map((grant) => taken(grant, ancestor, uscc)),
  );
  const inherited = grants.reduce(withGrant, Map<string, Fen>());
  return {
    ...own,
    grants: OrderedMap(grants.map((grant): [string, Grant] => [grant.claim, grant])).merge(own.grants),
    standing: grants.reduce(withGrant, own.standing),
    inherited,
  };
}

/** Standing from the beginning, before everything that the successor was granted itself. */
function taken(grant: Grant, from: string, to: string): Grant {
  const accounts = (line: GrantLine) =>
    line.accounts.map((account) => account.replace(`enterprise:${from}:`, `enterprise:${to}:`));
  const lines = standingLines(grant).map((line) => ({
    ...line,
    accounts: accounts(line),
    periods: [{ from: 0, until: null }],
  }));
  return { ...grant, lines };
}

/**
 * What counts against a released line that is to be granted again: not the grants that were decided while it stood, for
 * they took it into account and were lowered by it.
 */
export function countedAgainst(line: GrantLine, entitlement: Entitlement): Entitlement {
  return leavingOut(entitlement, (grant) => {
    const decided = decidedAt(grant);
    return line.periods.some(({ from, until }) => from < decided && until !== null && decided < until);
  });
}

/**
 * What counts against a grant that was decided before the enterprise took a predecessor's place: what had been granted
 * before it, and all that was inherited. Null where nothing was inherited since.
 */
export function inheritedSince(grant: Grant, entitlement: Entitlement): Entitlement | null {
  const decided = decidedAt(grant);
  if (entitlement.inheritedAt < decided) return null;
  return leavingOut(entitlement, (other) => decidedAt(other) >= decided);
}

function decidedAt({ lines }: Grant): number {
  return Math.min(...lines.flatMap(({ periods }) => periods.map(({ from }) => from)));
}

function leavingOut(entitlement: Entitlement, isLeftOut: (grant: Grant) => boolean): Entitlement {
  const { grants, standing } = entitlement;
  return {
    ...entitlement,
    grants: grants.filterNot(isLeftOut),
    standing: grants.filter(isLeftOut).reduce((rest, grant) => withoutGrant(rest, grant), standing),
  };
}

/** The lines that stand: reserved or paid. */
export function standingLines(grant: Grant): readonly GrantLine[] {
  return grant.lines.filter(stands);
}

/**
 * What was granted, stands and bears on a claim, as `assess` takes it. Grants of the claim's subject in another spelling
 * come under its own, since `assess` compares texts.
 *
 * @param subject as claimed; null where the measure has none, or derives it from the facts.
 */
export function grantsOf({ grants }: Entitlement, bears: Bears, subject: string | null): EarlierGrant[] {
  const key = subject === null ? null : subjectKeyOf(subject);
  const earlier: EarlierGrant[] = [];
  for (const grant of grants.values()) {
    const stated = key !== null && grant.subjectKey === key ? { ...grant, subject } : grant;
    if (!bears(stated)) continue;
    const { claim, measure, year } = grant;
    for (const { payer, amount } of standingLines(grant)) {
      earlier.push({ claim, measure, year, subject: stated.subject, payer, amount: formatYuan(amount) });
    }
  }
  return earlier;
}

/** Fen that the enterprise's standing lines take up of a guard. */
export function standingOn(entitlement: Entitlement, account: string): Fen {
  return entitlement.standing.get(account, ZERO);
}
