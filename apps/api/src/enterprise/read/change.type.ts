import type { ProposalStanding } from '@duixian/casework';
import { NOTICE_WAYS, WAITING_COUNTS, type NoticeWay, type WaitingCount } from '@duixian/registry';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ProposalStandingEnum } from './proposal-standing.js';

export const NoticeWayEnum = enumOf(NOTICE_WAYS);
registerEnumType(NoticeWayEnum, {
  name: 'NoticeWay',
  description: 'How a contact was told (通知方式).',
  valuesMap: {
    LETTER: { description: 'Letter (书面).' },
    MAIL: { description: 'Email (邮件).' },
    TELEPHONE: { description: 'Telephone (电话).' },
    VISIT: { description: 'Visit (上门).' },
  },
});

export const WaitingCountEnum = enumOf(WAITING_COUNTS);
registerEnumType(WaitingCountEnum, {
  name: 'WaitingCount',
  description: 'How a waiting time was counted: not at all, by published schedules, cautiously in a year without one.',
  valuesMap: {
    CAUTIOUS: { description: 'By weekdays alone, in a year without a published schedule.' },
    NONE: { description: 'Not at all: nothing was on record before.' },
    SCHEDULE: { description: 'By the published schedule of working days.' },
  },
});

@ObjectType({ description: "That the enterprise's contact was told of a proposed account or contact." })
export class ChangeNotice {
  @Field(() => NoticeWayEnum, { description: 'By what means.' })
  how!: NoticeWay;

  @Field({ description: 'Who was reached, and what was said.' })
  note!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Name of the official.' })
  by!: string;
}

/** What a change of an enterprise's account and one of its contact have in common. */
@ObjectType({ isAbstract: true })
export abstract class ProposedChange {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field({ description: 'Whether it is what holds today.' })
  inForce!: boolean;

  @Field({ description: 'Found where release 0.1 kept it without a record: nobody proposed it.' })
  isFound!: boolean;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Name of the proposer.' })
  proposedBy!: string;

  @Field({ description: 'Whether you proposed it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field({ description: 'Whether the contact has to be told before it can be agreed to: there is one already.' })
  needsNotice!: boolean;

  @Field(() => ChangeNotice, { nullable: true, description: 'Null until the contact was told.' })
  notice!: ChangeNotice | null;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which it was agreed to, refused or taken back.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of whoever answered.' })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First day on which it holds; null unless agreed to.' })
  effectiveFrom!: string | null;

  @Field(() => WaitingCountEnum, { nullable: true, description: 'How the waiting time was counted.' })
  waiting!: WaitingCount | null;
}
