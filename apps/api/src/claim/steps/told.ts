import { stepOf, type ActionTold, type ClaimCommand, type ReasonedClaimCommand } from '@duixian/casework';
import type { Type } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { capital, claimStep, type DecidedStepParts, type StepDecision } from './claim-step.js';

/** A step that is told nothing but which claim it is about. */
export function stepToldNothing(
  action: ActionTold<'nothing'>,
  decision: Type<StepDecision<ClaimCommand>>,
): DecidedStepParts<ClaimCommand> {
  const { mutation, schema } = stepOf(action);

  @InputType(`${capital(mutation)}Input`, { description: schema.input })
  class Input extends ClaimCommandInput {}

  return claimStep<ClaimCommand, Input>(action, {
    input: Input,
    request: (origin, { claim }) => ({ ...origin, claim }),
    decision,
  });
}

/** A step that is told why. */
export function stepToldReason(
  action: ActionTold<'reason'>,
  decision: Type<StepDecision<ReasonedClaimCommand>>,
): DecidedStepParts<ReasonedClaimCommand> {
  const { mutation, schema } = stepOf(action);

  @InputType(`${capital(mutation)}Input`, { description: schema.input })
  class Input extends ClaimCommandInput {
    @Field({ description: 'Goes on record: 1 to 2000 characters.' })
    @ValueKind('paragraph')
    reason!: string;
  }

  return claimStep<ReasonedClaimCommand, Input>(action, {
    input: Input,
    request: (origin, { claim, reason }) => ({ ...origin, claim, reason }),
    decision,
  });
}
