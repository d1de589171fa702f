import type { Upcasters } from '@duixian/event-store';

/**
 * How events of older schema versions are read in their newest shape. Until version 2 an instruction named neither the
 * account nor its attempt, and a bank's return not its day.
 */
export const UPCASTERS: Upcasters = {
  PaymentInstructed: { 1: (data) => ({ ...data, account: null, attempt: 1 }) },
  PaymentReinstructed: { 1: (data) => ({ ...data, account: null, attempt: null }) },
  PaymentReturned: { 1: (data) => ({ ...data, returnedOn: null }) },
};
