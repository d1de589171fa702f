import { Box, Typography } from '@mui/material';
import { BooleanInput, DateInput, SelectInput, TextInput, useListContext, useRecordContext } from 'react-admin';
import { codeFont } from '../app/theme.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { JsonView } from '../ui/JsonView.js';
import { FilterBar, onOrAbsent } from '../ui/list/FilterBar.js';
import { type ListColumn, oneLine, onMedium } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { beijingTime } from '../ui/beijing-time.js';
import type { SecurityEntry } from './documents.js';
import { kindMessages, securityLogMessages } from './messages.js';
import { useSecurityLogExport } from './security-log-export.js';

/** Who signed in, who was refused, who read what. */
export function SecurityLogList() {
  const texts = useMessages(securityLogMessages);
  return (
    <ListPage
      title={texts.title}
      resource="security-log"
      sort={{ field: 'position', order: 'DESC' }}
      columns={useSecurityLogColumns()}
      cards={<SecurityEntryCards />}
      exported={useSecurityLogExport()}
      expand={<ExpandedEntry />}
      filters={<SecurityLogFilters />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} />}
    />
  );
}

function SecurityLogFilters() {
  const { filters } = useMessages(securityLogMessages);
  const kinds = useMessages(kindMessages);
  return (
    <FilterBar>
      <TextInput source="person" label={filters.person} resettable />
      <SelectInput source="kind" label={filters.kind} choices={choicesOf(kinds)} />
      <DateInput source="from" label={filters.from} />
      <DateInput source="until" label={filters.until} />
      <BooleanInput source="ofNoCity" label={filters.ofNoCity} parse={onOrAbsent} />
    </FilterBar>
  );
}

function useSecurityLogColumns(): readonly ListColumn<SecurityEntry>[] {
  const { columns } = useMessages(securityLogMessages);
  const bilingual = useBilingual();
  return [
    { source: 'position', label: columns.position, isFigure: true, render: ({ position }) => position },
    { source: 'at', label: columns.at, sx: oneLine, render: ({ at }) => beijingTime(at) },
    { source: 'kind', label: columns.kind, render: ({ label }) => <strong>{bilingual(label)}</strong> },
    { source: 'person', label: columns.person, render: (entry) => <Person entry={entry} /> },
    { source: 'address', label: columns.address, on: onMedium, render: ({ address }) => <Code text={address} /> },
    { source: 'subject', label: columns.subject, on: onMedium, render: ({ subject }) => <Code text={subject} /> },
    { source: 'times', label: columns.times, isFigure: true, render: ({ times }) => times },
  ];
}

/** The name that was used, and whose it was then. */
function Person({ entry }: { entry: SecurityEntry }) {
  const texts = useMessages(securityLogMessages);
  if (entry.username === null) return texts.unknownPerson;
  return (
    <>
      {entry.displayName ?? texts.unknownPerson}
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {entry.username}
      </Typography>
    </>
  );
}

function Code({ text }: { text: string | null }) {
  return (
    <Box component="span" sx={{ fontFamily: codeFont, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {text ?? '—'}
    </Box>
  );
}

function SecurityEntryCards() {
  const { data = [] } = useListContext<SecurityEntry>();
  const texts = useMessages(securityLogMessages);
  const bilingual = useBilingual();
  return (
    <RecordCards rows={data}>
      {(entry) => (
        <>
          <Typography sx={{ fontWeight: 650 }}>
            {bilingual(entry.label)}
            {entry.times > 1 && ` · ${texts.times(entry.times)}`}
          </Typography>
          <Typography component="div" variant="body2">
            <Person entry={entry} />
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {beijingTime(entry.at)} · <Code text={entry.address} /> · <Code text={entry.subject} />
          </Typography>
        </>
      )}
    </RecordCards>
  );
}

function ExpandedEntry() {
  const texts = useMessages(securityLogMessages);
  const entry = useRecordContext<SecurityEntry>();
  if (!entry) return null;
  return (
    <Box sx={{ p: 1 }}>
      <Typography variant="h3">{texts.details}</Typography>
      <JsonView value={entry.details} />
    </Box>
  );
}
