import type { ProposalStanding } from '@duixian/casework';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProposalStandingEnum } from '../../enterprise/read/proposal-standing.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf } from '../../graphql/enum-of.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { POLICY_NOTICES, type PolicyNoticeKind } from './notices/policy-notices.js';

const STANDINGS = ['in-force', 'scheduled', 'former', 'new', 'missing'] as const;
export type PolicyVersionStanding = (typeof STANDINGS)[number];

export const PolicyVersionStandingEnum = enumOf(STANDINGS);
registerEnumType(PolicyVersionStandingEnum, {
  name: 'PolicyVersionStanding',
  description: 'What a version of a policy decides today (版本状态).',
  valuesMap: {
    FORMER: { description: 'Matters of earlier days, or what was determined by it (以前生效).' },
    IN_FORCE: { description: 'Matters of today (现行).' },
    MISSING: { description: 'Nothing: claims name it, and nobody has its content (不在册).' },
    NEW: { description: 'Nothing yet: two officials of finance have to agree to it (新版本).' },
    SCHEDULED: { description: 'Matters of days to come (待生效).' },
  },
});

export const PolicyNoticeKindEnum = enumOf(POLICY_NOTICES);
registerEnumType(PolicyNoticeKindEnum, {
  name: 'PolicyNoticeKind',
  description: 'Where the folder of policies and the record are not of one mind.',
  valuesMap: {
    FOLDER_GONE: { description: 'The folder is gone: its clauses take no new claims (文件夹已不在).' },
    NEW_VERSION: { description: 'The folder holds a version that nobody agreed to (新版本未生效).' },
    PROPOSED: { description: 'It is proposed, and a second official has to answer (待同意).' },
    VERSION_MISSED: { description: 'Claims name a version that nobody has (版本不在册).' },
  },
});

@ObjectType({ description: 'Something about the versions of a policy that has to be seen to.' })
export class PolicyNotice {
  @Field(() => ID, { description: 'The policy.' })
  policy!: string;

  @Field(() => PolicyNoticeKindEnum, { description: 'What it is.' })
  kind!: PolicyNoticeKind;

  @Field(() => String, { nullable: true, description: 'The version that it is about; null for a folder that is gone.' })
  version!: string | null;

  @Field(() => Bilingual, { description: 'What it means, and the way out.' })
  message!: Bilingual;
}

@ObjectType({ description: 'That a version shall decide, and what was said of it (双人办理).' })
export class PolicyVersionProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field(() => PlainDate, { description: 'First day whose matters it shall decide.' })
  from!: string;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field({ description: 'Name of the proposer.' })
  proposedBy!: string;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => String, { nullable: true, description: 'Name of who agreed, refused or took it back.' })
  answeredBy!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'On which day.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;

  @Field(() => Boolean, { description: 'Whether you proposed it yourself: then a colleague has to answer.' })
  isMine!: boolean;
}

@ObjectType({ description: 'The text and the rules of a policy as they were at one time, by their hash (政策版本).' })
export class PolicyVersion {
  @Field({ description: 'SHA-256 over both files: determinations name it.' })
  version!: string;

  @Field(() => PolicyVersionStandingEnum, { description: 'What it decides today.' })
  standing!: PolicyVersionStanding;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Day on which its content was recorded; null = it is missing.',
  })
  recordedOn!: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'First day whose matters it decides; null for the first version, and for one that decides none.',
  })
  from!: string | null;

  @Field(() => Boolean, { description: 'Whether the folder of this server holds it.' })
  inFolder!: boolean;

  @Field(() => Int, { nullable: true, description: 'Of a missing one: how many claims name it.' })
  claims!: number | null;

  @Field(() => PolicyVersionProposal, { nullable: true, description: 'The latest one for it; null = none.' })
  proposal!: PolicyVersionProposal | null;
}

@ObjectType({ description: 'What your city has on record of the versions of a policy.' })
export class PolicyVersions {
  @Field(() => ID, { description: 'The policy.' })
  policy!: string;

  @Field(() => [PolicyVersion], { description: 'The latest first; none until something is decided by the policy.' })
  versions!: readonly PolicyVersion[];

  @Field(() => [PolicyNotice], { description: 'What has to be seen to.' })
  notices!: readonly PolicyNotice[];

  @Field(() => Boolean, { description: 'Whether your office proposes and answers.' })
  isMyOffice!: boolean;
}
