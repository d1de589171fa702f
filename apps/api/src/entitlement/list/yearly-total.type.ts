import type { Fen } from '@duixian/money';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/pagination.js';
import { Money } from '../../graphql/scalars/money.js';
import { Measure } from '../../policy/list/measure.type.js';
import type { YearlyTotalRow } from './yearly-total-row.js';

@ObjectType({
  description: 'What was granted, and stands (兑现额): reserved or paid, and by whose treasury.',
})
export class GrantedSums {
  @Field(() => Money, { description: '`reserved` and `paid` together; also `city` and `county` together.' })
  granted!: Fen;

  @Field(() => Money, { description: 'Set aside, and not paid yet (预留).' })
  reserved!: Fen;

  @Field(() => Money, { description: 'Confirmed as paid, and not sent back by the bank (已付).' })
  paid!: Fen;

  @Field(() => Money, { description: 'Of `granted`: from the treasury of the city.' })
  city!: Fen;

  @Field(() => Money, { description: 'Of `granted`: from treasuries of counties.' })
  county!: Fen;
}

@ObjectType({
  description:
    'What an enterprise was granted on the basis (法律依据) of a measure in a year, and, apart from it, what it was given to pass on to persons. A line stands under its legal basis alone: all rows can be added up.',
})
export class YearlyTotal extends GrantedSums {
  @Field(() => ID, { description: '`<uscc>:<measure>:<year>`.' })
  id!: string;

  @Field(() => ID, { description: "The enterprise's unified social credit code." })
  uscc!: string;

  @Field(() => Measure, { description: 'The legal basis, and whose ceiling `cap` is.' })
  measure!: Measure;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;

  @Field(() => GrantedSums, {
    description:
      'What natural persons were granted, and the enterprise claimed for them and passes on (转付个人): no gain of its own, and no part of `granted`.',
  })
  toPersons!: GrantedSums;

  @Field(() => GrantedSums, {
    description:
      'What counts against the yearly ceiling: also lines on the basis of another document that share it, and what goes to persons. Such a line counts under both measures: do not add these up. What a predecessor was granted counts under the ceiling too: `inherited`.',
  })
  counted!: GrantedSums;

  @Field(() => Money, {
    nullable: true,
    description: 'The yearly ceiling of the measure (年度限额); null where there is none.',
  })
  cap!: Fen | null;

  @Field(() => Float, {
    nullable: true,
    description: '`counted.granted` in percent of `cap`, 0 to 100; without what is `inherited`.',
  })
  capUsedPercent!: number | null;

  /** The row it was made of: its other fields are resolved from it. */
  row!: YearlyTotalRow;
}

@ObjectType({ description: 'A page of a list of yearly totals.' })
export class YearlyTotalConnection extends connectionOf(YearlyTotal, 'YearlyTotal') {}
