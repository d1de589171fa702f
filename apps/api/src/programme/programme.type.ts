import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { Money } from '../graphql/scalars/money.js';
import { Measure } from '../policy/list/measure.type.js';

export enum ProgrammeKind {
  POOL = 'POOL',
  QUOTA = 'QUOTA',
}

registerEnumType(ProgrammeKind, {
  name: 'ProgrammeKind',
  description: 'What a programme’s ceiling counts.',
  valuesMap: {
    POOL: { description: 'Money of all enterprises in a year, in yuan (资金总额).' },
    QUOTA: { description: 'Subjects of all enterprises in a year (名额).' },
  },
});

@ObjectType({ description: 'How much of a pool of money (资金总额) is used.' })
export class PoolUse {
  @Field(() => Money, { description: '`used` and `remaining` together.' })
  ceiling!: Fen;

  @Field(() => Money, { description: '`reserved` and `paid` together.' })
  used!: Fen;

  @Field(() => Money, { description: 'Set aside, and not paid yet.' })
  reserved!: Fen;

  @Field(() => Money, { description: 'Confirmed as paid, and not sent back by the bank.' })
  paid!: Fen;

  @Field(() => Money, { description: 'What nobody uses yet.' })
  remaining!: Fen;
}

@ObjectType({ description: 'How many places of a quota (名额) are used.' })
export class QuotaUse {
  @Field(() => Int, { description: '`used` and `remaining` together.' })
  ceiling!: number;

  @Field(() => Int, { description: '`reserved` and `paid` together.' })
  used!: number;

  @Field(() => Int, { description: 'Of subjects that are not paid yet.' })
  reserved!: number;

  @Field(() => Int, { description: 'Of subjects that are paid.' })
  paid!: number;

  @Field(() => Int, { description: 'What nobody uses yet.' })
  remaining!: number;
}

@ObjectType({
  description:
    'A ceiling over all enterprises in a year, of claims made under one measure. Pools and quotas never add up.',
})
export class Programme {
  @Field(() => ID, { description: 'Name of its control account.' })
  id!: string;

  @Field(() => Measure, { description: 'Whose ceiling it is.' })
  measure!: Measure;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;

  @Field(() => ProgrammeKind, { description: 'Whether money or places are counted.' })
  kind!: ProgrammeKind;

  @Field(() => PoolUse, { nullable: true, description: 'Of a pool; null for a quota.' })
  pool!: PoolUse | null;

  @Field(() => QuotaUse, { nullable: true, description: 'Of a quota; null for a pool.' })
  quota!: QuotaUse | null;

  @Field(() => PlainDate, {
    nullable: true,
    description:
      'The day on which nothing is left of it, if it goes on being taken up as since the first day of the third month before this one (按近三个月的进度预计用尽日); null where nothing is left, where nothing was taken up since, and where it would last longer than ten years.',
  })
  lastsUntil!: string | null;
}
