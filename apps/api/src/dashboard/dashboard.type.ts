import type { ClaimAction, ClaimStatus, Light } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LightEnum } from '../claim/deadline/deadline.type.js';
import { ClaimActionName, ClaimStatusEnum } from '../claim/read/claim-enums.js';
import { YearlyTotal } from '../entitlement/list/yearly-total.type.js';
import { TimelineEntry } from '../event/timeline-entry.type.js';
import { Division } from '../division/division.type.js';
import { Money } from '../graphql/scalars/money.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { Measure } from '../policy/list/measure.type.js';
import { PolicyNotice } from '../policy/version/policy-version.type.js';
import { Programme } from '../programme/programme.type.js';
import { ClaimFigures } from './claim-figures.type.js';

@ObjectType({ description: 'Claims on which you can take the next step.' })
export class Waiting {
  @Field(() => ClaimStatusEnum, { description: 'Where these claims stand.' })
  status!: ClaimStatus;

  @Field(() => ClaimActionName, { description: 'The step that waits.' })
  action!: ClaimAction;

  @Field(() => Int, { description: 'Counted as far as a list is.' })
  count!: number;

  @Field(() => PlainDate, { nullable: true, description: 'When the oldest of them was submitted.' })
  oldestOn!: string | null;
}

@ObjectType({ description: 'The claims whose time limits stand alike on the day of the answer (时限).' })
export class DueTally {
  @Field(() => LightEnum, { description: 'How they stand.' })
  light!: Light;

  @Field(() => Int, { description: 'All of your city.' })
  claims!: number;

  @Field(() => Int, { description: 'Those of them on which you can take the next step.' })
  waiting!: number;
}

@ObjectType({ description: 'The claims of one status. The figures of all statuses add up to `Dashboard.totals`.' })
export class StatusTally extends ClaimFigures {
  @Field(() => ClaimStatusEnum, { description: 'Where these claims stand.' })
  status!: ClaimStatus;
}

@ObjectType({
  description:
    'The claims made under one measure, on whatever legal basis each treasury pays. All measures add up to `Dashboard.totals`.',
})
export class MeasureTally extends ClaimFigures {
  @Field(() => Measure, { description: 'Under which they are claimed.' })
  measure!: Measure;
}

@ObjectType({ description: 'All claims of your city.' })
export class ClaimTotals extends ClaimFigures {}

@ObjectType({
  description:
    'What one treasury was bound to pay (各级国库), every line once. All treasuries add up to `reserved`, `paid` and `returned` of `Dashboard.totals`.',
})
export class TreasuryTotal {
  @Field(() => Division, { description: 'Whose treasury pays; of one that was merged, the one that goes on with it.' })
  payer!: Division;

  @Field(() => Money, { description: 'Set aside, and not paid yet.' })
  reserved!: Fen;

  @Field(() => Money, { description: 'Confirmed as paid, and not sent back.' })
  paid!: Fen;

  @Field(() => Money, { description: 'Sent back by the bank, and not instructed again.' })
  returned!: Fen;

  @Field(() => Money, {
    description:
      'Of the three together: on the basis of a document of another division, such as the county line of a city’s measure.',
  })
  onOthersBasis!: Fen;

  @Field(() => Money, {
    description: 'Of the three together: what natural persons get, and an enterprise claimed for them (转付个人).',
  })
  toPersons!: Fen;
}

@ObjectType({ description: 'A working day at a glance.' })
export class Dashboard {
  @Field(() => ID, {
    description: 'Position of the log up to which the figures hold everything, and beyond which nothing.',
  })
  position!: string;

  @Field(() => [Waiting], { description: 'What waits for you, by status.' })
  waiting!: Waiting[];

  @Field(() => Int, { description: 'Payments that wait for your treasury.' })
  waitingPayments!: number;

  @Field(() => Int, { description: 'Changes of accounts that wait for you as the second administrator.' })
  waitingProposals!: number;

  @Field(() => [DueTally], { description: 'What is overdue, due today or soon, and what stands, each once.' })
  due!: DueTally[];

  @Field(() => Int, { description: 'Claims that were reported to you as overdue, and still are.' })
  escalatedToMe!: number;

  @Field(() => [PolicyNotice], { description: 'Where the policies of the city have to be seen to.' })
  policyNotices!: PolicyNotice[];

  @Field(() => ClaimTotals, { description: 'The figures of all claims.' })
  totals!: ClaimTotals;

  @Field(() => [StatusTally], { description: 'The same by status: one row for each, also where there is no claim.' })
  byStatus!: StatusTally[];

  @Field(() => [MeasureTally], { description: 'The same by the measure claimed under, where there are claims.' })
  measures!: MeasureTally[];

  @Field(() => [TreasuryTotal], { description: 'Reserved, paid and returned by the treasury that pays.' })
  treasuries!: TreasuryTotal[];

  @Field(() => [YearlyTotal], { description: 'The ten enterprises nearest to their yearly ceilings.' })
  caps!: YearlyTotal[];

  @Field(() => [Programme], { description: 'Pools and quotas.' })
  programmes!: Programme[];

  @Field(() => [TimelineEntry], { description: 'What happened last.' })
  recent!: TimelineEntry[];
}
