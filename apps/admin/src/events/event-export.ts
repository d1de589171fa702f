import { useDocument } from '../api/use-document.js';
import type { ExportKind } from '../export/export-kind.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import { type LoggedEvent, eventTypesDocument } from './documents.js';
import { eventMessages } from './messages.js';

/** What is exported of the log: each event whole, its contents as JSON. */
export function useEventExport(): ExportKind<LoggedEvent> {
  const { title, columns, filters, exported, data } = useMessages(eventMessages);
  const bilingual = useBilingual();
  const { data: types } = useDocument(eventTypesDocument, {}, { staleTimeMs: Infinity });
  return {
    title,
    columns: [
      { label: columns.position, value: ({ position }) => position },
      { label: columns.type, value: ({ label }) => bilingual(label) },
      { label: exported.type, value: ({ type }) => type },
      { label: columns.summary, value: ({ summary }) => bilingual(summary) },
      { label: columns.stream, value: ({ stream }) => stream },
      { label: filters.claim, value: ({ claim }) => claim },
      { label: columns.actor, value: ({ actor }) => actor?.displayName ?? null },
      { label: exported.username, value: ({ actor }) => actor?.username ?? null },
      { label: exported.onBehalfOf, value: ({ onBehalfOf }) => onBehalfOf },
      { label: columns.occurredOn, value: ({ on }) => on },
      { label: columns.recordedAt, value: ({ recordedAt }) => beijingTime(recordedAt) },
      { label: data, value: (event) => JSON.stringify(event.data) },
    ],
    filters,
    values: { type: Object.fromEntries((types?.eventTypes ?? []).map(({ type, label }) => [type, bilingual(label)])) },
  };
}
