import { MACHINE_ACTS, MACHINE_READS, type MachineAct, type MachineRead } from '@duixian/office';
import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Official } from '../../claim/read/claim.type.js';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../graphql/pagination.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { DateTime } from '../../graphql/scalars/date-time.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { StandingEnum, type Standing } from '../user/proposal/proposal.type.js';

export const MachineActEnum = enumOf(MACHINE_ACTS);
registerEnumType(MachineActEnum, {
  name: 'MachineAct',
  description: 'What a machine may do: reading alone so far.',
  valuesMap: { READ: { description: 'Read (读取).' } },
});

export const MachineReadEnum = enumOf(MACHINE_READS);
registerEnumType(MachineReadEnum, {
  name: 'MachineRead',
  description: 'What a machine may read, beside policies, measures and divisions.',
  valuesMap: {
    CLAIMS: { description: 'Claims and their sums (申报).' },
    ENTERPRISES: { description: 'Enterprises: code, name and division (企业).' },
    PAYMENTS: { description: 'Payments: sums, days and standing (拨付).' },
    TOTALS: { description: 'Totals of the city: figures, programmes and yearly sums (汇总).' },
  },
});

export const MACHINE_STANDINGS = ['proposed', 'open', 'ended', 'shut', 'not-opened'] as const;
export type MachineStanding = (typeof MACHINE_STANDINGS)[number];
export const MachineStandingEnum = enumOf(MACHINE_STANDINGS);
registerEnumType(MachineStandingEnum, {
  name: 'MachineStanding',
  description: 'How the account of a machine stands.',
  valuesMap: {
    ENDED: { description: 'Its last day is over (已到期).' },
    NOT_OPENED: { description: 'Nobody agreed to it (未开设).' },
    OPEN: { description: 'Its keys are taken (在用).' },
    PROPOSED: { description: 'A second administrator has to agree to it (待同意).' },
    SHUT: { description: 'Shut for good (已关停).' },
  },
});

export const KEY_STANDINGS = ['live', 'replaced', 'revoked', 'shut', 'ended'] as const;
export type KeyStanding = (typeof KEY_STANDINGS)[number];
export const KeyStandingEnum = enumOf(KEY_STANDINGS);
registerEnumType(KeyStandingEnum, {
  name: 'ApiKeyStanding',
  description: 'Whether a key is taken.',
  valuesMap: {
    ENDED: { description: 'The last day of its account is over (已到期).' },
    LIVE: { description: 'It is taken (有效).' },
    REPLACED: { description: 'Another took its place, and their overlap is over (已替换).' },
    REVOKED: { description: 'An administrator revoked it (已吊销).' },
    SHUT: { description: 'Its account is shut (已关停).' },
  },
});

@ObjectType({ description: 'What two administrators agree to of the account of a machine.' })
export class MachineTerms {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field({ description: 'The unit that answers for it.' })
  owner!: string;

  @Field({ description: 'What it is for.' })
  purpose!: string;

  @Field(() => [MachineActEnum], { description: 'What it may do.' })
  acts!: readonly MachineAct[];

  @Field(() => [MachineReadEnum], { description: 'What it may read.' })
  reads!: readonly MachineRead[];

  @Field(() => [Division], { nullable: true, description: 'Each with all that lies in it; null: the whole city.' })
  divisions!: readonly Division[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of measures; null: all of them.' })
  measures!: readonly string[] | null;

  @Field(() => PlainDate, { description: 'Last day on which its keys are taken.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Requests in a minute.' })
  perMinute!: number;
}

@ObjectType({ description: 'What one administrator proposed for the account of a machine.' })
export class MachineProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => MachineTerms, { description: 'The terms as they shall be.' })
  terms!: MachineTerms;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => Official, { description: 'Who proposed it.' })
  proposedBy!: Official;

  @Field(() => PlainDate, { description: 'When.' })
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

@ObjectType({ description: 'A key of a machine. The key itself is kept nowhere.' })
export class ApiKey {
  @Field(() => ID, { description: 'The key, as the security log names it.' })
  id!: string;

  @Field(() => KeyStandingEnum, { description: 'Whether it is taken.' })
  standing!: KeyStanding;

  @Field(() => Official, { description: 'Who issued it, and saw it.' })
  issuedBy!: Official;

  @Field(() => DateTime, { description: 'When.' })
  issuedAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends since another was issued; null: with its account.',
  })
  endsAt!: string | null;

  @Field(() => Official, { nullable: true, description: 'Who revoked it.' })
  revokedBy!: Official | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was revoked.' })
  revokedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  revokedFor!: string | null;
}

@ObjectType({ description: 'The account of a machine: it signs in with a key, and reads what its terms say.' })
export class MachineAccount {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => MachineStandingEnum, { description: 'How it stands.' })
  standing!: MachineStanding;

  @Field(() => MachineTerms, { description: 'The terms that hold; before it is opened those that are proposed.' })
  terms!: MachineTerms;

  @Field(() => [MachineProposal], { description: 'What was proposed for it, the newest first: twenty at most.' })
  proposals!: readonly MachineProposal[];

  @Field(() => [ApiKey], { description: 'Its keys, the newest first: twenty at most.' })
  keys!: readonly ApiKey[];

  @Field(() => DateTime, { nullable: true, description: 'When a key of it was used last, to the minute; null: never.' })
  usedAt!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which key that was.' })
  usedKey!: string | null;

  @Field(() => Official, { nullable: true, description: 'Who shut it.' })
  shutBy!: Official | null;

  @Field(() => PlainDate, { nullable: true, description: 'When it was shut.' })
  shutOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was shut.' })
  shutFor!: string | null;
}

@ObjectType({ description: 'A page of a list of accounts of machines.' })
export class MachineAccountConnection extends connectionOf(MachineAccount, 'MachineAccount') {}

@ObjectType({ description: 'A key that was just issued, and its account.' })
export class IssuedApiKey {
  @Field(() => String, {
    nullable: true,
    description: 'The key, this once; null where the same command had issued it before: revoke it and issue another.',
  })
  secret!: string | null;

  @Field(() => MachineAccount, { description: 'The account as it stands afterwards.' })
  account!: MachineAccount;
}

export const MachineAccountResult = createUnionType({
  name: 'MachineAccountResult',
  description: 'The account as it stands afterwards, or why nothing was recorded.',
  types: () => [MachineAccount, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});

export const IssuedApiKeyResult = createUnionType({
  name: 'IssuedApiKeyResult',
  description: 'The key, or why none was issued.',
  types: () => [IssuedApiKey, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});
