import { decidePublicity, initialEntitlement, stepOf, type Decision, type PubliciseClaim } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: stepOf('PUBLICISE').schema.input })
class PubliciseClaimInput extends ClaimCommandInput {
  @Field(() => Int, {
    description: 'Length of the publicity, in the unit of the measure’s rule: at least what it says, 60 at most.',
  })
  @ValueKind('whole')
  days!: number;
}

@Injectable()
class PublicityDecision implements StepDecision<PubliciseClaim> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: PubliciseClaim): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
    const lists = await records.listsOf(claim);
    return decidePublicity({ command, claim, entitlement, catalogue, lists });
  }
}

export const publiciseClaim = claimStep('PUBLICISE', {
  input: PubliciseClaimInput,
  request: (origin, { claim, days }) => ({ ...origin, claim, days }),
  decision: PublicityDecision,
});
