import type { EvidenceRef } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, InputType } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { JsonObjectScalar, type JsonObjectInput } from '../../graphql/scalars/json-object.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { EvidenceKindEnum } from '../../policy/list/measure-enums.js';
import { ValueKind } from '../../graphql/values/value-kind.js';

@InputType({
  description: 'What stands on an invoice. Amounts have no sign, also those of a red-letter invoice (红字发票).',
})
export class InvoiceInput {
  @Field(() => String, {
    nullable: true,
    description: 'Code (发票代码) of 10 or 12 digits of an older invoice, whose number has 8.',
  })
  @ValueKind('reference')
  code?: string | null;

  @Field({ description: 'Name of the seller.' })
  @ValueKind('name')
  seller!: string;

  @Field({ description: 'Unified social credit code of the seller.' })
  @ValueKind('uscc')
  sellerUscc!: string;

  @Field(() => PlainDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field(() => Money, { description: 'Without tax (金额).' })
  amount!: Fen;

  @Field(() => Money, { description: 'Tax (税额).' })
  tax!: Fen;

  @Field(() => String, {
    nullable: true,
    description:
      'On a red-letter invoice: number of the invoice of the same claim that it takes back, an older one as code-number.',
  })
  @ValueKind('line')
  reverses?: string | null;
}

@InputType({ description: 'A numbered document: invoice, contract or certificate.' })
export class EvidenceInput implements EvidenceRef {
  @Field(() => EvidenceKindEnum, { description: 'Which kind of document it is.' })
  kind!: EvidenceRef['kind'];

  @Field({
    description:
      'Its number; an invoice has 20 digits, or 8 and a code. Several contracts or certificates stand one a line, or with ；or 、 between.',
  })
  @ValueKind('paragraph')
  number!: string;

  @Field(() => InvoiceInput, {
    nullable: true,
    description: 'What stands on it; for an invoice, and for no other kind.',
  })
  invoice?: InvoiceInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The other party of a contract (合同相对方). A contract without it is held against every contract of its number.',
  })
  @ValueKind('name')
  party?: string | null;
}

/** What an enterprise states, at first and when a claim was returned to it. */
@InputType({ isAbstract: true })
export abstract class ApplicationInput extends CommandInput {
  @Field(() => PlainDate, { description: 'When the matter happened.' })
  occurredOn!: string;

  @Field(() => String, { nullable: true, description: 'Project, product or scenario, where the measure asks for one.' })
  @ValueKind('line')
  subject?: string | null;

  @Field(() => JsonObjectScalar, { description: "By the names of the measure's facts; money and percent as strings." })
  facts!: JsonObjectInput;

  @Field(() => Money, { description: 'Yuan that are asked for (申请金额).' })
  requestedAmount!: Fen;

  @Field(() => [EvidenceInput], { description: 'Documents on which it rests (凭证); at most 100.' })
  evidence!: EvidenceInput[];
}
