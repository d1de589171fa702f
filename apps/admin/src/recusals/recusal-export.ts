import type { ExportKind } from '../export/export-kind.js';
import { useMessages } from '../i18n/messages.js';
import { usePersonName } from '../ui/person.js';
import type { RecusalRow } from './documents.js';
import { recusalMessages } from './messages.js';

/** What is exported of the recusals. */
export function useRecusalExport(): ExportKind<RecusalRow> {
  const { title, columns, filters, exported, standings, claim, uscc, liftReason } = useMessages(recusalMessages);
  const personName = usePersonName();
  return {
    title,
    columns: [
      { label: columns.official, value: ({ official }) => personName(official) },
      { label: claim, value: (row) => row.claim },
      { label: exported.enterprise, value: ({ enterprise }) => enterprise?.name ?? null },
      { label: uscc, value: ({ enterprise }) => enterprise?.uscc ?? null },
      { label: columns.since, value: ({ since }) => since },
      { label: columns.reason, value: ({ reason }) => reason },
      { label: exported.orderedBy, value: ({ orderedBy }) => orderedBy && personName(orderedBy) },
      { label: columns.standing, value: ({ liftedOn }) => (liftedOn === null ? standings.true : standings.false) },
      { label: exported.liftedOn, value: ({ liftedOn }) => liftedOn },
      { label: exported.liftedBy, value: ({ liftedBy }) => liftedBy && personName(liftedBy) },
      { label: liftReason, value: (row) => row.liftReason },
    ],
    filters,
    values: { standing: standings },
  };
}
