import {
  barredFrom,
  currentStage,
  isTurnedDown,
  dueDaysOf,
  openSteps,
  undecidedSteps,
  type Capacity,
  type ClaimClocks,
  type ClaimRoute,
  type ClaimStatus,
  type DueDays,
  type EvidenceDocument,
  type Facts,
  type FollowingPaper,
  type Shown,
} from '@duixian/casework';
import type { RouteOffice } from '@duixian/policy';
import { column, type Columns, type RowOf } from '../../log/columns.js';

/**
 * What one treasury owes on a claim; `returned` by the bank until it is instructed again, `released` by a withdrawal or a settlement.
 * `amount` is fen, written out: JSON has no numbers of that size. `paid_on`: the day on which the bank paid; null unless it has.
 */
export interface LineRow {
  readonly payer: string;
  readonly amount: string;
  readonly state: 'reserved' | 'paid' | 'returned' | 'released';
  readonly paid_on: string | null;
}

/** All that a step changes which can be taken back (收回), as it was. */
export interface BeforeStep {
  readonly status: ClaimStatus;
  readonly held: boolean;
  readonly agreed: string | null;
  readonly following: readonly FollowingPaper[];
  readonly papers_due: string | null;
  readonly route: ClaimRoute | null;
  readonly clocks: ClaimClocks | null;
  readonly last_actor: string;
  readonly participants: readonly string[];
}

export const CLAIM_COLUMNS = {
  tenant: column.id,
  id: column.id,
  status: column.oneOf<ClaimStatus>(),
  measure: column.id,
  policy_version: column.text,
  uscc: column.id,
  enterprise_name: column.text,
  division: column.id,
  year: column.whole,
  // Id of the round in which it was submitted; null where its clause had none.
  application_round: column.orNull(column.id),
  occurred_on: column.day,
  subject: column.orNull(column.text),
  facts: column.json<Facts>(),
  evidence: column.json<readonly EvidenceDocument[]>(),
  held: column.truth,
  requested: column.fen,
  agreed: column.orNull(column.fen),
  // What finance determined; null until then.
  determined: column.orNull(column.fen),
  determined_on: column.orNull(column.day),
  // Null where there is nothing to pay; a loan limit is determined, but no treasury owes it.
  kind: column.orNull(column.oneOf<'grant' | 'loan-limit'>()),
  reasons: column.texts,
  // One object per treasury, as `LineRow`.
  lines: column.json<readonly LineRow[]>(),
  reserved: column.fen,
  paid: column.fen,
  // Sent back by the bank, and not instructed again.
  returned: column.fen,
  publicity_from: column.orNull(column.day),
  publicity_until: column.orNull(column.day),
  // What else the public is shown; null where the event does not say.
  publicity_shown: column.orNull(column.json<Shown>()),
  // By which offices it goes before its review; null where its policy has no table of routes for it.
  route: column.orNull(column.json<ClaimRoute>()),
  // The offices of its route for which it waits, as `officeKey` writes them; none while it waits for another step.
  waits_for: column.texts,
  // What it was before its last step, while whoever took that may take it back; null once somebody acted after.
  before: column.orNull(column.json<BeforeStep>()),
  // By when the first of the objections that are open is to be answered; null where none is.
  answer_by: column.orNull(column.day),
  // Papers that were to follow its acceptance (容缺), and the first day on which one that is still to come is due.
  following: column.json<readonly FollowingPaper[]>(),
  papers_due: column.orNull(column.day),
  // Its time limits and the days that count for them; null where there was no rule when it was submitted.
  clocks: column.orNull(column.json<ClaimClocks>()),
  // What follows from them for lists: see `DueDays`. None of it depends on today.
  due_on: column.orNull(column.day),
  remind_on: column.orNull(column.day),
  due_earliest: column.orNull(column.day),
  clock: column.orNull(column.oneOf<NonNullable<DueDays['clock']>>()),
  report_after: column.orNull(column.day),
  escalated_to: column.texts,
  // Who looks after it in the office where it lies: user id and name as then, and where the log says it; null where nobody does.
  assigned_to: column.orNull(column.text),
  assigned_name: column.orNull(column.text),
  assigned_on: column.orNull(column.day),
  assigned_at: column.orNull(column.position),
  submitted_on: column.day,
  updated_at: column.moment,
  last_actor: column.text,
  // <capacity>:<user id> of everybody who took a step on it or on its payments; agreed:<user id> of its reviewers;
  // stage:<user id> of those who leave the next step of its route, or its review, to a colleague.
  participants: column.texts,
} as const satisfies Columns;

