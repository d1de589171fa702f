import { INVOICE_FIELDS, type InvoiceField } from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';

export const InvoiceFieldEnum = enumOf(INVOICE_FIELDS);
registerEnumType(InvoiceFieldEnum, {
  name: 'InvoiceField',
  description: 'What of an invoice is compared with its file.',
  valuesMap: wordsOf({
    seller: { zh: '销售方', en: 'seller' },
    'seller-code': { zh: '销售方统一社会信用代码', en: 'code of the seller' },
    'issued-on': { zh: '开票日期', en: 'day of issue' },
    amount: { zh: '金额（不含税）', en: 'amount without tax' },
    tax: { zh: '税额', en: 'tax' },
  } satisfies Record<InvoiceField, object>),
});

@ObjectType({ description: 'That the claim states something else of an invoice than its file says.' })
export class InvoiceDifference {
  @Field(() => InvoiceFieldEnum, { description: 'What differs.' })
  field!: InvoiceField;

  @Field({ description: 'As the claim states it.' })
  stated!: string;

  @Field({ description: 'As the file says; empty where it says nothing.' })
  read!: string;
}

@ObjectType({ description: 'A fully digital invoice (数电票), as its file says.' })
export class ReadInvoice {
  @Field({ description: 'Its 20 digits.' })
  number!: string;

  @Field(() => PlainDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field({ description: 'Name of the seller.' })
  seller!: string;

  @Field({ description: 'Name of the buyer.' })
  buyer!: string;

  @Field(() => Money, { description: 'Without tax (金额); without its sign of a red-letter one.' })
  amount!: Fen;

  @Field(() => Money, { description: 'Tax (税额).' })
  tax!: Fen;

  @Field({ description: 'Whether it is a red-letter one (红字发票), which takes back what another was for.' })
  isRed!: boolean;

  @Field({ description: 'Whether the claim names an invoice of this number and what stands on it.' })
  isStated!: boolean;

  @Field(() => [InvoiceDifference], {
    description: 'Where the claim states something else; none where it states it all alike.',
  })
  differences!: InvoiceDifference[];
}
