import type { Fen } from '@duixian/money';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { Money } from '../../graphql/scalars/money.js';
import { MeasureKind } from '../list/measure-enums.js';

@ObjectType({ description: 'What one treasury pays, and on which legal basis.' })
export class Line {
  @Field(() => Division)
  payer!: Division;

  @Field(() => Money)
  amount!: Fen;

  @Field(() => ID, { description: 'The measure it is paid under.' })
  basis!: string;
}

@ObjectType({ description: 'Why a claim gets less than its clause promises, or nothing.' })
export class Reason {
  @Field({ description: 'Stable: ITEM_CAP, CONDITION_NOT_MET, …' })
  code!: string;

  @Field(() => Bilingual)
  text!: Bilingual;
}

@ObjectType()
export class KeyValue {
  @Field()
  key!: string;

  @Field()
  value!: string;
}

@ObjectType({ description: 'One step of the reckoning: with all of them a reader can redo the sum by hand.' })
export class TraceStep {
  @Field({ description: 'jurisdiction, period, condition, base, item-cap, …, split, outcome.' })
  step!: string;

  @Field(() => Bilingual)
  text!: Bilingual;

  @Field({ description: 'As in `30% × 1200000.00 = 360000.00`; empty where nothing is reckoned.' })
  formula!: string;

  @Field(() => [KeyValue])
  inputs!: readonly KeyValue[];

  @Field({ description: 'Yuan after the step, or whether a condition is met.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'The reason that the step adds.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the document on which the step rests.' })
  quote!: string | null;

  @Field(() => ID, { nullable: true, description: 'The measure of those words.' })
  measure!: string | null;
}

@ObjectType({ description: 'What a claim is due, and why.' })
export class Assessment {
  @Field()
  eligible!: boolean;

  @Field(() => MeasureKind)
  kind!: 'grant' | 'loan-limit';

  @Field(() => Money)
  amount!: Fen;

  @Field(() => [Line])
  lines!: readonly Line[];

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => [Reason], { description: 'In the order in which the limits applied.' })
  reasons!: readonly Reason[];

  @Field(() => [TraceStep])
  trace!: readonly TraceStep[];
}
