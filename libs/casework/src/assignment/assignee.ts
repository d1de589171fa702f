import { evolveClaim, initialClaim } from '../claim/claim.js';
import { isBesideTheWay, type ClaimEvent } from '../claim/claim-event.js';
import type { ClaimStatus } from '../claim/claim-status.js';
import type { AssignmentEvent, Assignee } from './assignment-event.js';

/**
 * Whether an event ends that somebody looks after a claim: the next step on it does, and what hands it to another office, as
 * an objection and a step that is forwarded.
 */
export function isOnward(event: ClaimEvent, before: ClaimStatus, after: ClaimStatus): boolean {
  return !isBesideTheWay(event) || before !== after || event.type === 'RouteStepForwarded';
}

/** @param events of a claim and of who looks after it, in the order of the log. */
export function foldAssignee(events: readonly (ClaimEvent | AssignmentEvent)[]): Assignee | null {
  let claim = initialClaim;
  let assignee: Assignee | null = null;
  for (const event of events) {
    if (event.type === 'ClaimAssigned') {
      assignee = event.data.to;
      continue;
    }
    const after = evolveClaim(claim, event);
    if (claim === null || isOnward(event, claim.status, after.status)) assignee = null;
    claim = after;
  }
  return assignee;
}
