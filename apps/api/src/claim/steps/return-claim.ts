import { decideReturn, stepOf, type Decision, type ReturnClaim } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: 'What is to be corrected (补正事项).' })
class ReturnItemInput {
  @Field({ description: 'Key of one of `Claim.correctable`.' })
  @ValueKind('line')
  field!: string;

  @Field({ description: 'What is wrong with it. Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  wrong!: string;

  @Field({ description: 'What is wanted. Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  wanted!: string;
}

@InputType({ description: stepOf('RETURN').schema.input })
class ReturnClaimInput extends ClaimCommandInput {
  @Field(() => String, {
    nullable: true,
    description: 'A remark on the whole: may be left out where there are items. Goes on record: 1 to 2000 characters.',
  })
  @ValueKind('paragraph')
  reason?: string | null;

  @Field(() => [ReturnItemInput], { defaultValue: [], description: 'All that is to be corrected; 50 at most.' })
  items!: ReturnItemInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'Where something stood at an earlier return as it stands now: why it is told now, or again (迟告理由). Goes on record.',
  })
  @ValueKind('paragraph')
  lateReason?: string | null;
}

@Injectable()
class ReturnDecision implements StepDecision<ReturnClaim> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: ReturnClaim): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    return decideReturn({ command, claim, catalogue: this.law.ofClaim(command.tenant, claim) });
  }
}

export const returnClaim = claimStep<ReturnClaim, ReturnClaimInput>('RETURN', {
  input: ReturnClaimInput,
  request: (origin, { claim, reason, items, lateReason }) => ({
    ...{ ...origin, claim, items },
    reason: reason ?? null,
    lateReason: lateReason ?? null,
  }),
  decision: ReturnDecision,
});
