import {
  fenOf,
  withParticipant,
  type ClaimState,
  type Participation,
  type PlainDate,
  type Uscc,
} from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { AccountRef } from '@duixian/registry';
import { PAYMENT_EVENTS, type PaymentEvent } from './payment-event.js';
import type { PaymentStatus } from './payment-status.js';

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
  const { by: capacity, leadsTo: status } = PAYMENT_EVENTS[event.type];
  const participants = withParticipant(state?.participants ?? [], userId, capacity);
  const taken = { status, lastActor: userId, participants };
  if (event.type === 'PaymentInstructed') return { ...instructed(event), ...taken };
  if (state === null) throw new Error(`${event.type} stands before PaymentInstructed.`);
  return { ...state, ...said(event, state), ...taken };
}

/** What an event says beside where the payment stands after it. */
function said(event: Exclude<PaymentEvent, { type: 'PaymentInstructed' }>, state: Payment): Partial<Payment> {
  switch (event.type) {
    case 'PaymentConfirmed': {
      const { bankReference, paidOn } = event.data;
      return { bankReference, paidOn };
    }
    case 'PaymentReturned':
      return { returnReason: event.data.reason };
    case 'PaymentReinstructed': {
      const { account, payee, attempt } = event.data;
      return {
        payee: payee ?? state.payee,
        account,
        attempt: attempt ?? state.attempt + 1,
        instructedOn: event.occurredOn,
        paidOn: null,
        bankReference: null,
      };
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

/** The payment after `events`; null when there are none. */
export function foldPayment(events: readonly PaymentEvent[]): PaymentState {
  return events.reduce<PaymentState>(evolvePayment, initialPayment);
}

type Instructed = Omit<Payment, 'status' | 'lastActor' | 'participants'>;

function instructed(event: Extract<PaymentEvent, { type: 'PaymentInstructed' }>): Instructed {
  const { payment, claim, uscc, payee, payer, amount, basis, account } = event.data;
  return {
    id: payment,
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
