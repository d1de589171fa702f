import type { Batch as Recorded } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StepPaper } from '../../claim/route/route.type.js';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Measure } from '../../policy/list/measure.type.js';

/** How a batch stands: claims come and go, or the meeting has decided on it. */
export const BATCH_STANDINGS = ['open', 'decided'] as const;
export type BatchStanding = (typeof BATCH_STANDINGS)[number];
export const BatchStandingEnum = enumOf(BATCH_STANDINGS);
registerEnumType(BatchStandingEnum, {
  name: 'BatchStanding',
  description: 'How a batch (批次) stands.',
  valuesMap: wordsOf({ open: { zh: '待集体研究', en: 'open' }, decided: { zh: '已集体研究', en: 'decided on' } }),
});

@ObjectType({ description: 'That a claim was split out of a batch (拆出).' })
export class BatchSplitOut {
  @Field({ description: 'Who did, as he was called then.' })
  by!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'A claim that was put into a batch.' })
export class BatchEntry {
  @Field(() => ID, { description: "The claim's number." })
  id!: string;

  @Field({ description: 'Who put it there, as he was called then.' })
  putBy!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  putOn!: string;

  @Field(() => BatchSplitOut, { nullable: true, description: 'Null while it is in.' })
  out!: BatchSplitOut | null;
}

@ObjectType({ description: 'The collective decision on a batch (集体研究). Nothing joins or leaves it after that.' })
export class BatchMinutes {
  @Field(() => StepPaper, { description: 'The minutes.' })
  paper!: StepPaper;

  @Field({ description: 'What was decided.' })
  opinion!: string;

  @Field({ description: 'Who recorded it, as he was called then.' })
  by!: string;

  @Field(() => PlainDate, { description: 'On which day it was recorded.' })
  on!: string;

  @Field(() => [ID], { description: 'Numbers of the claims on which the meeting decided.' })
  claims!: readonly string[];
}

@ObjectType({ description: 'What one treasury pays for the claims of a batch.' })
export class BatchPayer {
  @Field(() => Division, { description: 'Whose treasury.' })
  payer!: Division;

  @Field(() => Money, { description: 'Yuan that finance determined, without what was released.' })
  amount!: Fen;

  @Field(() => Money, { description: 'Yuan of it that are paid.' })
  paid!: Fen;
}

@ObjectType({ description: 'Sums over the claims that are in a batch and have not ended without money.' })
export class BatchTotals {
  @Field(() => Int, { description: 'How many claims.' })
  claims!: number;

  @Field(() => Money, { description: 'Yuan that they ask for.' })
  requested!: Fen;

  @Field(() => Money, { description: 'Yuan that finance determined so far.' })
  determined!: Fen;

  @Field(() => [BatchPayer], { description: 'Who pays what is determined.' })
  payers!: BatchPayer[];
}

@ObjectType({ description: 'Claims of one clause that go to the collective decision together (批次).' })
export class Batch {
  @Field(() => ID, { description: 'The batch.' })
  id!: string;

  @Field({ description: 'What people call it.' })
  name!: string;

  @Field(() => Measure, { description: 'The clause of its claims.' })
  measure!: Measure;

  @Field(() => BatchStandingEnum, { description: 'How it stands.' })
  standing!: BatchStanding;

  @Field({ description: 'Who opened it, as he was called then.' })
  openedBy!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  openedOn!: string;

  @Field(() => Int, { description: 'How many claims are in it.' })
  size!: number;

  @Field(() => [BatchEntry], {
    description: 'Every claim that was put there, in that order; one that was put there again stands twice.',
  })
  entries!: BatchEntry[];

  @Field(() => BatchMinutes, { nullable: true, description: 'Null until the meeting has decided.' })
  minutes!: BatchMinutes | null;

  @Field({ description: 'Whether you may put claims into it, split them out, and record the minutes now.' })
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do; null where you may.' })
  refusal!: Bilingual | null;

  recorded!: Recorded;
}
