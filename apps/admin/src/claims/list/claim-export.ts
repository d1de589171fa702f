import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { ExportColumn, ExportKind } from '../../export/export-kind.js';
import { uiMessages } from '../../ui/ui-messages.js';
import type { ClaimRow } from '../fragments.js';
import { claimMessages } from '../messages.js';
import { useClaimFilterWords } from './use-claim-filter-words.js';

/** What is exported of the list of claims. */
export function useClaimExport(): ExportKind<ClaimRow> {
  const { title, columns, filters, statuses, exported } = useMessages(claimMessages);
  const { yes, no } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const exportedColumns: ExportColumn<ClaimRow>[] = [
    { label: columns.id, value: ({ id }) => id },
    { label: columns.status, value: ({ status }) => statuses[status] },
    { label: filters.held, value: ({ held }) => (held ? yes : no) },
    { label: columns.enterprise, value: ({ enterprise }) => enterprise.name },
    { label: exported.uscc, value: ({ enterprise }) => enterprise.uscc },
    { label: columns.measure, value: ({ measure }) => bilingual(measure.title) },
    { label: exported.measureId, value: ({ measure }) => measure.id },
    { label: columns.year, value: ({ year }) => year },
    { label: columns.division, value: ({ division }) => division.name },
    { label: exported.amount(columns.requested), value: ({ requestedAmount }) => requestedAmount },
    { label: exported.amount(columns.agreed), value: ({ agreedAmount }) => agreedAmount },
    { label: exported.amount(columns.determined), value: ({ determinedAmount }) => determinedAmount },
    // Of a claim that nobody determined nothing can be paid yet.
    {
      label: exported.amount(columns.paid),
      value: ({ determinedAmount, paidAmount }) => determinedAmount && paidAmount,
    },
    { label: columns.submittedOn, value: ({ submittedOn }) => submittedOn },
  ];
  return { title, columns: exportedColumns, ...useClaimFilterWords() };
}
