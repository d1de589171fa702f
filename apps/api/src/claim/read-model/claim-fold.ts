import {
  claimCapacity,
  clocksAfter,
  clocksTakenBack,
  firstDue,
  followingAfter,
  isAct,
  isBesideTheWay,
  isOnward,
  isReversible,
  routeAfter,
  routeAfterApplication,
  statusAfter,
  type Application,
  type AssignmentEvent,
  type Capacity,
  type ClaimEvent,
  type Determination,
  type UpheldStep,
} from '@duixian/casework';
import { PAYMENT_EVENTS, type PaymentEvent, type PaymentStatus } from '@duixian/treasury';
import { fenText } from '../../log/fen-text.js';
import {
  agreement,
  beforeOf,
  dueColumns,
  onRoute,
  participation,
  withLines,
  type ClaimRow,
  type LineRow,
} from './claim-row.js';

/** Nobody looks after it: it is the office's. */
const NOBODY = { assigned_to: null, assigned_name: null, assigned_on: null, assigned_at: null };

/** Where and when the log recorded the event. */
export interface Recorded {
  readonly tenant: string;
  readonly position: bigint;
  readonly recordedAt: string;
}

/** The first row of a claim. */
export function submittedClaim(event: Extract<ClaimEvent, { type: 'ClaimSubmitted' }>, recorded: Recorded): ClaimRow {
  const { claim, uscc, enterpriseName, measure, year, applicationRound } = event.data;
  return {
    tenant: recorded.tenant,
    id: claim,
    uscc,
    enterprise_name: enterpriseName,
    measure,
    year,
    application_round: applicationRound?.id ?? null,
    submitted_on: event.occurredOn,
    ...dueColumns(clocksAfter(null, event, 'submitted', routeAfterApplication(event.data.route))),
    ...application(event.data),
    ...step(event, recorded, 'clerk', []),
  };
}

/** The row after another event of the claim. */
export function changedClaim(
  row: ClaimRow,
  event: Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>,
  recorded: Recorded,
): ClaimRow {
  if (event.type === 'StepTakenBack') return takenBack(row, event, recorded);
  const capacity = claimCapacity(event, row.status);
  const taken = step(event, recorded, capacity, row.participants);
  const changed = { ...change(row, event), ...taken, ...(isBesideTheWay(event) ? { last_actor: row.last_actor } : {}) };
  const route = routeAfter(row.route, event);
  const due = dueColumns(clocksAfter(row.clocks, event, changed.status, route));
  const assigned = isOnward(event, row.status, changed.status) ? NOBODY : {};
  const before = isReversible(event) ? beforeOf(row) : isAct(event) ? null : row.before;
  return onRoute({ ...changed, ...due, ...assigned, before }, route);
}

/** The row as if the last step had not been taken, but for who took part in it: the office has it again, and nobody of it yet. */
function takenBack(row: ClaimRow, event: Extract<ClaimEvent, { type: 'StepTakenBack' }>, recorded: Recorded): ClaimRow {
  if (row.before === null) throw new Error(`No step on ${row.id} can be taken back.`);
  const { clocks, route, participants, ...was } = row.before;
  const { userId } = event.meta.actor;
  const due = dueColumns(clocksTakenBack(clocks, row.clocks, event, { status: was.status, route }));
  const took = [...new Set([...participants, participation(event.data.capacity, userId)])];
  const { recordedAt: updated_at } = recorded;
  return onRoute({ ...row, ...was, ...due, ...NOBODY, before: null, participants: took, updated_at }, route);
}

/** The row after somebody was named who looks after it, which is no step on it. */
export function assignedClaim(
  row: ClaimRow,
  { data: { to }, occurredOn }: AssignmentEvent,
  { position }: Recorded,
): ClaimRow {
  if (to === null) return { ...row, ...NOBODY };
  const { userId, displayName } = to;
  return {
    ...row,
    assigned_to: userId,
    assigned_name: displayName,
    assigned_on: occurredOn,
    assigned_at: `${position}`,
  };
}

/** The row after an event of one of its payments. */
export function paymentChanged(row: ClaimRow, payer: string, event: PaymentEvent, recorded: Recorded): ClaimRow {
  const { by: capacity, leadsTo } = PAYMENT_EVENTS[event.type];
  const state = LINE_STATES[leadsTo];
  const paid_on = event.type === 'PaymentConfirmed' ? event.data.paidOn : null;
  const lines = row.lines.map((line): LineRow => (line.payer === payer ? { ...line, state, paid_on } : line));
  return { ...withLines(row, lines), ...step(event, recorded, capacity, row.participants) };
}

const LINE_STATES: Readonly<Record<PaymentStatus, LineRow['state']>> = {
  instructed: 'reserved',
  paid: 'paid',
  returned: 'returned',
};

