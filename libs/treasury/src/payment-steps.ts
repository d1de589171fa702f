import type { Capacity } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { PaymentStatus } from './payment-status.js';

/** One thing that a step is told: a line or a paragraph of text, or a day. */
export interface PaymentEntry {
  readonly kind: 'line' | 'paragraph' | 'day';
  /** Of a day: left out, it is today. */
  readonly isOptional?: boolean;
  /** In the dialog. */
  readonly label: Bilingual;
  /** In the schema. */
  readonly schema: string;
}

/** All that is known of a step on a payment, whoever asks: the deciders, the API and its schema, and the pages. */
export interface PaymentStep {
  /** What refusals and the schema call it: “you cannot … it now”. */
  readonly name: Bilingual;
  readonly button: Bilingual;
  /** The mutation, after which its input and its result are named. */
  readonly mutation: string;
  readonly permission: string;
  /** Who takes it. What a treasury enters is about one instruction of the payment, and names it. */
  readonly office: Extract<Capacity, 'finance' | 'treasury'>;
  readonly from: readonly PaymentStatus[];
  /** What it is told beside the payment, in the order of its dialog. */
  readonly asks: Readonly<Record<string, PaymentEntry>>;
  /** Refusals that not every step can meet, as the schema names them. */
  readonly refusals: readonly ('InvalidInput' | 'Duplicate' | 'EvidenceContested' | 'CeilingReached')[];
  /** In the schema: what it does, and what its input says. */
  readonly schema: { readonly mutation: string; readonly input: string };
  /** In its dialog: what it brings about, and what is said when it is done. */
  readonly dialog: { readonly says: Bilingual; readonly done: Bilingual };
}

/** The steps on a payment, in the order of the work. */
export const PAYMENT_STEPS = {
  CONFIRM: {
    name: { zh: '支付确认', en: 'confirm' },
    button: { zh: '确认支付', en: 'Confirm' },
    mutation: 'confirmPayment',
    permission: 'payment.confirm',
    office: 'treasury',
    from: ['instructed'],
    asks: {
      bankReference: {
        kind: 'line',
        label: { zh: '银行流水号', en: 'Bank reference' },
        schema: "The bank's number of the settlement: 1 to 64 characters.",
      },
      paidOn: {
        kind: 'day',
        label: { zh: '支付日期', en: 'Paid on' },
        schema: 'Day on which the bank paid.',
      },
    },
    refusals: ['InvalidInput', 'Duplicate'],
    schema: {
      mutation: '支付确认: the payer has paid; the last payment of a claim closes it.',
      input: 'Which payment was made, when, and under which bank reference.',
    },
    dialog: {
      says: {
        zh: '银行已付款。流水号在同一国库内只能用一次。',
        en: 'The bank has paid. A reference can be used once by each treasury.',
      },
      done: { zh: '已确认支付', en: 'Confirmed' },
    },
  },
  RETURN: {
    name: { zh: '登记银行退票', en: 'record the bank return of' },
    button: { zh: '登记退票', en: 'Bank return' },
    mutation: 'recordBankReturn',
    permission: 'payment.return',
    office: 'treasury',
    // A bank may send money back days after it was confirmed.
    from: ['instructed', 'paid'],
    asks: {
      returnedOn: {
        kind: 'day',
        isOptional: true,
        label: { zh: '退票日期', en: 'Returned on' },
        schema: 'Day on which the money came back, from the payment or its instruction to today; today if left out.',
      },
      reason: {
        kind: 'paragraph',
        label: { zh: '退票原因', en: 'Reason of return' },
        schema: 'As the bank states it; goes on record: 1 to 2000 characters.',
      },
    },
    refusals: ['InvalidInput'],
    schema: {
      mutation:
        '银行退票: the bank sent the money back, also days after the payment; its amount is free until it is instructed again.',
      input: 'Which payment came back, when and why (银行退票).',
    },
    dialog: {
      says: {
        zh: '银行退回资金，也可在确认支付之后登记。额度释放，申报件重新打开，待财政重新下达。',
        en: 'The bank sent the money back, perhaps days after it was confirmed. The amount is free and the claim open again until finance instructs anew.',
      },
      done: { zh: '已登记退票', en: 'Return recorded' },
    },
  },
  REINSTRUCT: {
    name: { zh: '重新拨付', en: 'reinstruct' },
    button: { zh: '重新下达', en: 'Instruct again' },
    mutation: 'reinstructPayment',
    permission: 'payment.reinstruct',
    office: 'finance',
    from: ['returned'],
    asks: {},
    refusals: ['EvidenceContested', 'CeilingReached'],
    schema: {
      mutation: '重新拨付: finance instructs a returned payment again.',
      input: 'Which payment is instructed again (重新拨付).',
    },
    dialog: {
      says: {
        zh: '重新下达同一笔拨付，付至现在生效的账户，重新占用额度。',
        en: 'Instructs the same payment again, to the account in force now, and reserves it again.',
      },
      done: { zh: '已重新下达', en: 'Instructed again' },
    },
  },
} as const satisfies Readonly<Record<string, PaymentStep>>;

export type PaymentAction = keyof typeof PAYMENT_STEPS;
export type PaymentPermission = (typeof PAYMENT_STEPS)[PaymentAction]['permission'];
/** What a step is told, by name. */
export type PaymentTold<Action extends PaymentAction> = {
  readonly [Entry in keyof (typeof PAYMENT_STEPS)[Action]['asks']]: string;
};

/** One of {@link PAYMENT_STEPS}, whichever it is. */
interface KnownStep extends PaymentStep {
  readonly mutation: (typeof PAYMENT_STEPS)[PaymentAction]['mutation'];
  readonly permission: PaymentPermission;
}

const STEPS: Readonly<Record<PaymentAction, KnownStep>> = PAYMENT_STEPS;

/** Every action on a payment, in the order of the work. */
export const PAYMENT_ACTIONS: readonly PaymentAction[] = Object.keys(PAYMENT_STEPS).filter(isPaymentAction);

function isPaymentAction(text: string): text is PaymentAction {
  return Object.hasOwn(PAYMENT_STEPS, text);
}

export function paymentStepOf(action: PaymentAction): KnownStep {
  return STEPS[action];
}
