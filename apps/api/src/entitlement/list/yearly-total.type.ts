import type { Fen } from '@duixian/money';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/pagination.js';
import { Money } from '../../graphql/scalars/money.js';
import { Measure } from '../../policy/list/measure.type.js';
import type { YearlyTotalRow } from './yearly-total-row.js';

@ObjectType({ description: 'What an enterprise was granted under a measure in a year, city and county together.' })
export class YearlyTotal {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  uscc!: string;

  @Field(() => Measure)
  measure!: Measure;

  @Field(() => Int)
  year!: number;

  @Field(() => Money, { description: 'Reserved and paid.' })
  granted!: Fen;

  @Field(() => Money)
  reserved!: Fen;

  @Field(() => Money)
  paid!: Fen;

  @Field(() => Money, { description: 'Of what is granted: from city treasuries.' })
  city!: Fen;

  @Field(() => Money, { description: 'Of what is granted: from county treasuries.' })
  county!: Fen;

  @Field(() => Money, { nullable: true, description: 'The yearly ceiling; null where there is none.' })
  cap!: Fen | null;

  @Field(() => Float, { nullable: true, description: 'Of the ceiling, 0 to 100.' })
  capUsedPercent!: number | null;

  /** The row it was made of: its other fields are resolved from it. */
  row!: YearlyTotalRow;
}

@ObjectType()
export class YearlyTotalConnection extends connectionOf(YearlyTotal, 'YearlyTotal') {}
