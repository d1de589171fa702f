import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ProposalStanding } from '@duixian/casework';
import { Division } from '../../division/division.type.js';
import { ProposalStandingEnum } from '../../enterprise/read/proposal-standing.js';
import { enumOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../graphql/pagination.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import type { RecognitionEntryRow, RecognitionListRow } from '../read-model/recognition-tables.js';

export const ENTRY_STANDINGS = ['proposed', 'in-force', 'revoked'] as const;
export type EntryStanding = (typeof ENTRY_STANDINGS)[number];
export const EntryStandingEnum = enumOf(ENTRY_STANDINGS);
registerEnumType(EntryStandingEnum, {
  name: 'RecognitionEntryStanding',
  description: 'How an entry of a list stands (状态).',
  valuesMap: {
    IN_FORCE: { description: 'Two persons agreed to it (有效).' },
    PROPOSED: { description: 'Imported, and nobody agreed to it yet: it does not count (待同意).' },
    REVOKED: { description: 'Revoked from a day on (已撤销).' },
  },
});

export const LIST_STANDINGS = ['proposed', 'in-force', 'revoked', 'not-agreed'] as const;
export type ListStanding = (typeof LIST_STANDINGS)[number];
export const ListStandingEnum = enumOf(LIST_STANDINGS);
registerEnumType(ListStandingEnum, {
  name: 'RecognitionListStanding',
  description: 'How a list of recognitions stands (状态).',
  valuesMap: {
    IN_FORCE: { description: 'Entries of it are in force (有效).' },
    NOT_AGREED: { description: 'Its import was refused, taken back or lapsed: nothing of it counts (未同意).' },
    PROPOSED: { description: 'Imported, and nobody agreed to it yet: nothing of it counts (待同意).' },
    REVOKED: { description: 'All its entries are revoked (已撤销).' },
  },
});

export const CHANGE_KINDS = ['import', 'revocation'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const ChangeKindEnum = enumOf(CHANGE_KINDS);
registerEnumType(ChangeKindEnum, {
  name: 'RecognitionChangeKind',
  description: 'What is proposed for a list of recognitions.',
  valuesMap: {
    IMPORT: { description: 'That lines of a file count as its entries (导入).' },
    REVOCATION: { description: 'That entries are revoked (撤销认定).' },
  },
});

@ObjectType({ description: 'What was proposed for a list, and what a second person said of it.' })
export class RecognitionProposal {
  @Field(() => ID, { description: 'The proposal.' })
  id!: string;

  @Field(() => ChangeKindEnum, { description: 'What it is for.' })
  kind!: ChangeKind;

  @Field(() => ProposalStandingEnum, { description: 'How it stands today.' })
  standing!: ProposalStanding;

  @Field({ description: 'Of an import: what its document is called; else what the list is.' })
  title!: string;

  @Field(() => Division, { description: 'Division of the department that answers it.' })
  division!: Division;

  @Field({ description: 'Department that answers it: the list’s, or who would keep it where it is not on record yet.' })
  department!: string;

  @Field({ description: 'Whether your office answers it.' })
  isMyOffice!: boolean;

  @Field(() => PlainDate, { description: 'Day of the proposal.' })
  proposedOn!: string;

  @Field({ description: 'Name of the proposer.' })
  proposedBy!: string;

  @Field({ description: 'Whether you proposed it: then a colleague has to answer it.' })
  isMine!: boolean;

  @Field(() => PlainDate, { description: 'Last day on which it can be agreed to.' })
  opensUntil!: string;

  @Field(() => Int, { description: 'How many entries it adds or revokes.' })
  entries!: number;

  @Field(() => Int, { nullable: true, description: 'Of an import: place of the first entry that it adds.' })
  firstNo!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of an import: place of the last; all between are its own too.' })
  lastNo!: number | null;

  @Field(() => [Int], { description: 'Of a revocation: which entries, by their place; none for an import.' })
  revokes!: readonly number[];

  @Field(() => Int, { description: 'Of an import: lines of the file that were not taken.' })
  refused!: number;

  @Field(() => String, { nullable: true, description: 'Of an import: name of the file.' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'Of an import: SHA-256 of the file, in hexadecimal digits.' })
  fileHash!: string | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Of a revocation: first day whose matters are covered no more.',
  })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a revocation: why.' })
  reason!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which it was agreed to, refused or taken back.' })
  answeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of whoever answered.' })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusedBecause!: string | null;
}

@ObjectType({ description: 'A list of recognitions (认定名单): the document, and how many entries it has.' })
export class RecognitionList {
  @Field(() => ID, { description: 'Number of its document (文号).' })
  id!: string;

  @Field({ description: 'What the document is called.' })
  title!: string;

  @Field({ description: 'Who recognised (认定机关).' })
  authority!: string;

  @Field(() => PlainDate, { description: 'Day of the document.' })
  issuedOn!: string;

  @Field(() => PlainDate, { description: 'First day whose matters it covers.' })
  validFrom!: string;

  @Field(() => PlainDate, { nullable: true, description: 'The last such day; null where the document sets none.' })
  validUntil!: string | null;

  @Field({ description: 'Department that keeps it here.' })
  department!: string;

  @Field(() => ListStandingEnum, { description: 'How it stands today.' })
  standing!: ListStanding;

  @Field({ description: 'Whether something is proposed for it that a second person has to answer.' })
  isOpen!: boolean;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Last day on which that can be agreed to, of several the first; null when nothing is.',
  })
  openUntil!: string | null;

  @Field({ description: 'Whether you proposed it: then a colleague has to answer it.' })
  isMine!: boolean;

  @Field(() => Int, { description: 'Entries that were agreed to.' })
  entries!: number;

  @Field(() => Int, { description: 'Of these: revoked.' })
  revoked!: number;

  @Field({ description: 'Whether you may propose something for it, or answer what a colleague proposed.' })
  isMyOffice!: boolean;

  row!: RecognitionListRow;
}

@ObjectType({ description: 'A page of lists of recognitions.' })
export class RecognitionListConnection extends connectionOf(RecognitionList, 'RecognitionList') {}

@ObjectType({ description: 'An entry of a list: which enterprise was recognised, and what as.' })
export class RecognitionEntry {
  @Field(() => ID, { description: 'By which a claim names it: number of the document, #, and its place.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in the list, from 1.' })
  no!: number;

  @Field({ description: 'The enterprise as the list names it.' })
  name!: string;

  @Field(() => ID, { description: 'Its unified social credit code; it may not be registered here yet.' })
  uscc!: string;

  @Field({ description: 'What was recognised (认定事项).' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Level (级别), as the list has it.' })
  level!: string | null;

  @Field(() => String, { nullable: true, description: 'Batch (批次), as the list has it.' })
  batch!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the certificate that goes with it.' })
  certificate!: string | null;

  @Field(() => EntryStandingEnum, { description: 'How it stands.' })
  standing!: EntryStanding;

  @Field(() => PlainDate, { description: 'First day whose matters it covers.' })
  validFrom!: string;

  @Field(() => PlainDate, { nullable: true, description: 'The last such day; null where the document sets none.' })
  validUntil!: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'First day whose matters it covers no more: revoked.' })
  revokedFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  revokedBecause!: string | null;

  row!: RecognitionEntryRow;
}

@ObjectType({ description: 'A page of entries of lists of recognitions.' })
export class RecognitionEntryConnection extends connectionOf(RecognitionEntry, 'RecognitionEntry') {}
