import { PAYMENT_STEPS } from '@duixian/treasury/steps';
import { useClaimableMeasures } from '../claims/use-claimable-measures.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { useDivisionWords } from '../policies/try/use-division-words.js';
import type { ExportKind } from '../export/export-kind.js';
import type { Payment } from './fragments.js';
import { paymentMessages } from './messages.js';

/** What is exported of the list of payments: to whose account stands in it as masked as on the screen. */
export function usePaymentExport(): ExportKind<Payment> {
  const { title, columns, filters, narrowedBy, statuses, exported } = useMessages(paymentMessages);
  const bilingual = useBilingual();
  const { CONFIRM, RETURN } = PAYMENT_STEPS;
  const divisions = useDivisionWords();
  const { measures } = useClaimableMeasures();
  return {
    title,
    columns: [
      { label: columns.claim, value: ({ claim }) => claim.id },
      { label: columns.enterprise, value: ({ enterprise }) => enterprise.name },
      { label: exported.uscc, value: ({ enterprise }) => enterprise.uscc },
      { label: filters.payer, value: ({ payer }) => payer.name },
      { label: exported.amount, value: ({ amount }) => amount },
      { label: columns.basis, value: ({ basis }) => basis },
      { label: columns.status, value: ({ status }) => statuses[status] },
      { label: exported.attempt, value: ({ attempt }) => attempt },
      { label: exported.instructedOn, value: ({ instructedOn }) => instructedOn },
      { label: exported.settledOn, value: ({ settledOn }) => settledOn },
      { label: bilingual(CONFIRM.asks.bankReference.label), value: ({ bankReference }) => bankReference },
      { label: bilingual(RETURN.asks.returnedOn.label), value: ({ returnedOn }) => returnedOn },
      { label: bilingual(RETURN.asks.reason.label), value: ({ returnReason }) => returnReason },
    ],
    filters: { ...filters, ...narrowedBy },
    values: {
      ...{ status: statuses, payer: divisions, division: divisions },
      measure: Object.fromEntries(measures.map(({ id, title }) => [id, `${bilingual(title)} ${id}`])),
    },
  };
}
