import type { ExportKind } from '../export/export-kind.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { beijingTime } from '../ui/beijing-time.js';
import type { SecurityEntry } from './documents.js';
import { kindMessages, securityLogMessages } from './messages.js';

/** What is exported of the security log: each entry whole, its details as JSON. */
export function useSecurityLogExport(): ExportKind<SecurityEntry> {
  const { title, columns, filters, exported, details } = useMessages(securityLogMessages);
  const kinds = useMessages(kindMessages);
  const bilingual = useBilingual();
  return {
    title,
    columns: [
      { label: columns.position, value: ({ position }) => position },
      { label: columns.at, value: ({ at }) => beijingTime(at) },
      { label: columns.kind, value: ({ label }) => bilingual(label) },
      { label: columns.person, value: ({ displayName }) => displayName },
      { label: exported.username, value: ({ username }) => username },
      { label: columns.address, value: ({ address }) => address },
      { label: columns.subject, value: ({ subject }) => subject },
      { label: columns.times, value: ({ times }) => times },
      { label: details, value: (entry) => JSON.stringify(entry.details) },
    ],
    filters,
    values: { kind: kinds },
  };
}
