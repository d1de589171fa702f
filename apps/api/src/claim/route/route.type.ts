import { STEP_OUTCOME_NAMES, STEP_OUTCOMES, ROUTE_STEP_NAMES, TAKEN_KINDS, type StepOutcome } from '@duixian/casework';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Deadline } from '../deadline/deadline.type.js';

export const RouteStepKindEnum = enumOf(TAKEN_KINDS);
registerEnumType(RouteStepKindEnum, {
  name: 'RouteStepKind',
  description: 'What is done in a step of a route (步骤类别).',
  valuesMap: wordsOf(ROUTE_STEP_NAMES),
});

export const StepOutcomeEnum = enumOf(STEP_OUTCOMES);
registerEnumType(StepOutcomeEnum, {
  name: 'StepOutcome',
  description: 'What an office says of a claim (办理结论).',
  valuesMap: wordsOf(STEP_OUTCOME_NAMES),
});

@ObjectType({ description: 'Minutes of a meeting (会议纪要), or a report.' })
export class StepPaper {
  @Field({ description: 'Its number (文号).' })
  number!: string;

  @Field(() => PlainDate, { description: 'Its day.' })
  on!: string;

  @Field(() => [String], { description: 'Who was present, or who made it.' })
  by!: readonly string[];
}

@ObjectType({ description: 'What one expert of a panel gives (专家评分).' })
export class ExpertScore {
  @Field({ description: 'The expert.' })
  expert!: string;

  @Field(() => Int, { description: 'Of a hundred.' })
  score!: number;
}

@ObjectType({ description: 'What an office said in a step.' })
export class StepTaken {
  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'The official, as he was called then.' })
  by!: string;

  @Field(() => StepOutcomeEnum, { description: 'Whether the office agrees.' })
  outcome!: StepOutcome;

  @Field({ description: 'Its opinion.' })
  opinion!: string;

  @Field(() => String, { nullable: true, description: 'Of an agreement with conditions; null of any other.' })
  conditions!: string | null;

  @Field(() => StepPaper, { nullable: true, description: 'Minutes or a report; null where there is none.' })
  paper!: StepPaper | null;

  @Field(() => [ExpertScore], { description: 'Of a panel; empty of any other.' })
  scores!: readonly ExpertScore[];
}

export const STEP_SAMPLINGS = ['undecided', 'drawn', 'not-drawn'] as const;
export type StepSampling = (typeof STEP_SAMPLINGS)[number];
export const StepSamplingEnum = enumOf(STEP_SAMPLINGS);
registerEnumType(StepSamplingEnum, {
  name: 'StepSampling',
  description: 'What a draw made of a claim for a step (抽取结果).',
  valuesMap: {
    DRAWN: { description: 'It takes the step (抽中).' },
    NOT_DRAWN: { description: 'It goes past the step (未抽中).' },
    UNDECIDED: { description: 'No draw was made for it yet (待抽取).' },
  },
});

@ObjectType({ description: 'That a step is taken by those claims alone that a draw takes (复审抽取).' })
export class StepSample {
  @Field(() => Int, { description: 'Of a hundred claims, how many are drawn at least.' })
  share!: number;

  @Field(() => StepSamplingEnum, { description: 'What became of this one.' })
  result!: StepSampling;

  @Field(() => ID, { nullable: true, description: 'Id of the draw; null before.' })
  draw!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'On which day; null before.' })
  on!: string | null;
}

@ObjectType({ description: 'That a step went from one department to another (转办).' })
export class StepForward {
  @Field(() => String, { nullable: true, description: 'The department that forwarded it.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'The department to which it went.' })
  to!: string | null;

  @Field({ description: 'The official, as he was called then.' })
  by!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'A step of the route of a claim (路线步骤), as it stands for you.' })
export class RouteStep {
  @Field(() => ID, { description: 'Names it within the route: `takeStep` takes it.' })
  key!: string;

  @Field(() => Int, { description: 'The stage it is of, from 1: a stage opens when the one before it is over.' })
  stage!: number;

  @Field(() => RouteStepKindEnum, { description: 'What is done in it.' })
  kind!: string;

  @Field(() => Bilingual, { description: 'What it is called.' })
  name!: Bilingual;

  @Field(() => Division, { description: 'Whose office takes it.' })
  division!: Division;

  @Field(() => String, { nullable: true, description: 'The department; null of a finance bureau.' })
  department!: string | null;

  @Field(() => Int, { nullable: true, description: 'Working days for it; null where nobody sets any.' })
  limit!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a panel: the average score, of a hundred, below which it does not agree; null where there is none.',
  })
  passMark!: number | null;

  @Field(() => StepSample, { nullable: true, description: 'Of a step for which is drawn; null of any other.' })
  sample!: StepSample | null;

  @Field({ description: 'Whether it waits to be taken now.' })
  isOpen!: boolean;

  @Field(() => Deadline, { nullable: true, description: 'How its limit stands; null unless it is open and limited.' })
  deadline!: Deadline | null;

  @Field(() => StepTaken, { nullable: true, description: 'Null until it is taken.' })
  taken!: StepTaken | null;

  @Field({ description: 'Whether you may take it now.' })
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do; null where you may.' })
  refusal!: Bilingual | null;

  @Field({ description: 'Whether you may forward it to another department now (转办).' })
  canForward!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do; null where you may.' })
  forwardRefusal!: Bilingual | null;

  @Field(() => [StepForward], { description: 'How it came to its office, in order; empty where the table says so.' })
  forwards!: StepForward[];
}

@ObjectType({
  description: 'The way of a claim to the review of its lead department (办理路线), fixed when it was stated.',
})
export class ClaimRoute {
  @Field({ description: 'SHA-256 of the table of routes.' })
  version!: string;

  @Field(() => Int, { description: 'One more whenever the claim is stated or looked at anew.' })
  round!: number;

  @Field(() => [RouteStep], { description: 'In order; those of one stage stand side by side.' })
  steps!: RouteStep[];
}
