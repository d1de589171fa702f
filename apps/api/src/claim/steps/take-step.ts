import { decideRouteStep, stepOf, type Decision, type StepOutcome, type TakeStep } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Injectable } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Records } from '../../command/records.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { Law } from '../../policy/law/law.js';
import { ClaimCommandInput } from '../claim-command.input.js';
import { StepOutcomeEnum } from '../route/route.type.js';
import { claimStep, type StepDecision } from './claim-step.js';

@InputType({ description: 'Minutes of a meeting (会议纪要), or a report.' })
export class StepPaperInput {
  @Field({ description: 'Its number (文号).' })
  @ValueKind('line')
  number!: string;

  @Field(() => PlainDate, { description: 'Its day.' })
  on!: string;

  @Field(() => [String], { description: 'Who was present, or who made it.' })
  @ValueKind('name')
  by!: string[];
}

@InputType({ description: 'What one expert of a panel gives (专家评分).' })
class ExpertScoreInput {
  @Field({ description: 'The expert.' })
  @ValueKind('name')
  expert!: string;

  @Field(() => Int, { description: 'Of a hundred.' })
  @ValueKind('whole')
  score!: number;
}

@InputType({ description: stepOf('TAKE_STEP').schema.input })
class TakeStepInput extends ClaimCommandInput {
  @Field(() => ID, { description: 'Which of `Claim.route.steps`, by its key.' })
  @ValueKind('reference')
  step!: string;

  @Field(() => StepOutcomeEnum, { description: 'Whether the office agrees.' })
  outcome!: StepOutcome;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  opinion!: string;

  @Field(() => String, { nullable: true, description: 'Of an agreement with conditions: which. Goes on record.' })
  @ValueKind('paragraph')
  conditions?: string | null;

  @Field(() => StepPaperInput, {
    nullable: true,
    description: 'Minutes or a report: asked for of a collective decision and of an audit.',
  })
  paper?: StepPaperInput | null;

  @Field(() => [ExpertScoreInput], {
    defaultValue: [],
    description: 'Asked for of a panel of experts, and of no other.',
  })
  scores!: ExpertScoreInput[];
}

@Injectable()
class RouteStepDecision implements StepDecision<TakeStep> {
  constructor(private readonly law: Law) {}

  async decide(records: Records, command: TakeStep): Promise<Decision<DomainEvent>> {
    const claim = await records.claim(command.claim);
    return decideRouteStep({ command, claim, catalogue: this.law.ofClaim(command.tenant, claim) });
  }
}

export const takeStep = claimStep<TakeStep, TakeStepInput>('TAKE_STEP', {
  input: TakeStepInput,
  request: (origin, { claim, step, outcome, opinion, conditions, paper, scores }) => ({
    ...origin,
    ...{ claim, step, outcome, opinion },
    conditions: conditions ?? null,
    paper: paper ?? null,
    scores,
  }),
  decision: RouteStepDecision,
});
