import { isDeepStrictEqual } from 'node:util';
import { CITIES, type City } from '../system/cities.js';
import type { Sent } from '../writers/ledger.js';
import { differingGuards, followMoves, guardsAgainstGrants } from './accounts.js';
import { Claims } from './claims.js';
import { groupBy } from './group-by.js';
import { parseDocuments } from './parse.js';
import type { EventRow, Rows, TotalRow } from './rows.js';

/** What must be so whatever happened; each with what contradicts it, in words. */
export type Findings = Readonly<Record<Invariant, readonly string[]>>;

/** In the order of the report. */
export const INVARIANTS = {
  lost: 'what was acknowledged is on record',
  doubled: 'a command and a submission take effect once at most',
  denied: 'what was said not to be recorded, or refused, is not on record',
  gaps: 'positions have no gap, and each belongs to one command',
  ceilings: 'no ceiling was passed, and guards hold what commands and grants come to',
  lists: 'lists and totals are what the log says',
  times: 'the time of recording never falls; no step lies in the future, or before the last one of its claim',
} as const;

export type Invariant = keyof typeof INVARIANTS;

/** Holds the tables against each other, and against what the senders were told. */
export function check(rows: Rows, sent: readonly Sent[]): Findings {
  const claims = new Claims();
  for (const event of rows.events) claims.apply(event);
  const recorded = new Set(rows.commands.map(({ tenant, command_id: id }) => `${tenant} ${id}`));
  const isRecorded = ({ tenant, commandId }: Sent): boolean => recorded.has(`${tenant} ${commandId}`);
  return {
    lost: sent.filter((each) => each.outcome === 'acknowledged' && !isRecorded(each)).map(idOf),
    doubled: [...doubledCommands(rows), ...doubledSubmissions(rows.events)],
    denied: sent
      .filter(({ outcome }) => outcome === 'not-recorded' || outcome === 'refused')
      .filter(isRecorded)
      .map((each) => `${idOf(each)} (${each.outcome ?? ''})`),
    gaps: gaps(rows),
    ceilings: [...ceilings(rows), ...CITIES.flatMap((city) => overTheDocument(city, claims))],
    lists: [
      ...differingTotals('list', rows.listed, claims.totals()),
      ...differingTotals('total', rows.tallied, claims.totals()),
      ...rows.setAside.map(({ tenant, stream, error }) => `${tenant} ${stream} is set aside: ${error}`),
    ],
    times: times(rows),
  };
}

/** A command whose events do not lie in the one stretch of the log that belongs to it. */
function doubledCommands({ events, commands }: Rows): string[] {
  const counts = new Map<string, number>();
  for (const { tenant, command } of events) {
    counts.set(`${tenant} ${command}`, (counts.get(`${tenant} ${command}`) ?? 0) + 1);
  }
  return commands.flatMap(({ tenant, command_id: id, first, last }) => {
    const key = `${tenant} ${id}`;
    return counts.get(key) === Number(last) - Number(first) + 1 ? [] : [`${key} has ${counts.get(key) ?? 0} events`];
  });
}

/** Each writer states each document once: two claims that rest on it are one submission twice. */
function doubledSubmissions(events: readonly EventRow[]): string[] {
  const submissions = events.filter(({ type, data }) => type === 'ClaimSubmitted' && documentOf(data) !== null);
  const groups = groupBy(submissions, ({ tenant, data }) => `${tenant} ${documentOf(data) ?? ''}`);
  return [...groups].filter(([, claims]) => claims.length > 1).map(([document]) => `${document} was submitted twice`);
}

function documentOf(data: EventRow['data']): string | null {
  return parseDocuments(data).find((number) => /^240{5}/.test(number)) ?? null;
}

