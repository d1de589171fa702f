import { decideResubmission, stepOf, type Decision, type ResubmitClaim } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { VersionUse } from '../../policy/law/version-use.js';
import { ApplicationInput } from '../submit/application.input.js';
import { parseApplication } from '../submit/parse-application.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: 'What is said to a field that the return named (补正说明).' })
class ReturnAnswerInput {
  @Field({ description: 'Key of a field that `ClaimReturn.items` names.' })
  @ValueKind('line')
  field!: string;

  @Field({ description: 'Why it stays as it is, or what was done. Goes on record: 1 to 500 characters.' })
  @ValueKind('paragraph')
  text!: string;
}

@InputType({ description: stepOf('RESUBMIT').schema.input })
class ResubmitClaimInput extends ApplicationInput {
  @Field(() => ID, { description: "The claim's number." })
  @ValueKind('reference')
  claim!: string;

  @Field(() => [ReturnAnswerInput], {
    defaultValue: [],
    description: 'Asked for of each field that the return named and that is not changed.',
  })
  answers!: ReturnAnswerInput[];
}

@Injectable()
class ResubmissionDecision implements StepDecision<ResubmitClaim> {
  constructor(
    private readonly law: Law,
    private readonly use: VersionUse,
  ) {}

  async decide(records: Records, command: ResubmitClaim): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    const [enterprise, round] = await Promise.all([
      claim === null ? null : records.enterprise(claim.uscc),
      records.roundOf(claim),
    ]);
    const matter = claim === null ? null : { ...claim, occurredOn: command.occurredOn };
    const catalogue = this.law.ofClaim(command.tenant, matter);
    const byItsVersions = this.use.of(records, command, catalogue);
    const sellersOnRecord = await records.sellersOnRecord(command.evidence);
    const entries = await records.entriesNamed(command, claim?.uscc ?? '');
    return byItsVersions(
      decideResubmission({ command, claim, enterprise, catalogue, sellersOnRecord, entries, round }),
    );
  }
}

export const resubmitClaim = claimStep('RESUBMIT', {
  input: ResubmitClaimInput,
  request: (origin, input) => ({ ...origin, claim: input.claim, answers: input.answers, ...parseApplication(input) }),
  decision: ResubmissionDecision,
});
