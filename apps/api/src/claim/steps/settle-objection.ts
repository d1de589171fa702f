import {
  decideObjectionAnswer,
  initialEntitlement,
  stepOf,
  type Decision,
  type SettleObjection,
  type UpheldStep,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { UpheldStepEnum } from '../objection/objection.type.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('SETTLE_OBJECTION').schema.input })
class SettleObjectionInput extends ClaimCommandInput {
  @Field(() => ID, { description: 'Which of `Claim.objections`.' })
  @ValueKind('reference')
  objection!: string;

  @Field(() => Boolean, { description: 'Whether the objection is right (成立).' })
  upheld!: boolean;

  @Field(() => UpheldStepEnum, {
    nullable: true,
    description: 'What follows where it is upheld; left out where it is not.',
  })
  then?: UpheldStep | null;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@Injectable()
class ObjectionAnswerDecision implements StepDecision<SettleObjection> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: SettleObjection): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
    return decideObjectionAnswer({ command, claim, entitlement, catalogue });
  }
}

export const settleObjection = claimStep<SettleObjection, SettleObjectionInput>('SETTLE_OBJECTION', {
  input: SettleObjectionInput,
  request: (origin, { claim, objection, upheld, then, reason }) => ({
    ...origin,
    ...{ claim, objection, upheld, reason },
    then: then ?? null,
  }),
  decision: ObjectionAnswerDecision,
});
