import { CHANGE_NAMES, type ChangeKind } from '@duixian/office';
import type { ProposalStanding } from '@duixian/casework';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Official } from '../../../claim/read/claim.type.js';
import { Bilingual } from '../../../graphql/bilingual.js';
import { wordsOf } from '../../../graphql/enum-of.js';
import { connectionOf } from '../../../graphql/pagination.js';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../../graphql/refusal/refusal.js';
import { PlainDate } from '../../../graphql/scalars/plain-date.js';

/** Kinds of changes as GraphQL names them; the values are the ones inside. */
export const ChangeKindEnum = {
  OPENING: 'opening',
  ROLES: 'roles',
  OFFICE: 'office',
  PASSWORD: 'password',
  UNLOCKING: 'unlocking',
  SECOND_FACTOR: 'second-factor',
  ENABLING: 'enabling',
} as const satisfies Record<string, ChangeKind>;

registerEnumType(ChangeKindEnum, {
  name: 'OfficialChangeKind',
  description: 'What is proposed for an account.',
  valuesMap: wordsOf(CHANGE_NAMES),
});

export const StandingEnum = {
  OPEN: 'open',
  LAPSED: 'lapsed',
  AGREED: 'in-force',
  REFUSED: 'refused',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, ProposalStanding>;
export type Standing = (typeof StandingEnum)[keyof typeof StandingEnum];

registerEnumType(StandingEnum, {
  name: 'OfficialProposalStanding',
  description: 'What became of a proposal.',
  valuesMap: {
    AGREED: { description: 'Agreed to, and in effect (已生效).' },
    LAPSED: { description: 'Nobody answered in time (已失效).' },
    OPEN: { description: 'A second administrator can answer (待同意).' },
    REFUSED: { description: 'A second administrator did not agree (已否决).' },
    WITHDRAWN: { description: 'Its proposer took it back (已撤回).' },
  },
});

@ObjectType({
  description: 'A change of an account that one administrator proposed; it takes effect when another agrees.',
})
export class OfficialProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ID, {
    description: 'The official whose account it is; a new one has no account before it is agreed to.',
  })
  official!: string;

  @Field({ description: 'Of the official, as he was called then.' })
  username!: string;

  @Field({ description: 'Of the official, as he was called then.' })
  displayName!: string;

  @Field(() => ChangeKindEnum, { description: 'What is to be changed.' })
  kind!: ChangeKind;

  @Field(() => Bilingual, { description: 'What is to become of the account, in a sentence.' })
  summary!: Bilingual;

  @Field({ description: 'Why it is proposed.' })
  reason!: string;

  @Field(() => [String], { description: 'Usernames of officials whose names look the same: compare before you agree.' })
  lookalikes!: readonly string[];

  @Field(() => Official, { description: 'Who proposed it.' })
  proposedBy!: Official;

  @Field(() => PlainDate, { description: 'When it was proposed.' })
  proposedOn!: string;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => StandingEnum, { description: 'What became of it.' })
  standing!: Standing;

  @Field(() => Official, { nullable: true, description: 'Who agreed to it, refused it or took it back.' })
  answeredBy!: Official | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was answered.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  answerReason!: string | null;

  @Field(() => Bilingual, { nullable: true, description: 'Why you may not agree to it now; null when you may.' })
  agreeingRefusal!: Bilingual | null;

  @Field({ description: 'Whether you proposed it yourself, and may take it back while it is open.' })
  isYours!: boolean;
}

@ObjectType({ description: 'A page of a list of proposals.' })
export class OfficialProposalConnection extends connectionOf(OfficialProposal, 'OfficialProposal') {}

export const OfficialProposalResult = createUnionType({
  name: 'OfficialProposalResult',
  description: 'The proposal as it stands afterwards, or why nothing was recorded.',
  types: () => [OfficialProposal, InvalidInput, NotFound, NotPermitted, NotAllowedNow, Duplicate, TryAgain] as const,
});