function gaps({ events, commands, heads }: Rows): string[] {
  const found: string[] = [];
  for (const { tenant, position: head } of heads) {
    const positions = events.filter((event) => event.tenant === tenant).map(({ position }) => Number(position));
    positions.forEach((position, n) => {
      if (position !== n + 1) found.push(`${tenant} ${position} stands in place ${n + 1}`);
    });
    if (positions.length !== Number(head)) found.push(`${tenant} has ${positions.length} events and the head ${head}`);
    let last = 0;
    for (const command of commands.filter((each) => each.tenant === tenant)) {
      if (Number(command.first) !== last + 1) found.push(`${tenant} ${command.command_id} begins at ${command.first}`);
      last = Number(command.last);
    }
    if (last !== Number(head)) found.push(`${tenant} ends at ${last} by its commands`);
  }
  return found;
}

function ceilings({ commands, guards, events, older }: Rows): string[] {
  const noted = <Row extends { readonly tenant: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ tenant }) => !older.includes(tenant));
  const { balances, passed } = followMoves(noted(commands));
  return [
    ...passed,
    ...differingGuards(noted(guards), balances),
    ...guardsAgainstGrants(guards, events),
    ...guards
      .filter(({ ceiling, reserved, paid }) => ceiling !== null && BigInt(reserved) + BigInt(paid) > BigInt(ceiling))
      .map(({ tenant, account }) => `${tenant} ${account} is above its ceiling`),
  ];
}

/** What stands against what the document itself allows, whatever any guard says. */
function overTheDocument({ tenant, measure, year, cap }: City, claims: Claims): string[] {
  const granted = claims
    .all()
    .filter((claim) => claim.tenant === tenant && claim.measure === measure && claim.year === year)
    .filter((claim) => claims.standingOf(claim) > 0n);
  if ('places' in cap) return granted.length > cap.places ? [`${measure} ${year}: ${granted.length} places`] : [];
  return [...groupBy(granted, ({ uscc }) => uscc)].flatMap(([uscc, own]) => {
    const sum = own.reduce((total, claim) => total + claims.standingOf(claim), 0n);
    return sum > cap.fenOfEnterprise ? [`${uscc} has ${sum} fen`] : [];
  });
}

function differingTotals(what: string, shown: readonly TotalRow[], folded: readonly TotalRow[]): string[] {
  const byKey = (rows: readonly TotalRow[]) => new Map(rows.map((row) => [`${row.tenant} ${row.status}`, { ...row }]));
  const [there, here] = [byKey(shown), byKey(folded)];
  return [...new Set([...there.keys(), ...here.keys()])]
    .filter((key) => !isDeepStrictEqual(there.get(key), here.get(key)))
    .map((key) => `${what} ${key}: ${JSON.stringify(there.get(key))} is shown, ${JSON.stringify(here.get(key))} is so`);
}

function times({ events, nowUs }: Rows): string[] {
  const found: string[] = [];
  const recordedUs = new Map<string, bigint>();
  const days = new Map<string, string>();
  for (const { tenant, position, stream, occurred_on: day, recorded_day: recordedDay, recorded_us: us } of events) {
    const place = `${tenant} ${position}`;
    if (BigInt(us) < (recordedUs.get(tenant) ?? 0n)) found.push(`${place} was recorded before the one before it`);
    if (BigInt(us) > BigInt(nowUs)) found.push(`${place} was recorded in the future`);
    recordedUs.set(tenant, BigInt(us));
    if (day > recordedDay) found.push(`${place} is dated ${day} and was recorded on ${recordedDay}`);
    const [, claim] = /^(?:claim|payment)-(\d{6}-\d{4}-[0-9A-Z]{8})/.exec(stream) ?? [];
    if (claim === undefined) continue;
    if (day < (days.get(claim) ?? day)) found.push(`${place} is dated ${day}, before the last step of ${claim}`);
    days.set(claim, day);
  }
  return found;
}

function idOf({ tenant, commandId }: Sent): string {
  return `${tenant} ${commandId}`;
}

export function isInvariant(name: string): name is Invariant {
  return name in INVARIANTS;
}
