import {
  decideLackingAcceptance,
  stepOf,
  type AcceptLacking,
  type Decision,
  type EvidenceKind,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { Law } from '../../policy/law/law.js';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('ACCEPT_LACKING').schema.input })
class AcceptWithPapersToFollowInput extends ClaimCommandInput {
  @Field(() => [EvidenceKindEnum], { description: 'Every paper that is missing; each has to be one that may follow.' })
  kinds!: EvidenceKind[];
}

@Injectable()
class LackingAcceptanceDecision implements StepDecision<AcceptLacking> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: AcceptLacking): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const [evidence, lists, exclusions] = await Promise.all([
      records.evidence(claim, catalogue),
      records.listsOf(claim),
      exclusionsOf(records, claim, catalogue, { step: 'acceptance', on: command.on }),
    ]);
    const [statuses, former] = await Promise.all([
      records.contestants(claim, evidence, catalogue),
      records.formerClaims(claim, evidence),
    ]);
    return decideLackingAcceptance({ command, claim, evidence, statuses, former, lists, exclusions, catalogue });
  }
}

export const acceptLacking = claimStep<AcceptLacking, AcceptWithPapersToFollowInput>('ACCEPT_LACKING', {
  input: AcceptWithPapersToFollowInput,
  request: (origin, { claim, kinds }) => ({ ...origin, claim, kinds }),
  decision: LackingAcceptanceDecision,
});
