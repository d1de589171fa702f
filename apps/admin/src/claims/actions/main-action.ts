import type { Claim, ClaimAction } from '../fragments.js';
import { leadsForward } from './steps.js';

export interface SortedActions {
  /** The way forward, whether or not this user may go it; null when the claim is closed or waits for a bank. */
  main: ClaimAction | null;
  /** What else this user may do now. */
  possible: ClaimAction[];
  /** What he may not do, each with its reason. */
  refused: ClaimAction[];
}

export function sortActions(claim: Pick<Claim, 'status' | 'actions'>): SortedActions {
  const ofRoute = claim.actions.find(({ action, allowed }) => action === 'TAKE_STEP' && allowed);
  const main = ofRoute ?? claim.actions.find((action) => leadsForward(action.action, claim.status)) ?? null;
  const others = claim.actions.filter((action) => action !== main);
  return {
    main,
    possible: others.filter((action) => action.allowed),
    refused: others.filter((action) => !action.allowed),
  };
}
