import type { Actor, Role } from '../common/actor.js';
import { refusal, type Refusal } from '../common/refusal.js';
import { CLAIM_EVENTS, type ClaimEvent } from './claim-event.js';
import type { ClaimStatus } from './claim-status.js';
import { ROLE_NAMES } from './names.js';
import { officeFor } from './steps.js';

/** The offices that take part in a claim: by steps on it, or on its payments. */
export const CAPACITIES = ['clerk', 'reviewer', 'finance', 'treasury'] as const satisfies readonly Role[];
export type Capacity = (typeof CAPACITIES)[number];

/** Somebody took part in a claim in this capacity. Each pair stands once. */
export interface Participation {
  readonly userId: string;
  readonly capacity: Capacity;
}

/**
 * In which capacity an event of a claim was brought about.
 *
 * @param status before the event: a return is the window's or the lead department's, as the claim lies with them.
 * @returns null where whoever brought it about took no part in the claim by it.
 * @throws Error when no office takes the step from there.
 */
export function claimCapacity(event: ClaimEvent, status: ClaimStatus): Capacity | null {
  const { type } = event;
  if (type === 'RouteStepTaken') return event.data.office.role;
  if (type === 'StepTakenBack') return event.data.capacity;
  // Whoever stops a clock or says whose matter a step is says nothing of the claim.
  if (type === 'ClockSuspended' || type === 'ClockResumed' || type === 'RouteStepForwarded') return null;
  if ((type === 'ClaimReturned' || type === 'ClaimRejected') && event.data.office !== undefined)
    return event.data.office;
  const { by } = CLAIM_EVENTS[type];
  if (by === 'clerk' || by === 'treasury' || by === null) return by;
  const office = officeFor(by, status);
  if (office === null) throw new Error(`${type} follows on a claim that is ${status}.`);
  return office;
}

export function withParticipant(
  participants: readonly Participation[],
  userId: string,
  capacity: Capacity | null,
): readonly Participation[] {
  if (capacity === null) return participants;
  const isKnown = participants.some((each) => each.userId === userId && each.capacity === capacity);
  return isKnown ? participants : [...participants, { userId, capacity }];
}

/**
 * Why `actor` may not act on a claim in this capacity: he took part in it in another one, however long ago and whatever
 * came between. Whoever moved to another office leaves the claims that he knows to his colleagues there.
 */
export function capacityRefusal(
  capacity: Capacity,
  participants: readonly Participation[],
  actor: Actor,
): Refusal | null {
  const other = participants.find((each) => each.userId === actor.userId && each.capacity !== capacity);
  if (other === undefined) return null;
  const [before, now] = [ROLE_NAMES[other.capacity], ROLE_NAMES[capacity]];
  return refusal('CAPACITY_MIXED', {
    zh: `您曾以“${before.zh}”岗位经办此件，不得再以“${now.zh}”岗位办理，请转交本岗位其他经办人。`,
    en: `You took part in this claim as ${before.en}, and cannot act on it as ${now.en}: pass it on to a colleague.`,
  });
}
