import type { Command, PlainDate } from '@duixian/casework';

export interface InstructPayments extends Command {
  /** The claim's number. */
  readonly claim: string;
}

export interface PaymentCommand extends Command {
  /** `<claim>-<payer>`. */
  readonly payment: string;
}

export interface ConfirmPayment extends PaymentCommand {
  /** The bank's number of the settlement (银行回单号). */
  readonly bankReference: string;
  readonly paidOn: PlainDate;
}

export interface RecordBankReturn extends PaymentCommand {
  readonly reason: string;
  /** Day on which the money came back. */
  readonly returnedOn: PlainDate;
}

export type ReinstructPayment = PaymentCommand;
