import type { Bilingual, RouteOffice } from '@duixian/policy';
import type { PlainDate } from '../../common/plain-date.js';
import { CLAIM_EVENTS, type ClaimEvent, type ClaimEventType } from '../claim-event.js';
import type { ClaimOffice } from '../claim-step.js';
import { REVERSIBLE_EVENTS } from './taken-back-schema.js';

type ReversibleEvent = Extract<ClaimEvent, { type: (typeof REVERSIBLE_EVENTS)[number] }>;

/** What somebody did last on a claim: whoever took a step may take it back while this is his. */
export interface LastAct<Claim> {
  readonly name: Bilingual;
  readonly userId: string;
  /** As he was called then. */
  readonly by: string;
  readonly on: PlainDate;
  /** By which the log knows when it was recorded. */
  readonly commandId: string;
  /** Null where it cannot be taken back. */
  readonly reversible: Reversible<Claim> | null;
}

/** A step that can be taken back. */
export interface Reversible<Claim> {
  readonly taken: ReversibleEvent['type'];
  /** Its key on the route; null of an acceptance or a review. */
  readonly step: string | null;
  readonly capacity: ClaimOffice;
  /** Of a step of the route. */
  readonly office: RouteOffice | null;
  /** The claim before it. */
  readonly before: Claim;
}

/** The installation's own, and what keeps the record clean: nobody acts on a claim by it. */
const NO_ACTS: ReadonlySet<ClaimEventType> = new Set(['DeadlineEscalated', 'ObjectorErased']);

export function isAct({ type }: ClaimEvent): boolean {
  return !NO_ACTS.has(type);
}

/** Whether whoever took the step may take it back; not what a meeting decided on a whole batch. */
export function isReversible(event: ClaimEvent): event is ReversibleEvent {
  if (event.type === 'RouteStepTaken' && event.data.batch !== undefined) return false;
  return REVERSIBLE_EVENTS.some((type) => type === event.type);
}

/** What has a last act: a claim. */
interface Acted<Claim> {
  readonly lastAct: LastAct<Claim>;
}

/** The last act on a claim after one more event. @param claim before it; null where there was none. */
export function lastActAfter<Claim extends Acted<Claim>>(claim: Claim | null, event: ClaimEvent): LastAct<Claim> {
  if (claim !== null && !isAct(event)) return claim.lastAct;
  const { actor, commandId } = event.meta;
  return {
    name: event.type === 'RouteStepTaken' ? event.data.name : CLAIM_EVENTS[event.type].name,
    ...{ userId: actor.userId, by: actor.displayName, on: event.occurredOn, commandId },
    reversible: claim !== null && isReversible(event) ? reversible(claim, event) : null,
  };
}

function reversible<Claim extends Acted<Claim>>(claim: Claim, event: ReversibleEvent): Reversible<Claim> {
  // What came before cannot be taken back any more, since somebody acted after it.
  const before = { ...claim, lastAct: { ...claim.lastAct, reversible: null } };
  if (event.type === 'RouteStepTaken') {
    const { step, office } = event.data;
    return { taken: event.type, step, capacity: office.role, office, before };
  }
  const capacity = event.type === 'ClaimAccepted' ? 'clerk' : 'reviewer';
  return { taken: event.type, step: null, capacity, office: null, before };
}
