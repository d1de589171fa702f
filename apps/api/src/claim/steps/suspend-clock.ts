import { decideSuspension, stepOf, type Decision, type SuspendClock, type SuspensionGround } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { SuspensionGroundEnum } from '../deadline/deadline.type.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('SUSPEND').schema.input })
class SuspendClockInput extends ClaimCommandInput {
  @Field(() => SuspensionGroundEnum, { description: 'For what: one of `ClaimDeadlines.grounds`.' })
  ground!: SuspensionGround;

  @Field({ description: 'The rule that lets it, as it is cited. Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  basis!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@Injectable()
class SuspensionDecision implements StepDecision<SuspendClock> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: SuspendClock): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    return decideSuspension({ command, claim, catalogue: this.law.ofClaim(command.tenant, claim) });
  }
}

export const suspendClock = claimStep<SuspendClock, SuspendClockInput>('SUSPEND', {
  input: SuspendClockInput,
  request: (origin, { claim, ground, basis, reason }) => ({ ...origin, claim, ground, basis, reason }),
  decision: SuspensionDecision,
});
