import type { Fen } from '@duixian/money';
import type { ReasonCode, TraceStepKind } from '@duixian/policy';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { Money } from '../../graphql/scalars/money.js';
import { ReasonCodeEnum } from './reason-code.js';
import { TraceStepKindEnum } from './trace-step-kind.js';
import { MeasureKind } from '../list/measure-enums.js';

@ObjectType({ description: 'What one treasury pays, and on which legal basis.' })
export class Line {
  @Field(() => Division, { description: 'Whose treasury pays.' })
  payer!: Division;

  @Field(() => Money, { description: 'Yuan.' })
  amount!: Fen;

  @Field(() => ID, { description: 'The measure it is paid under.' })
  basis!: string;
}

@ObjectType({ description: 'Why a claim gets less than its clause promises, or nothing.' })
export class Reason {
  @Field(() => ReasonCodeEnum, { description: 'Stable: clients may decide by it.' })
  code!: ReasonCode;

  @Field(() => Bilingual, { description: 'The same in words.' })
  text!: Bilingual;
}

@ObjectType({ description: 'A named value of a reckoning.' })
export class KeyValue {
  @Field({ description: 'What it is.' })
  key!: string;

  @Field({ description: 'As it was reckoned with.' })
  value!: string;
}

@ObjectType({ description: 'One step of the reckoning: with all of them a reader can redo the sum by hand.' })
export class TraceStep {
  @Field(() => TraceStepKindEnum, { description: 'Which step it is.' })
  step!: TraceStepKind;

  @Field(() => Bilingual, { description: 'What the step does, in words.' })
  text!: Bilingual;

  @Field({ description: 'As in `30% × 1200000.00 = 360000.00`; empty where nothing is reckoned.' })
  formula!: string;

  @Field(() => [KeyValue], { description: 'What was reckoned with.' })
  inputs!: readonly KeyValue[];

  @Field({ description: 'Yuan after the step, or whether a condition is met.' })
  outcome!: string;

  @Field(() => ReasonCodeEnum, { nullable: true, description: 'The reason that the step adds.' })
  code!: ReasonCode | null;

  @Field(() => String, { nullable: true, description: 'The words of the document on which the step rests.' })
  quote!: string | null;

  @Field(() => ID, { nullable: true, description: 'The measure of those words.' })
  measure!: string | null;
}

@ObjectType({ description: 'What a claim is due, and why.' })
export class Assessment {
  @Field({ description: 'Whether all conditions are met.' })
  eligible!: boolean;

  @Field(() => MeasureKind, { description: 'Whether a treasury pays it, or a bank may lend up to it.' })
  kind!: 'grant' | 'loan-limit';

  @Field(() => Money, { description: 'Yuan that it comes to; 0.00 where it is not eligible.' })
  amount!: Fen;

  @Field(() => [Line], { description: 'What each treasury pays (资金分担); empty for a loan limit.' })
  lines!: readonly Line[];

  @Field(() => String, {
    nullable: true,
    description: 'What the grant is for: project, product or scenario; null where the measure asks for none.',
  })
  subject!: string | null;

  @Field(() => [Reason], { description: 'In the order in which the limits applied.' })
  reasons!: readonly Reason[];

  @Field(() => [TraceStep], { description: 'Every step of the reckoning, in order.' })
  trace!: readonly TraceStep[];
}
