import type { Command, PlainDate } from '@duixian/casework';

export interface PaymentCommand extends Command {
  /** `<claim>-<payer>`. */
  readonly payment: string;
}

/** What a treasury enters of the bank's doing is about one instruction: a payment that was instructed again is another. */
export interface AttemptCommand extends PaymentCommand {
  /** Which instruction of the payment it is about: 1, 2 … */
  readonly attempt: number;
}

export interface ConfirmPayment extends AttemptCommand {
  /** The bank's number of the settlement (银行回单号). */
  readonly bankReference: string;
  readonly paidOn: PlainDate;
}

export interface RecordBankReturn extends AttemptCommand {
  readonly reason: string;
  /** Day on which the money came back. */
  readonly returnedOn: PlainDate;
}

export type ReinstructPayment = PaymentCommand;
