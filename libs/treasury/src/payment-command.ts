import type { Command } from '@duixian/casework';
import type { PAYMENT_STEPS, PaymentAction, PaymentTold } from './payment-steps.js';

export interface PaymentCommand extends Command {
  /** `<claim>-<payer>`. */
  readonly payment: string;
}

/** What a treasury enters of the bank's doing is about one instruction: a payment that was instructed again is another. */
export interface AttemptCommand extends PaymentCommand {
  /** Which instruction of the payment it is about: 1, 2 … */
  readonly attempt: number;
}

/** What is sent to take a step, as its entry says: every text is a string, and so is every day. */
export type PaymentStepCommand<Action extends PaymentAction> = PaymentTold<Action> &
  ((typeof PAYMENT_STEPS)[Action]['office'] extends 'treasury' ? AttemptCommand : PaymentCommand);
