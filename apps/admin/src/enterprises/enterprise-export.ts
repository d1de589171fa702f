import type { ExportKind } from '../export/export-kind.js';
import { useMessages } from '../i18n/messages.js';
import { useDivisionWords } from '../policies/try/use-division-words.js';
import type { EnterpriseRecord } from './documents.js';
import { enterpriseMessages } from './messages.js';

/** What is exported of the list of enterprises: neither contacts nor accounts. */
export function useEnterpriseExport(): ExportKind<EnterpriseRecord> {
  const { title, columns, filters, exported } = useMessages(enterpriseMessages);
  return {
    title,
    columns: [
      { label: columns.name, value: ({ name }) => name },
      { label: columns.uscc, value: ({ uscc }) => uscc },
      { label: columns.division, value: ({ division }) => division.name },
      { label: exported.divisionCode, value: ({ division }) => division.code },
      { label: columns.registeredOn, value: ({ registeredOn }) => registeredOn },
    ],
    filters,
    values: { division: useDivisionWords() },
  };
}