/** A row of `read.claim`; money is fen as a text, as PostgreSQL gives a bigint. */
export type ClaimRow = RowOf<typeof CLAIM_COLUMNS>;

export function beforeOf(row: ClaimRow): BeforeStep {
  const { status, held, agreed, following, papers_due, route, clocks, last_actor, participants } = row;
  return { status, held, agreed, following, papers_due, route, clocks, last_actor, participants };
}

/** How {@link ClaimRow.participants} writes that somebody took part in a capacity. */
export function participation(capacity: Capacity, userId: string): string {
  return `${capacity}:${userId}`;
}

/** How it writes that somebody agreed to it in its review, whatever came of it. */
export function agreement(userId: string): string {
  return `agreed:${userId}`;
}

/** How it writes that somebody leaves the next step of its route to a colleague. */
export function ofStage(userId: string): string {
  return `stage:${userId}`;
}

/** How {@link ClaimRow.waits_for} writes an office. */
export function officeKey({ role, division, department }: RouteOffice): string {
  return `${role}:${division}:${department ?? ''}`;
}

/** How {@link ClaimRow.waits_for} writes that the claim waits for a draw: no office's, so that nobody has it to take a step. */
export const A_DRAW = 'draw';

function waitsFor(route: ClaimRoute): string[] {
  const offices = openSteps(route).map(({ office }) => officeKey(office));
  return [...new Set([...offices, ...(undecidedSteps(route).length > 0 ? [A_DRAW] : [])])].sort();
}

/** The row on this route, and what follows from it for whoever waits. */
export function onRoute(row: ClaimRow, route: ClaimRoute | null): ClaimRow {
  const isWalked = route !== null && row.status === 'accepted';
  const others = row.participants.filter((each) => !each.startsWith(ofStage('')));
  // What a meeting decided against is returned or rejected by the lead department, whoever of it took a step.
  const barred = isWalked && !isTurnedDown(route) ? barredFrom(route, currentStage(route)).map(ofStage) : [];
  return {
    ...row,
    route,
    waits_for: isWalked ? waitsFor(route) : [],
    participants: [...others, ...barred],
  };
}

type DueColumns = Pick<
  ClaimRow,
  'clocks' | 'due_on' | 'remind_on' | 'due_earliest' | 'clock' | 'report_after' | 'escalated_to'
>;

/** The columns of time limits. */
export function dueColumns(clocks: ClaimClocks | null): DueColumns {
  const { dueOn, remindOn, earliest, clock, reportAfter, escalatedTo } = dueDaysOf(clocks);
  return {
    clocks,
    due_on: dueOn,
    remind_on: remindOn,
    due_earliest: earliest,
    clock,
    report_after: reportAfter,
    escalated_to: escalatedTo,
  };
}

/** The row with these lines, and the sums that follow from them. */
export function withLines(row: ClaimRow, lines: readonly LineRow[]): ClaimRow {
  const [reserved, paid, returned] = [sumOf(lines, 'reserved'), sumOf(lines, 'paid'), sumOf(lines, 'returned')];
  return { ...row, lines, reserved, paid, returned };
}

function sumOf(lines: readonly LineRow[], state: LineRow['state']): string {
  const amounts = lines.filter((line) => line.state === state).map((line) => BigInt(line.amount));
  return amounts.reduce((sum, amount) => sum + amount, 0n).toString();
}
