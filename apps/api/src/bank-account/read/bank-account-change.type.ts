import type { ProposalStanding } from '@duixian/casework';
import { NOTICE_WAYS, WAITING_COUNTS, type NoticeWay, type WaitingCount } from '@duixian/registry';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProposalStandingEnum } from '../../enterprise/read/proposal-standing.js';
import { enumOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const NoticeWayEnum = enumOf(NOTICE_WAYS);
registerEnumType(NoticeWayEnum, { name: 'NoticeWay', description: '电话、上门、书面、邮件.' });

export const WaitingCountEnum = enumOf(WAITING_COUNTS);
registerEnumType(WaitingCountEnum, {
  name: 'WaitingCount',
  description: 'How a waiting time was counted: not at all, by published schedules, cautiously in a year without one.',
});

@ObjectType({ description: 'A bank account that can be recognised and not used.' })
export class MaskedAccount {
  @Field(() => ID, { description: 'The proposal by which it came on record.' })
  proposal!: string;

  @Field({ description: '开户银行.' })
  bank!: string;

  @Field({ description: '联行号: CNAPS code.' })
  cnaps!: string;

  @Field({ description: 'First and last digits of the number.' })
  mask!: string;
}

@ObjectType({ description: "That the enterprise's contact was told of a proposed account." })
export class AccountNotice {
  @Field(() => NoticeWayEnum, { description: 'By what means.' })
  how!: NoticeWay;

  @Field({ description: 'Who was reached, and what was said.' })
  note!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field({ description: 'Name of the official.' })
  by!: string;
}

@ObjectType({ description: "A proposal for an enterprise's bank account, and what became of it." })
export class BankAccountChange {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field({ description: 'Whether it is the account to which money goes today.' })
  inForce!: boolean;

  @Field(() => MaskedAccount, { description: 'The account.' })
  account!: MaskedAccount;

  @Field(() => String, { nullable: true, description: 'Why the holder is not the enterprise; null where it is.' })
  holderReason!: string | null;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Name of the proposer.' })
  proposedBy!: string;

  @Field({ description: 'Whether you proposed it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field({ description: 'Whether the contact has to be told before it can be agreed to: there is an account already.' })
  needsNotice!: boolean;

  @Field(() => AccountNotice, { nullable: true, description: 'Null until the contact was told.' })
  notice!: AccountNotice | null;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which it was agreed to, refused or taken back.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of whoever answered.' })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'First day on which money goes there; null unless agreed to.',
  })
  effectiveFrom!: string | null;

  @Field(() => WaitingCountEnum, { nullable: true, description: 'How the waiting time was counted.' })
  waiting!: WaitingCount | null;
}
