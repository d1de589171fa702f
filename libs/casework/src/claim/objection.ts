import type { PlainDate } from '../common/plain-date.js';
import type { ClaimEvent } from './claim-event.js';
import type { HintReason, ObjectorMask, UpheldStep } from './objection-schema.js';

/**
 * `open` until the lead department answers; a `hint` is never answered. Others that are open when one is upheld, or when
 * the claim is withdrawn, are `overtaken`: what they are about stands no more.
 */
export const OBJECTION_STANDINGS = ['open', 'hint', 'dismissed', 'upheld', 'overtaken'] as const;
export type ObjectionStanding = (typeof OBJECTION_STANDINGS)[number];

/** An objection (异议) to what was shown to the public. */
export interface Objection {
  readonly id: string;
  readonly standing: ObjectionStanding;
  readonly receivedOn: PlainDate;
  /** Day on which it was recorded. */
  readonly recordedOn: PlainDate;
  /** Null where nobody says. */
  readonly by: ObjectorMask | null;
  /** Day on which the whole of it was erased outside the log; null while it stands there. */
  readonly erasedOn: PlainDate | null;
  readonly what: string;
  readonly evidence: string | null;
  /** Why it is a hint only; null of one that has to be answered. */
  readonly hint: HintReason | null;
  /** Null of a hint. */
  readonly answerBy: PlainDate | null;
  readonly answer: ObjectionAnswer | null;
}

export interface ObjectionAnswer {
  readonly on: PlainDate;
  /** As he was called then. */
  readonly by: string;
  readonly reason: string;
  /** Null where it is not upheld. */
  readonly then: UpheldStep | null;
}

/** The objections to a claim after one more of its events, in the order of their recording. */
export function objectionsAfter(objections: readonly Objection[], event: ClaimEvent): readonly Objection[] {
  if (event.type === 'ObjectionRaised') {
    const { objection: id, receivedOn, by, what, evidence, answerBy } = event.data;
    const stated = { id, receivedOn, recordedOn: event.occurredOn, by, erasedOn: null, what, evidence };
    return [...objections, { ...stated, standing: 'open', hint: null, answerBy, answer: null }];
  }
  if (event.type === 'ObjectionNoted') {
    const { objection: id, receivedOn, by, what, evidence, why } = event.data;
    const stated = { id, receivedOn, recordedOn: event.occurredOn, by, erasedOn: null, what, evidence };
    return [...objections, { ...stated, standing: 'hint', hint: why, answerBy: null, answer: null }];
  }
  if (event.type === 'ObjectionDismissed') return answered(objections, event, 'dismissed');
  if (event.type === 'ObjectionUpheld') return overtaken(answered(objections, event, 'upheld'));
  if (event.type === 'ObjectorErased') {
    const { occurredOn: erasedOn, data } = event;
    return objections.map((each) => (each.id === data.objection ? { ...each, erasedOn } : each));
  }
  return event.type === 'ClaimWithdrawn' ? overtaken(objections) : objections;
}

/** Those that have to be answered yet. */
export function openObjections(objections: readonly Objection[]): readonly Objection[] {
  return objections.filter(({ standing }) => standing === 'open');
}

/** The day by which the first of those that are open has to be answered; null where none is. */
export function nextAnswerBy(objections: readonly Objection[]): PlainDate | null {
  const days = openObjections(objections).flatMap(({ answerBy }) => answerBy ?? []);
  return days.sort()[0] ?? null;
}

function answered(
  objections: readonly Objection[],
  event: Extract<ClaimEvent, { type: 'ObjectionDismissed' | 'ObjectionUpheld' }>,
  standing: 'dismissed' | 'upheld',
): readonly Objection[] {
  const then = event.type === 'ObjectionUpheld' ? event.data.then : null;
  const { reason, objection } = event.data;
  const answer = { on: event.occurredOn, by: event.meta.actor.displayName, reason, then };
  return objections.map((each) => (each.id === objection ? { ...each, standing, answer } : each));
}

function overtaken(objections: readonly Objection[]): readonly Objection[] {
  return objections.map((each) => (each.standing === 'open' ? { ...each, standing: 'overtaken' } : each));
}
