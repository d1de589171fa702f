import type { ClaimActionName, ClaimStatus } from '../../api/schema/enums.generated.js';
import type { Claim, ClaimAction } from '../fragments.js';

/** The step that takes a claim of this status forward; the others lead it back or to an end. */
const forward: Partial<Record<ClaimStatus, ClaimActionName>> = {
  SUBMITTED: 'ACCEPT',
  ACCEPTED: 'REVIEW',
  RETURNED: 'RESUBMIT',
  REVIEWED: 'DETERMINE',
  DETERMINED: 'PUBLICISE',
  PUBLICISED: 'INSTRUCT',
};

export interface SortedActions {
  /** The way forward, whether or not this user may go it; null when the claim is closed or waits for a bank. */
  main: ClaimAction | null;
  /** What else this user may do now. */
  possible: ClaimAction[];
  /** What he may not do, each with its reason. */
  refused: ClaimAction[];
}

export function sortActions(claim: Pick<Claim, 'status' | 'actions'>): SortedActions {
  const main = claim.actions.find((action) => action.action === forward[claim.status]) ?? null;
  const others = claim.actions.filter((action) => action !== main);
  return {
    main,
    possible: others.filter((action) => action.allowed),
    refused: others.filter((action) => !action.allowed),
  };
}
