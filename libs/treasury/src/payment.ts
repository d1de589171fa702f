import {
  fenOf,
  withParticipant,
  type Capacity,
  type ClaimState,
  type Participation,
  type PlainDate,
  type Uscc,
} from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { AccountRef } from '@duixian/registry';
import type { PaymentEvent, PaymentEventType } from './payment-event.js';

export const PAYMENT_STATUSES = ['instructed', 'paid', 'returned'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What one treasury pays on a claim. */
export interface Payment {
  /** `<claim>-<payer>`. */
  readonly id: string;
  readonly status: PaymentStatus;
  readonly claim: string;
  readonly uscc: Uscc;
  /** Name of the enterprise when it was last instructed. */
  readonly payee: string;
  readonly payer: string;
  readonly amount: Fen;
  readonly basis: string;
  /** Where the last instruction sends it; null for one that was recorded before accounts were agreed to. */
  readonly account: AccountRef | null;
  /** How many times it was instructed. */
  readonly attempt: number;
  /** Day of the last instruction. */
  readonly instructedOn: PlainDate;
  readonly paidOn: PlainDate | null;
  readonly bankReference: string | null;
  /** Why the bank returned it the last time. */
  readonly returnReason: string | null;
  /** User id of whoever took the last step: the next one is somebody else's. */
  readonly lastActor: string;
  /** Everybody who took a step on it. */
  readonly participants: readonly Participation[];
}

/** Null before it is instructed. */
export type PaymentState = Payment | null;

export const initialPayment: PaymentState = null;

/** @throws Error when an event other than the first instruction stands first. */
export function evolvePayment(state: PaymentState, event: PaymentEvent): Payment {
  const { userId } = event.meta.actor;
  const taken = {
    lastActor: userId,
    participants: withParticipant(state?.participants ?? [], userId, paymentCapacity(event.type)),
  };
  if (event.type === 'PaymentInstructed') return { ...instructed(event), ...taken };
  if (state === null) throw new Error(`${event.type} stands before PaymentInstructed.`);
  switch (event.type) {
    case 'PaymentConfirmed': {
      const { bankReference, paidOn } = event.data;
      return { ...state, status: 'paid', bankReference, paidOn, ...taken };
    }
    case 'PaymentReturned':
      return { ...state, status: 'returned', returnReason: event.data.reason, ...taken };
    case 'PaymentReinstructed': {
      const { account, payee } = event.data;
      const attempt = event.data.attempt ?? state.attempt + 1;
      const again = {
        status: 'instructed',
        payee: payee ?? state.payee,
        account,
        attempt,
        instructedOn: event.occurredOn,
      } as const;
      return { ...state, ...again, paidOn: null, bankReference: null, ...taken };
    }
  }
}

/** The claim as whoever takes a step on it sees it: who took part in one of its payments took part in the claim. */
export function withPayments<State extends ClaimState>(claim: State, payments: readonly Payment[]): State {
  if (claim === null) return claim;
  const participants = payments
    .flatMap((payment) => payment.participants)
    .reduce((known, { userId, capacity }) => withParticipant(known, userId, capacity), claim.participants);
  return { ...claim, participants };
}

/** In which capacity an event of a payment was brought about: finance instructs, the treasury pays. */
export function paymentCapacity(type: PaymentEventType): Capacity {
  switch (type) {
    case 'PaymentInstructed':
    case 'PaymentReinstructed':
      return 'finance';
    case 'PaymentConfirmed':
    case 'PaymentReturned':
      return 'treasury';
  }
}

/** The payment after `events`; null when there are none. */
export function foldPayment(events: readonly PaymentEvent[]): PaymentState {
  return events.reduce<PaymentState>(evolvePayment, initialPayment);
}

type Instructed = Omit<Payment, 'lastActor' | 'participants'>;

function instructed(event: Extract<PaymentEvent, { type: 'PaymentInstructed' }>): Instructed {
  const { payment, claim, uscc, payee, payer, amount, basis, account } = event.data;
  return {
    id: payment,
    status: 'instructed',
    claim,
    uscc,
    payee,
    payer,
    amount: fenOf(amount),
    basis,
    account,
    attempt: event.data.attempt ?? 1,
    instructedOn: event.occurredOn,
    paidOn: null,
    bankReference: null,
    returnReason: null,
  };
}
