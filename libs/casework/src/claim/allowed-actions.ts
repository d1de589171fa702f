import type { Actor } from '../common/actor.js';
import type { Refusal } from '../common/refusal.js';
import type { Claim } from './claim.js';
import { stepsOf, type OpenStep } from './route.js';
import { refusalOf, type StepContext } from './standing.js';
import { CLAIM_ACTIONS, type ClaimAction } from './steps.js';

/** Whether an action may be taken now, or why not. */
export type ActionAnswer =
  | { readonly action: ClaimAction; readonly allowed: true; readonly refusal: null }
  | { readonly action: ClaimAction; readonly allowed: false; readonly refusal: Refusal };

/** Every action on a claim, in the order of its life, as it stands for this actor. */
export function allowedActions(claim: Claim, actor: Actor, context: StepContext): readonly ActionAnswer[] {
  return CLAIM_ACTIONS.map((action) => {
    const reason = refusalOf(action, claim, actor, context);
    return reason === null ? { action, allowed: true, refusal: null } : { action, allowed: false, refusal: reason };
  });
}

/** A step of a claim's route as it stands for somebody. */
export interface StepAnswer {
  readonly step: OpenStep;
  /** From 0. */
  readonly stage: number;
  /** Why he may not take it now; null when he may. */
  readonly refusal: Refusal | null;
  /** Why he may not forward it now; null when he may. */
  readonly forward: Refusal | null;
}

/** Every step of the claim's route, in its order, as it stands for this actor; none where the claim has no route. */
export function stepAnswers(claim: Claim, actor: Actor, context: StepContext): readonly StepAnswer[] {
  const steps = claim.route === null ? [] : stepsOf(claim.route);
  return steps.map(({ stage, step }) => ({
    stage,
    step,
    refusal: refusalOf('TAKE_STEP', claim, actor, { ...context, step: step.key }),
    forward: refusalOf('FORWARD_STEP', claim, actor, { ...context, step: step.key }),
  }));
}
