import type { ExportKind } from '../export/export-kind.js';
import { useMessages } from '../i18n/messages.js';
import type { RecognitionRow } from './fragments.js';
import { recognitionMessages } from './messages.js';

/** What is exported of the lists of recognitions; the entries of one are on its page. */
export function useRecognitionExport(): ExportKind<RecognitionRow> {
  const { title, columns, filters, exported, listStandings } = useMessages(recognitionMessages);
  return {
    title,
    columns: [
      { label: columns.document, value: ({ id }) => id },
      { label: columns.title, value: ({ title: name }) => name },
      { label: columns.authority, value: ({ authority }) => authority },
      { label: columns.issuedOn, value: ({ issuedOn }) => issuedOn },
      { label: exported.validFrom, value: ({ validFrom }) => validFrom },
      { label: exported.validUntil, value: ({ validUntil }) => validUntil },
      { label: columns.department, value: ({ department }) => department },
      { label: columns.entries, value: ({ entries }) => entries },
      { label: exported.revoked, value: ({ revoked }) => revoked },
      { label: columns.standing, value: ({ standing }) => listStandings[standing] },
    ],
    filters,
    values: { standing: listStandings },
  };
}
