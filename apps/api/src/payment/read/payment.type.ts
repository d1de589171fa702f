import type { Fen } from '@duixian/money';
import {
  PAYMENT_ACTIONS,
  PAYMENT_STATUS_NAMES,
  PAYMENT_STEPS,
  type PaymentAction,
  type PaymentStatus,
} from '@duixian/treasury';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MaskedAccount } from '../../bank-account/read/bank-account-change.type.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { enumOf, wordsOf } from '../../graphql/enum-of.js';
import { connectionOf } from '../../graphql/pagination.js';
import { Money } from '../../graphql/scalars/money.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import type { PaymentRow } from '../read-model/payment-table.js';

/** Statuses as GraphQL names them; the values are the ones inside. */
export const PaymentStatusEnum = {
  INSTRUCTED: 'instructed',
  PAID: 'paid',
  RETURNED: 'returned',
} as const satisfies Record<Uppercase<PaymentStatus>, PaymentStatus>;

registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'Where a payment stands (支付状态).',
  valuesMap: wordsOf(PAYMENT_STATUS_NAMES),
});

export const PaymentActionName = enumOf(PAYMENT_ACTIONS);

registerEnumType(PaymentActionName, {
  name: 'PaymentActionName',
  description: 'A step on a payment.',
  valuesMap: wordsOf(Object.fromEntries(PAYMENT_ACTIONS.map((action) => [action, PAYMENT_STEPS[action].name]))),
});

@ObjectType({ description: 'An action, and whether you may take it now.' })
export class PaymentActionAnswer {
  @Field(() => PaymentActionName, { description: 'The action.' })
  action!: PaymentAction;

  @Field({ description: 'Whether you may take it now.' })
  allowed!: boolean;

  @Field(() => Bilingual, { nullable: true, description: 'Why not, and what to do.' })
  refusal!: Bilingual | null;
}

@ObjectType({ description: 'What one treasury is instructed to pay on a claim (拨付指令).' })
export class Payment {
  @Field(() => ID, { description: '`<claim>-<payer>`.' })
  id!: string;

  @Field(() => PaymentStatusEnum, { description: 'Where it stands.' })
  status!: PaymentStatus;

  @Field({ description: 'Name of the enterprise on the day of the last instruction.' })
  payee!: string;

  @Field(() => Money, { description: 'Yuan to be paid: the whole line.' })
  amount!: Fen;

  @Field(() => ID, { description: 'The measure it is paid under.' })
  basis!: string;

  @Field(() => MaskedAccount, {
    nullable: true,
    description: 'Where the last instruction sends it; null where none was agreed to on that day yet.',
  })
  payeeAccount!: MaskedAccount | null;

  @Field(() => Int, { description: 'How many times it was instructed.' })
  attempt!: number;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which the bank sent it back.' })
  returnedOn!: string | null;

  @Field(() => PlainDate, { description: 'Day of the last instruction.' })
  instructedOn!: string;

  @Field(() => PlainDate, { nullable: true, description: 'Day on which the bank paid.' })
  settledOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The bank’s number of the settlement (银行回单号); null until it is paid.',
  })
  bankReference!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the bank returned it; null once it is instructed again.' })
  returnReason!: string | null;

  /** The row it was made of: its other fields are resolved from it. */
  row!: PaymentRow;
}

@ObjectType({ description: 'A page of a list of payments.' })
export class PaymentConnection extends connectionOf(Payment, 'Payment') {}
