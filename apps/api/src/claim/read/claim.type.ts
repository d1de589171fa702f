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
  @Field()
  name!: string;

  @Field(() => Bilingual)
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

  /** The claim that names it. */
  claim!: ClaimRow;
}

@ObjectType({ description: 'The days on which a determination is open to objections (公示).' })
export class Publicity {
  @Field(() => PlainDate)
  from!: string;

  @Field(() => PlainDate)
  until!: string;
}

@ObjectType({ description: 'An official as an event names him.' })
export class Official {
  @Field({ description: 'His own in all cities, where names can be alike.' })
  username!: string;

  @Field()
  displayName!: string;

  @Field()
  division!: string;

  @Field(() => String, { nullable: true })
  department!: string | null;
}

@ObjectType({ description: 'What one treasury had granted before under the same measure, or one that counts with it.' })
export class EarlierGrant {
  @Field(() => ID, { description: 'The claim that brought it.' })
  claim!: string;

  @Field(() => ID)
  measure!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => Division)
  payer!: Division;

  @Field(() => Money)
  amount!: Fen;
}

@ObjectType({ description: 'What finance determined (核定), and all that it rests on.' })
export class Determination extends Assessment {
  @Field(() => [EarlierGrant], { description: 'The earlier grants that the decision had before it.' })
  earlierGrants!: EarlierGrant[];

  @Field({ description: 'The version of the policy that was applied.' })
  policyVersion!: string;

  @Field(() => PlainDate)
  on!: string;

  @Field(() => Official)
  by!: Official;
}

@ObjectType({ description: 'An action, and whether you may take it now.' })
export class ClaimActionAnswer {
  @Field(() => ClaimActionName)
  action!: ClaimAction;

  @Field()
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do.' })
  refusal!: Bilingual | null;
}

@ObjectType({ description: 'A claim (申报件): one enterprise, one measure, one year, perhaps one subject.' })
export class Claim {
  @Field(() => ID)
  id!: string;

  @Field(() => ClaimStatusEnum)
  status!: ClaimStatus;

  @Field({ description: 'The version of the policy under which it was last submitted or determined.' })
  policyVersion!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => PlainDate)
  occurredOn!: string;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => Money)
  requestedAmount!: Fen;

  @Field(() => Money, { nullable: true, description: 'Agreed by the lead department, where the measure asks it.' })
  agreedAmount!: Fen | null;

  @Field(() => Money, { nullable: true })
  determinedAmount!: Fen | null;

  @Field(() => Money)
  paidAmount!: Fen;

  @Field({ description: 'Accepted with evidence on which other claims rest too (挂起待核).' })
  held!: boolean;

  @Field(() => PlainDate)
  submittedOn!: string;

  @Field(() => DateTime)
  updatedAt!: string;

  @Field(() => Publicity, { nullable: true })
  publicity!: Publicity | null;

  /** The row it was made of: its other fields are resolved from it. */
  row!: ClaimRow;
}

@ObjectType()
export class ClaimConnection extends connectionOf(Claim, 'Claim') {}
