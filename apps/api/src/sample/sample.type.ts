import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../graphql/bilingual.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { Measure } from '../policy/list/measure.type.js';

@ObjectType({ description: 'Where the chance of a draw came from; SHA-256 is over the texts as they stand here.' })
export class SampleSeed {
  @Field({ description: '32 bytes that the server drew when it decided, in hexadecimal.' })
  random!: string;

  @Field(() => ID, { description: 'Position of the last event of the log then.' })
  position!: string;

  @Field({ description: 'Link of that event in the chain, in hexadecimal.' })
  link!: string;

  @Field({ description: 'The seed: SHA-256 of `random` and `link`, one behind the other.' })
  value!: string;
}

@ObjectType({ description: 'A claim of which an earlier one was drawn, and ended: claimed anew it is examined again.' })
export class DrawnBefore {
  @Field(() => ID, { description: 'Its number.' })
  claim!: string;

  @Field(() => ID, { description: 'The earlier one of the same enterprise, clause and year.' })
  earlier!: string;
}

@ObjectType({ description: 'Claims among which was drawn, and those that were.' })
export class SampleList {
  @Field({ description: 'The step of their routes, by its key.' })
  step!: string;

  @Field(() => Int, { description: 'Of a hundred claims, how many are drawn at least.' })
  share!: number;

  @Field(() => [ID], { description: 'Numbers of all of them, in their order.' })
  of!: readonly string[];

  @Field(() => [ID], {
    description:
      'Numbers of those with the least lots, in their order; a lot is SHA-256 of the seed and the number, one behind the other.',
  })
  drawn!: readonly string[];

  @Field(() => [DrawnBefore], {
    description:
      'Claims that take the step without a lot, since an earlier one was drawn for it; none of them is in `of`.',
  })
  before!: readonly DrawnBefore[];
}

@ObjectType({ description: 'A draw of the claims that are examined again (复审抽取). Nobody draws again for them.' })
export class Sample {
  @Field(() => ID, { description: 'The draw.' })
  id!: string;

  @Field(() => Measure, { description: 'The clause.' })
  measure!: Measure;

  @Field(() => ID, { nullable: true, description: 'Id of the round; null of claims without one.' })
  round!: string | null;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Who drew, as he was called then.' })
  by!: string;

  @Field(() => ID, { description: 'Position of its event in the log.' })
  position!: string;

  @Field(() => ID, { description: 'Position up to which claims were looked for that wait.' })
  lookedAt!: string;

  @Field(() => SampleSeed, { description: 'Where its chance came from.' })
  seed!: SampleSeed;

  @Field(() => [SampleList], { description: 'One for each step and share.' })
  lists!: readonly SampleList[];
}

@ObjectType({ description: 'Claims of a clause, of one round or of none, that wait for a draw (待抽取).' })
export class PendingSample {
  @Field(() => Measure, { description: 'The clause.' })
  measure!: Measure;

  @Field(() => ID, { nullable: true, description: 'Id of the round; null of claims without one.' })
  round!: string | null;

  @Field(() => Int, { description: 'How many wait.' })
  claims!: number;

  @Field({ description: 'Whether you may draw now.' })
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do; null where you may.' })
  refusal!: Bilingual | null;
}
