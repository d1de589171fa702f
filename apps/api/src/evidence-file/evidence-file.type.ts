import {
  FILE_TYPES,
  PROVES_MAX,
  SCAN_OUTCOMES,
  type EvidenceKind,
  type FileType,
  type ReadInvoice,
  type ScanOutcome,
} from '@duixian/casework';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Official } from '../claim/read/claim.type.js';
import { CommandInput } from '../command/command-input.js';
import { enumOf, wordsOf } from '../graphql/enum-of.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { DateTime } from '../graphql/scalars/date-time.js';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { EvidenceKindEnum } from '../policy/list/measure-enums.js';

export const FileTypeEnum = enumOf(FILE_TYPES);
registerEnumType(FileTypeEnum, {
  name: 'FileType',
  description: 'What a file is, by its content.',
  valuesMap: wordsOf({
    pdf: { zh: 'PDF文档', en: 'PDF' },
    ofd: { zh: 'OFD版式文件', en: 'OFD' },
    jpeg: { zh: 'JPEG图片', en: 'JPEG picture' },
    png: { zh: 'PNG图片', en: 'PNG picture' },
    xml: { zh: '数电票XML', en: 'XML of an invoice' },
    xlsx: { zh: 'XLSX表格', en: 'XLSX sheet' },
    csv: { zh: 'CSV文本', en: 'CSV' },
    zip: { zh: 'ZIP压缩包', en: 'ZIP of these' },
  } satisfies Record<FileType, object>),
});

export const ScanOutcomeEnum = enumOf(SCAN_OUTCOMES);
registerEnumType(ScanOutcomeEnum, {
  name: 'FileScanOutcome',
  description: 'What a scanner for viruses found in a file.',
  valuesMap: wordsOf({
    clean: { zh: '未发现病毒', en: 'nothing' },
    infected: { zh: '发现病毒', en: 'a virus' },
  } satisfies Record<ScanOutcome, object>),
});

@ObjectType({ description: 'A paper of the claim that a file shows.' })
export class ProvenPaper {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of document it is.' })
  kind!: EvidenceKind;

  @Field({ description: 'Its number, as the claim stated it when the file was attached.' })
  number!: string;
}

@ObjectType({ description: 'That a file was withdrawn: it was attached by mistake.' })
export class FileWithdrawn {
  @Field(() => Official, { description: 'Who withdrew it.' })
  by!: Official;

  @Field(() => PlainDate, { description: 'When.' })
  on!: string;

  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'What a scanner for viruses found in a file last.' })
export class FileScanned {
  @Field(() => ScanOutcomeEnum, { description: 'What it found.' })
  outcome!: ScanOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'The name that the scanner has for it; null where it found nothing.',
  })
  finding!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: string;
}

@ObjectType({
  description:
    'A file that was attached to a claim (材料附件): its content never changes, and its hash says which it is.',
})
export class EvidenceFile {
  @Field(() => ID, { description: 'The file.' })
  id!: string;

  /** Number of the claim that it is attached to. */
  claimId!: string;

  /** What was read of invoices in it. */
  read!: readonly ReadInvoice[];

  @Field({ description: 'Its name, as it came.' })
  name!: string;

  @Field({ description: 'SHA-256 of its content, in hex: whoever has the file can compare it.' })
  sha256!: string;

  @Field(() => Int, { description: 'Its bytes.' })
  bytes!: number;

  @Field(() => FileTypeEnum, { description: 'What it is, by its content.' })
  type!: FileType;

  @Field(() => [ProvenPaper], { description: 'Papers of the claim that it shows.' })
  proves!: ProvenPaper[];

  @Field(() => Official, { description: 'Who attached it.' })
  attachedBy!: Official;

  @Field(() => PlainDate, { description: 'When it was attached.' })
  attachedOn!: string;

  @Field(() => DateTime, { description: 'When that was recorded.' })
  recordedAt!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The file in whose place it stands; null where it stands by itself.',
  })
  supersedes!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it stands in the place of another.' })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The file that stands in its place; null while none does.' })
  supersededBy!: string | null;

  @Field(() => FileWithdrawn, { nullable: true, description: 'That it was withdrawn; null while it was not.' })
  withdrawn!: FileWithdrawn | null;

  @Field(() => FileScanned, { nullable: true, description: 'What a scanner found in it; null while none has looked.' })
  scan!: FileScanned | null;
}

@InputType({ description: 'A paper of the claim.' })
export class ProvenPaperInput {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of document it is.' })
  kind!: EvidenceKind;

  @Field({ description: 'Its number, as the claim states it.' })
  @ValueKind('reference')
  number!: string;
}

@InputType({ description: 'What was uploaded, and what it is attached as.' })
export class AttachFileInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field(() => ID, { description: 'The upload, finished: see `POST /files/uploads`.' })
  @ValueKind('reference')
  upload!: string;

  @Field(() => [ProvenPaperInput], {
    nullable: true,
    description: `Papers of the claim that it shows, ${PROVES_MAX} at most; none for a picture of a site, minutes and the like.`,
  })
  proves?: ProvenPaperInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The file in whose place it stands: that one stays on record.' })
  @ValueKind('reference')
  supersedes?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it stands in the place of another: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason?: string | null;
}

@InputType({ description: 'Which file was attached by mistake, and how that came about.' })
export class WithdrawFileInput extends CommandInput {
  @Field(() => ID, { description: 'Number of the claim.' })
  @ValueKind('reference')
  claim!: string;

  @Field(() => ID, { description: 'The file.' })
  @ValueKind('reference')
  file!: string;

  @Field({ description: 'Goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;
}

export const EvidenceFileResult = createUnionType({
  name: 'EvidenceFileResult',
  description: 'The file as it stands afterwards, or why nothing was recorded.',
  types: () => [EvidenceFile, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});
