import type { ExportKind } from '../export/export-kind.js';
import { useMessages } from '../i18n/messages.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { DelegationRow } from './documents.js';
import { delegationMessages } from './messages.js';

/** What is exported of the delegations, each with the clauses it is for by their numbers. */
export function useDelegationExport(): ExportKind<DelegationRow> {
  const texts = useMessages(delegationMessages);
  const { listed } = useMessages(uiMessages);
  const personName = usePersonName();
  const { columns, exported } = texts;
  return {
    title: texts.title,
    columns: [
      { label: columns.official, value: ({ official }) => personName(official) },
      { label: columns.deputy, value: ({ deputy }) => personName(deputy) },
      { label: texts.from, value: ({ from }) => from },
      { label: texts.until, value: ({ until }) => until },
      {
        label: columns.measures,
        value: ({ measures }) => (measures === null ? texts.allMeasures : listed(measures.map(({ id }) => id))),
      },
      { label: columns.reason, value: ({ reason }) => reason },
      { label: exported.givenOn, value: ({ givenOn }) => givenOn },
      { label: columns.standing, value: ({ standing }) => texts.standings[standing] },
      { label: exported.endedOn, value: ({ endedOn }) => endedOn },
      { label: exported.endedBy, value: ({ endedBy }) => endedBy && personName(endedBy) },
      { label: texts.endReason, value: ({ endReason }) => endReason },
    ],
    filters: texts.filters,
    values: { side: texts.sides, standing: texts.standings },
  };
}
