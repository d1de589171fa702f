import { decideReview, stepOf, type Decision, type ReviewClaim } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { Money } from '../../graphql/scalars/money.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { AlikeInName } from '../similar/alike-in-name.js';
import { promisedBefore } from '../similar/promised-before.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: 'Why claims whose subjects have almost the same name are other matters.' })
class DistinctionInput {
  @Field(() => [ID], {
    description:
      'Numbers of the claims that were compared; see `Claim.nearSubjects`, `nearContracts` and `contradictingYears`.',
  })
  @ValueKind('reference')
  claims!: string[];

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: stepOf('REVIEW').schema.input })
class ReviewClaimInput extends ClaimCommandInput {
  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  opinion!: string;

  @Field(() => Money, { nullable: true, description: 'Where the measure leaves the amount to the lead department.' })
  agreedAmount?: Fen | null;

  @Field(() => DistinctionInput, {
    nullable: true,
    description:
      'Where other claims have almost the same subject or contract, or state other years: the word on each of them.',
  })
  distinction?: DistinctionInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'On what you agree (附条件同意), which the determination answers; left out where you agree as it stands. Goes on record.',
  })
  @ValueKind('paragraph')
  conditions?: string | null;
}

@Injectable()
class ReviewDecision implements StepDecision<ReviewClaim> {
  constructor(
    private readonly law: Law,
    private readonly alike: AlikeInName,
  ) {}

  async decide(records: Records, command: ReviewClaim): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const [papers, others, promised, lists] = await Promise.all([
      records.papers(claim, catalogue),
      this.alike.besides(records, claim),
      promisedBefore(records, claim, catalogue),
      records.listsOf(claim),
    ]);
    return decideReview({ command, claim, ...papers, others, promised, catalogue, lists });
  }
}

export const reviewClaim = claimStep('REVIEW', {
  input: ReviewClaimInput,
  request: (origin, { claim, opinion, agreedAmount, distinction, conditions }) => ({
    ...origin,
    claim,
    opinion,
    agreedAmount: agreedAmount ?? null,
    distinction: distinction ?? null,
    ...(conditions == null ? {} : { conditions }),
  }),
  decision: ReviewDecision,
});
