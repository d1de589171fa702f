import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import type { ExportColumn, ExportKind } from '../../export/export-kind.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { deadlineMessages } from '../deadline/messages.js';
import type { ClaimRow } from '../fragments.js';
import { claimMessages } from '../messages.js';
import { useClaimableMeasures } from '../use-claimable-measures.js';

/** What is exported of the list of claims. */
export function useClaimExport(): ExportKind<ClaimRow> {
  const { title, columns, filters, narrowedBy, statuses, exported } = useMessages(claimMessages);
  const { lights } = useMessages(deadlineMessages);
  const { yes, no } = useMessages(uiMessages);
  const bilingual = useBilingual();
  const { measures } = useClaimableMeasures();
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
  return {
    title,
    columns: exportedColumns,
    filters: { ...filters, ...narrowedBy },
    values: {
      status: statuses,
      light: lights,
      measure: Object.fromEntries(measures.map((measure) => [measure.id, `${bilingual(measure.title)} ${measure.id}`])),
    },
  };
}
