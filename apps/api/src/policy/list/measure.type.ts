import type { Fen } from '@duixian/money';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Bilingual } from '../../graphql/bilingual.js';
import { Money } from '../../graphql/scalars/money.js';
import { Interpretation } from './interpretation.type.js';
import {
  Basis,
  EvidenceKindEnum,
  FactType,
  MeasureKind,
  PayeeChannelEnum,
  PayeeKindEnum,
  PayerLevel,
  PublicityUnit,
  SubjectRule,
  type ValueOf,
} from './measure-enums.js';

@ObjectType({ description: 'What a choice may be.' })
export class FactValue {
  @Field({ description: 'As a claim states it.' })
  value!: string;

  @Field(() => Bilingual, { description: 'What people call it.' })
  label!: Bilingual;
}

@ObjectType({ description: 'A fact that a claim under the measure must state.' })
export class Fact {
  @Field({ description: 'By which a claim states it.' })
  name!: string;

  @Field(() => FactType, { description: 'What its value is.' })
  type!: ValueOf<typeof FactType>;

  @Field(() => Bilingual, { description: 'What people call it.' })
  label!: Bilingual;

  @Field(() => Bilingual, { nullable: true, description: 'In which it is stated; null where there is none.' })
  unit!: Bilingual | null;

  @Field(() => [FactValue], { description: 'What a choice may be; empty for other types.' })
  values!: readonly FactValue[];
}

@ObjectType({ description: 'How long a determination is shown to the public (公示).' })
export class PublicityRule {
  @Field(() => Int, { description: 'The shortest, in its unit: from 1.' })
  least!: number;

  @Field(() => Int, { description: 'The longest that may be asked for, in its unit.' })
  most!: number;

  @Field(() => PublicityUnit, { description: 'In what it is counted.' })
  unit!: ValueOf<typeof PublicityUnit>;

  @Field(() => String, {
    nullable: true,
    description: 'The document’s words, or what the city goes by; null where neither says anything.',
  })
  source!: string | null;
}

@ObjectType({ description: 'Ceilings; null where the clause sets none.' })
export class Limits {
  @Field(() => Money, { nullable: true, description: 'On one claim; the highest, where a fact chooses it.' })
  item!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'Per enterprise, over all years.' })
  total!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'Per enterprise and year, all treasuries together.' })
  year!: Fen | null;

  @Field(() => Money, { nullable: true, description: 'Over all enterprises in a year.' })
  pool!: Fen | null;

  @Field(() => Int, { nullable: true, description: 'Subjects in a year, over all enterprises.' })
  quota!: number | null;
}

@ObjectType({ description: 'What one treasury pays of a grant (市县分担).' })
export class SplitShare {
  @Field(() => PayerLevel, { description: 'Whose treasury pays.' })
  payer!: ValueOf<typeof PayerLevel>;

  @Field({ description: 'A fraction, such as 1/2.' })
  share!: string;
}

@ObjectType({ description: 'Whose gain the money is, and through whom it reaches him.' })
export class Payee {
  @Field(() => PayeeKindEnum, { description: 'Whose gain it is.' })
  kind!: ValueOf<typeof PayeeKindEnum>;

  @Field(() => [PayeeChannelEnum], {
    description: 'Who claims it and passes it on; empty where the enterprise keeps it.',
  })
  through!: readonly ValueOf<typeof PayeeChannelEnum>[];

  @Field(() => Bilingual, { description: 'Both, for people.' })
  says!: Bilingual;
}

@ObjectType({ description: 'One clause of a document as a rule.' })
export class Measure {
  @Field(() => ID, { description: 'Policy and clause: quanzhou-2024-7/2.' })
  id!: string;

  @Field({ description: 'Its place in the document, such as `6.2`.' })
  clauseId!: string;

  @Field({ description: 'Number of its article, as printed; empty where the text numbers none.' })
  article!: string;

  @Field(() => Bilingual, { description: 'What it is called.' })
  title!: Bilingual;

  @Field(() => MeasureKind, { description: 'What it gives.' })
  kind!: ValueOf<typeof MeasureKind>;

  @Field({ description: 'Whether claims can be made under it.' })
  payable!: boolean;

  @Field(() => [String], { description: 'The words of the document on which it rests.' })
  quotes!: readonly string[];

  @Field({ description: 'The department that reviews (牵头部门).' })
  leadDepartment!: string;

  @Field(() => [String], { description: 'Departments that the clause names beside the lead (配合部门).' })
  otherDepartments!: readonly string[];

  @Field(() => Bilingual, { nullable: true, description: 'Why it pays nothing here; null when it does.' })
  reason!: Bilingual | null;

  @Field(() => Basis, { nullable: true, description: 'What is granted once; null where nothing is.' })
  basis!: ValueOf<typeof Basis> | null;

  @Field({ description: 'Whether a later, higher grant for the same subject pays the difference.' })
  rises!: boolean;

  @Field(() => SubjectRule, { description: 'Whether a claim names its subject.' })
  subject!: ValueOf<typeof SubjectRule>;

  @Field(() => [Fact], { description: 'What a claim must state.' })
  facts!: readonly Fact[];

  @Field(() => [Bilingual], { description: 'What must hold, in words.' })
  conditions!: readonly Bilingual[];

  @Field(() => Bilingual, { nullable: true, description: 'How the sum is reckoned, in words.' })
  amountText!: Bilingual | null;

  @Field(() => Limits, { description: 'Its ceilings.' })
  limits!: Limits;

  @Field(() => [SplitShare], { description: 'Empty when one treasury pays all of it.' })
  split!: readonly SplitShare[];

  @Field(() => String, {
    nullable: true,
    description: 'Measures of one group pay the same matter once, at the highest (就高不重复); null = none.',
  })
  overlapGroup!: string | null;

  @Field(() => Payee, { description: 'Whose gain the money is: the enterprise’s, unless the clause says otherwise.' })
  payee!: Payee;

  @Field(() => [EvidenceKindEnum], { description: 'Kinds of documents that support a claim.' })
  evidenceKinds!: readonly ValueOf<typeof EvidenceKindEnum>[];

  @Field(() => String, {
    nullable: true,
    description: 'Name of the fact that the invoices’ total bounds (以发票金额为准); null where the clause has none.',
  })
  invoicedFact!: string | null;

  @Field(() => PublicityRule, { description: 'How long a determination is shown to the public (公示).' })
  publicity!: PublicityRule;

  @Field(() => [Interpretation], { description: 'Readings of words that are open to two.' })
  interpretations!: readonly Interpretation[];

  @Field(() => [Bilingual], { description: 'Where the document itself makes more spending pay less.' })
  findings!: readonly Bilingual[];

  @Field({ description: 'Whether the lead department states an amount with its review.' })
  needsProposedAmount!: boolean;
}
