import type { Actor } from '../common/actor.js';
import type { Refusal } from '../common/refusal.js';
import type { Claim } from './claim.js';
import { openSteps } from './route.js';
import { standingRefusal, type StepContext } from './standing.js';
import { CLAIM_ACTIONS, stepOf } from './steps.js';

/**
 * Why each step that leads on from where the claim is would be refused: those of its route that are open, or else what its
 * status leads to. Empty where none leads on.
 */
export function onwardRefusals(claim: Claim, actor: Actor, context: StepContext): (Refusal | null)[] {
  const open = claim.status === 'accepted' && claim.route !== null ? openSteps(claim.route) : [];
  if (open.length > 0) {
    return open.map(({ key: step }) => standingRefusal('TAKE_STEP', claim, actor, { ...context, step }));
  }
  const forward = CLAIM_ACTIONS.filter((action) => stepOf(action).forwardFrom === claim.status);
  return forward.map((action) => standingRefusal(action, claim, actor, context));
}
