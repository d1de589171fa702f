import type { ClaimAction, ClaimStatus, EvidenceKind } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { connectionOf } from '../../graphql/pagination.js';
import { DateTime } from '../../graphql/scalars/date-time.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Assessment } from '../../policy/assessment/assessment.type.js';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { ClaimActionName, ClaimStatusEnum } from './claim-enums.js';

@ObjectType({ description: 'A fact as the claim states it.' })
export class FactValueShown {
  @Field({ description: 'By which the measure knows it.' })
  name!: string;

  @Field(() => Bilingual, { description: 'What people call the fact.' })
  label!: Bilingual;

  @Field({ description: 'As stated.' })
  value!: string;

  @Field(() => Bilingual, { description: 'For people: with its unit, or the label of a choice.' })
  display!: Bilingual;
}

@ObjectType({
  description: 'What stands on an invoice. Amounts have no sign, also those of a red-letter invoice (红字发票).',
})
export class Invoice {
  @Field({ description: 'Name of the seller.' })
  seller!: string;

  @Field({ description: 'Unified social credit code of the seller.' })
  sellerUscc!: string;

  @Field({
    description:
      'Whether the check character of that code fits. Of a seller of another city one that does not is taken as it is stated: compare it with the invoice.',
  })
  sellerCodeChecks!: boolean;

  @Field(() => PlainDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field(() => Money, { description: 'Without tax (金额).' })
  amount!: Fen;

  @Field(() => Money, { description: 'Tax (税额).' })
  tax!: Fen;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the invoice that a red-letter one takes back; null on an ordinary one.',
  })
  reverses!: string | null;
}

@ObjectType({ description: 'A numbered document (凭证) on which the claim rests.' })
export class Evidence {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of document it is.' })
  kind!: EvidenceKind;

  @Field({ description: "Its number; an older invoice's code stands before it, with a hyphen between." })
  number!: string;

  @Field(() => Invoice, {
    nullable: true,
    description: 'What stands on it; null unless it is an invoice, and for one that was recorded as a number only.',
  })
  invoice!: Invoice | null;

  @Field(() => String, {
    nullable: true,
    description: 'The other party of a contract (合同相对方); null of another document, and where nobody stated it.',
  })
  party!: string | null;

  /** The claim that names it. */
  claim!: ClaimRow;
}

@ObjectType({ description: 'The days on which a determination is open to objections (公示).' })
export class Publicity {
  @Field(() => PlainDate, { description: 'First day of it.' })
  from!: string;

  @Field(() => PlainDate, { description: 'Last day of it; payment is instructed after it.' })
  until!: string;
}

@ObjectType({ description: 'An official as an event names him.' })
export class Official {
  @Field({ description: 'His own in all cities, where names can be alike.' })
  username!: string;

  @Field({ description: 'As he was called then.' })
  displayName!: string;

  @Field({ description: 'Code of his office, in GB/T 2260.' })
  division!: string;

  @Field(() => String, { nullable: true, description: 'Of a reviewer; null for others.' })
  department!: string | null;
}

@ObjectType({ description: 'What one treasury had granted before under the same measure, or one that counts with it.' })
export class EarlierGrant {
  @Field(() => ID, { description: 'The claim that brought it.' })
  claim!: string;

  @Field(() => ID, { description: 'The measure under which it was granted.' })
  measure!: string;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'What it was for; null where the measure asks for none.' })
  subject!: string | null;

  @Field(() => Division, { description: 'Whose treasury pays it.' })
  payer!: Division;

  @Field(() => Money, { description: 'Yuan that stood.' })
  amount!: Fen;
}

@ObjectType({ description: 'What finance determined (核定), and all that it rests on.' })
export class Determination extends Assessment {
  @Field(() => [EarlierGrant], { description: 'The earlier grants that the decision had before it.' })
  earlierGrants!: EarlierGrant[];

  @Field({ description: 'The version of the policy that was applied.' })
  policyVersion!: string;

  @Field(() => PlainDate, { description: 'On which day.' })
  on!: string;

  @Field(() => Official, { description: 'Who determined it.' })
  by!: Official;
}

@ObjectType({ description: 'An action, and whether you may take it now.' })
export class ClaimActionAnswer {
  @Field(() => ClaimActionName, { description: 'The action.' })
  action!: ClaimAction;

  @Field({ description: 'Whether you may take it now.' })
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do.' })
  refusal!: Bilingual | null;
}

@ObjectType({ description: 'A claim (申报件): one enterprise, one measure, one year, perhaps one subject.' })
export class Claim {
  @Field(() => ID, { description: 'Its number (申报编号).' })
  id!: string;

  @Field(() => ClaimStatusEnum, { description: 'Where it stands.' })
  status!: ClaimStatus;

  @Field({ description: 'The version of the policy under which it was last submitted or determined.' })
  policyVersion!: string;

  @Field(() => Int, { description: 'Programme year.' })
  year!: number;

  @Field(() => PlainDate, { description: 'Day of the matter.' })
  occurredOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Project, product or scenario; null where the measure asks for none.',
  })
  subject!: string | null;

  @Field(() => Money, { description: 'Yuan that were asked for (申请金额).' })
  requestedAmount!: Fen;

  @Field(() => Money, {
    nullable: true,
    description:
      'Agreed by the lead department, where the measure asks it; while it waits for a second reviewer, by the first.',
  })
  agreedAmount!: Fen | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'As finance determined (核定金额), also when it was withdrawn since; null until then. For a loan limit it is no money.',
  })
  determinedAmount!: Fen | null;

  @Field(() => Money, { description: 'Yuan that treasuries paid and the bank did not send back (已付).' })
  paidAmount!: Fen;

  @Field({ description: 'Accepted with evidence on which other claims rest too (挂起待核).' })
  held!: boolean;

  @Field(() => PlainDate, { description: 'Day of its first submission.' })
  submittedOn!: string;

  @Field(() => DateTime, { description: 'When the last event on it was recorded.' })
  updatedAt!: string;

  @Field(() => Publicity, { nullable: true, description: 'Null until it is publicised.' })
  publicity!: Publicity | null;

  @Field(() => PlainDate, {
    nullable: true,
    description:
      'By when the first of the objections that freeze it is to be answered (异议答复期限); null where none is open.',
  })
  answerBy!: string | null;

  /** The row it was made of: its other fields are resolved from it. */
  row!: ClaimRow;
}

@ObjectType({ description: 'A contract of another claim that may be one of this claim’s.' })
export class NearContract {
  @Field({ description: 'The number that both state.' })
  number!: string;

  @Field(() => [String], {
    description: 'The other party as that claim states it; several where it has several contracts of the number.',
  })
  parties!: readonly string[];

  @Field(() => Claim, { description: 'That claim.' })
  claim!: Claim;
}

@ObjectType({ description: 'A page of a list of claims.' })
export class ClaimConnection extends connectionOf(Claim, 'Claim') {}
