import type { ClaimAction, ClaimStatus } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ClaimActionName, ClaimStatusEnum } from '../claim/read/claim-enums.js';
import { YearlyTotal } from '../entitlement/list/yearly-total.type.js';
import { TimelineEntry } from '../event/timeline-entry.type.js';
import { Money } from '../graphql/scalars/money.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { Measure } from '../policy/list/measure.type.js';
import { Programme } from '../programme/programme.type.js';

@ObjectType({ description: 'Claims on which you can take the next step.' })
export class Waiting {
  @Field(() => ClaimStatusEnum)
  status!: ClaimStatus;

  @Field(() => ClaimActionName)
  action!: ClaimAction;

  @Field(() => Int, { description: 'Counted as far as a list is.' })
  count!: number;

  @Field(() => PlainDate, { nullable: true, description: 'When the oldest of them was submitted.' })
  oldestOn!: string | null;
}

@ObjectType()
export class StatusTally {
  @Field(() => ClaimStatusEnum)
  status!: ClaimStatus;

  @Field(() => Int)
  count!: number;

  @Field(() => Money, { description: 'Asked for; determined, where it was.' })
  amount!: Fen;
}

@ObjectType()
export class MeasureTally {
  @Field(() => Measure)
  measure!: Measure;

  @Field(() => Int)
  claims!: number;

  @Field(() => Money)
  reserved!: Fen;

  @Field(() => Money)
  paid!: Fen;
}

@ObjectType()
export class ClaimTotals {
  @Field(() => Int)
  claims!: number;

  @Field(() => Money)
  requested!: Fen;

  @Field(() => Money)
  determined!: Fen;

  @Field(() => Money)
  reserved!: Fen;

  @Field(() => Money)
  paid!: Fen;
}

@ObjectType({ description: 'A working day at a glance.' })
export class Dashboard {
  @Field(() => [Waiting])
  waiting!: Waiting[];

  @Field(() => Int, { description: 'Payments that wait for your treasury.' })
  waitingPayments!: number;

  @Field(() => Int, { description: 'Changes of accounts that wait for you as the second administrator.' })
  waitingProposals!: number;

  @Field(() => ClaimTotals)
  totals!: ClaimTotals;

  @Field(() => [StatusTally])
  byStatus!: StatusTally[];

  @Field(() => [MeasureTally], { description: 'Reserved and paid under each measure that has claims.' })
  measures!: MeasureTally[];

  @Field(() => [YearlyTotal], { description: 'The enterprises nearest to their yearly ceilings.' })
  caps!: YearlyTotal[];

  @Field(() => [Programme], { description: 'Pools and quotas.' })
  programmes!: Programme[];

  @Field(() => [TimelineEntry], { description: 'What happened last.' })
  recent!: TimelineEntry[];
}
