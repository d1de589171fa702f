import { paymentStream } from '@duixian/casework';
import { foldPayment, parsePaymentEvent, type Payment, type PaymentState } from '@duixian/treasury';
import type { ClaimFile } from '../../claim/read/claim-files.js';

/** One payment of a claim as the deciders see it; null where the file holds nothing of it. */
export function paymentIn({ events }: Pick<ClaimFile, 'events'>, id: string): PaymentState {
  return foldPayment(events.filter((event) => event.stream === paymentStream(id)).map(parsePaymentEvent));
}

/** All payments of a claim as the deciders see them. */
export function paymentsIn(file: Pick<ClaimFile, 'claim' | 'events'>): Payment[] {
  return file.claim.payments.map((id) => paymentIn(file, id)).filter((payment) => payment !== null);
}
