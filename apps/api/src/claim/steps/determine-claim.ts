import {
  decideDetermination,
  initialEntitlement,
  programmeAccounts,
  stepOf,
  type ClaimState,
  type Decision,
  type DetermineClaim,
} from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { claimStep, type StepDecision } from './claim-step.js';
import { LoanLimits } from './loan-limits.js';

@Injectable()
class DeterminationDecision implements StepDecision<DetermineClaim> {
  constructor(
    private readonly law: Law,
    private readonly use: VersionUse,
    private readonly loanLimits: LoanLimits,
  ) {}

  async decide(records: Records, command: DetermineClaim): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const catalogue = this.law.ofClaim(command.tenant, claim);
    const byItsVersions = this.use.of(records, command, catalogue);
    const programme = await records.guards(programmeOf(claim, catalogue));
    const [entitlement, papers, lists, exclusions, others, round] = await Promise.all([
      claim === null ? initialEntitlement : records.entitlement(claim.uscc),
      records.papers(claim, catalogue),
      records.listsOf(claim),
      exclusionsOf(records, claim, catalogue, { step: 'determination', on: command.on }),
      this.loanLimits.besides(records, claim, catalogue),
      records.roundOf(claim),
    ]);
    return byItsVersions(
      decideDetermination({
        ...{ command, claim, entitlement, programme, catalogue, papers, lists, exclusions, others, round },
      }),
    );
  }
}

function programmeOf(claim: ClaimState, catalogue: Catalogue): readonly string[] {
  return claim === null ? [] : programmeAccounts(catalogue, claim.measure, claim.year);
}

@InputType({ description: 'Whether a condition on which an office agreed is met (附条件同意).' })
class ConditionAnswerInput {
  @Field(() => ID, { description: 'Its `key`, of `Claim.conditions`.' })
  @ValueKind('reference')
  condition!: string;

  @Field({ description: 'A claim is not determined while one is not met.' })
  met!: boolean;

  @Field({ description: 'In what way. Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: stepOf('DETERMINE').schema.input })
class DetermineClaimInput extends ClaimCommandInput {
  @Field(() => [ConditionAnswerInput], {
    nullable: true,
    description: 'An answer to each of `Claim.conditions`; left out where it has none.',
  })
  conditions?: ConditionAnswerInput[] | null;
}

export const determineClaim = claimStep('DETERMINE', {
  input: DetermineClaimInput,
  request: (origin, { claim, conditions }): DetermineClaim => ({
    ...origin,
    claim,
    ...(conditions != null && conditions.length > 0 && { conditions }),
  }),
  decision: DeterminationDecision,
});
