import { fen } from '@duixian/money';
import { toMaskedAccount } from '../../bank-account/read/to-bank-account-change.js';
import type { PaymentRow } from '../read-model/payment-table.js';
import { Payment } from './payment.type.js';

/** A payment as GraphQL shows it; what takes further queries is left to its resolver. */
export function toPayment(row: PaymentRow): Payment {
  return Object.assign(new Payment(), {
    id: row.id,
    status: row.status,
    payee: row.payee,
    amount: fen(BigInt(row.amount)),
    basis: row.basis,
    payeeAccount: row.account === null ? null : toMaskedAccount(row.account),
    attempt: row.attempt,
    returnedOn: row.returned_on,
    instructedOn: row.instructed_on,
    settledOn: row.settled_on,
    bankReference: row.bank_reference,
    returnReason: row.return_reason,
    row,
  });
}