function step(
  event: ClaimEvent | PaymentEvent,
  recorded: Recorded,
  capacity: Capacity | null,
  participants: readonly string[],
) {
  const { userId } = event.meta.actor;
  const part = capacity === null ? [] : [participation(capacity, userId)];
  const taken = [...part, ...(agrees(event) ? [agreement(userId)] : [])];
  return {
    participants: [...new Set([...participants, ...taken])],
    updated_at: recorded.recordedAt,
    last_actor: userId,
  };
}

/** Whoever said yes to the claim answers no objection to it. */
function agrees(event: ClaimEvent | PaymentEvent): boolean {
  if (event.type === 'RouteStepTaken') return event.data.outcome !== 'disagree';
  return event.type === 'ClaimReviewed' || event.type === 'ClaimFirstReviewed';
}

function application(stated: Application) {
  return {
    status: 'submitted' as const,
    division: stated.division,
    policy_version: stated.policyVersion,
    occurred_on: stated.occurredOn,
    subject: stated.subject,
    facts: stated.facts,
    evidence: stated.evidence,
    requested: fenText(stated.requestedAmount),
    held: false,
    agreed: null,
    determined: null,
    determined_on: null,
    kind: null,
    reasons: [],
    lines: [],
    reserved: '0',
    paid: '0',
    returned: '0',
    publicity_from: null,
    publicity_until: null,
    publicity_shown: null,
    route: routeAfterApplication(stated.route),
    waits_for: [],
    before: null,
    answer_by: null,
    following: [],
    papers_due: null,
    ...NOBODY,
  };
}

function change(row: ClaimRow, event: Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>): ClaimRow {
  // Nothing but an acceptance holds a claim, and what lies beside the way changes nothing of it.
  const held = (isBesideTheWay(event) || event.type === 'RouteStepTaken') && row.held;
  const following = followingAfter(row.following, event);
  const papers_due = firstDue(following);
  const moved: ClaimRow = { ...row, status: statusAfter(row.status, event), held, following, papers_due };
  if (event.type === 'ClaimResubmitted') return { ...moved, ...application(event.data) };
  if (event.type === 'PaperHandedIn') return { ...moved, evidence: [...row.evidence, ...event.data.documents] };
  if (event.type === 'ClaimAccepted') return { ...moved, held: event.data.held !== null };
  if (event.type === 'ClaimReturned' || event.type === 'ClaimRouteMoved') return { ...moved, agreed: null };
  if (event.type === 'ClaimFirstReviewed' || event.type === 'ClaimReviewed') {
    const { agreedAmount } = event.data;
    return { ...moved, agreed: agreedAmount === null ? null : fenText(agreedAmount) };
  }
  if (event.type === 'ClaimWithdrawn') return withLines({ ...moved, answer_by: null }, row.lines.map(released));
  if (event.type === 'ObjectionRaised') return { ...moved, answer_by: earlier(row.answer_by, event.data.answerBy) };
  if (event.type === 'ObjectionDismissed') return { ...moved, answer_by: event.data.nextAnswerBy };
  if (event.type === 'ObjectionUpheld') return undone(moved, event.data.then);
  if (event.type === 'ClaimDetermined' || event.type === 'ClaimDeclined')
    return determined(moved, event.data, event.occurredOn);
  if (event.type === 'DeterminationPublicised') {
    const { from, until, shown = null } = event.data;
    return { ...moved, publicity_from: from, publicity_until: until, publicity_shown: shown };
  }
  if (event.type === 'ClaimSettled') return withLines(moved, row.lines.map(givenUp));
  if (event.type === 'ClaimReopened') return withLines(moved, row.lines.map(openAgain));
  return moved;
}

function determined(
  row: ClaimRow,
  { amount, kind, reasons, lines, policyVersion }: Determination,
  on: string,
): ClaimRow {
  return withLines(
    { ...row, determined: fenText(amount), determined_on: on, kind, reasons, policy_version: policyVersion },
    lines.map((line): LineRow => ({
      payer: line.payer,
      amount: fenText(line.amount),
      state: 'reserved',
      paid_on: null,
    })),
  );
}

function earlier(day: string | null, other: string): string {
  return day !== null && day < other ? day : other;
}

/** What was determined and shown stands no more; where the department looks at it anew, nor what it agreed to. */
function undone(row: ClaimRow, then: UpheldStep): ClaimRow {
  return withLines(
    {
      ...{ ...row, determined: null, determined_on: null, kind: null, reasons: [], answer_by: null },
      ...{ publicity_from: null, publicity_until: null, publicity_shown: null },
      agreed: then === 'determination' ? row.agreed : null,
    },
    [],
  );
}

/** What the bank returned is not paid any more. */
function givenUp(line: LineRow): LineRow {
  return line.state === 'returned' ? released(line) : line;
}

/** What was given up with a settlement can be instructed again. */
function openAgain(line: LineRow): LineRow {
  return line.state === 'released' ? { ...line, state: 'returned' } : line;
}

function released(line: LineRow): LineRow {
  return { ...line, state: 'released' };
}
