import { PAYMENT_ACTIONS, paymentStepOf } from '@duixian/treasury/steps';
import { command } from '../api/command.js';
import type { Outcome } from '../api/refusals.js';
import type { PaymentActionName } from '../api/schema/enums.generated.js';
import type { Commands } from '../api/use-command.js';
import type { ResultOf } from '../api/graphql.js';
import { changedPayment } from './documents.js';
import type { Payment } from './fragments.js';

/** What a dialog was filled in with, by the names of what the step asks for. */
export type PaymentEntries = Readonly<Record<string, string>>;

/** What the steps send. */
export const paymentCommands = PAYMENT_ACTIONS.map((action) => command(paymentStepOf(action).mutation, changedPayment));

/** Takes a step: what a treasury enters is about the instruction that is on the screen. */
export function takePaymentStep(
  send: Commands['send'],
  action: PaymentActionName,
  { id, attempt }: Pick<Payment, 'id' | 'attempt'>,
  entries: PaymentEntries,
): Promise<Outcome<ResultOf<typeof changedPayment>> | null> {
  const { mutation, office } = paymentStepOf(action);
  const told = { payment: id, ...(office === 'treasury' && { attempt }), ...entries };
  return send(command(mutation, changedPayment), told);
}
