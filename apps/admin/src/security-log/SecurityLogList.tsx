import { Box, Typography } from '@mui/material';
import {
  BooleanInput,
  DataTable,
  DateInput,
  SelectInput,
  TextInput,
  useListContext,
  useRecordContext,
} from 'react-admin';
import { codeFont } from '../app/theme.js';
import { ExportButton } from '../export/ExportButton.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { JsonView } from '../ui/JsonView.js';
import { FilterBar, onOrAbsent } from '../ui/list/FilterBar.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { beijingTime } from '../ui/beijing-time.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { SecurityEntry } from './documents.js';
import { kindMessages, securityLogMessages } from './messages.js';
import { useSecurityLogExport } from './security-log-export.js';

const Column = DataTable.Col<SecurityEntry>;

const onMedium = { display: { xs: 'none', md: 'table-cell' } };

/** Who signed in, who was refused, who read what. */
export function SecurityLogList() {
  const texts = useMessages(securityLogMessages);
  const narrow = useNarrow();
  return (
    <ListPage
      title={texts.title}
      resource="security-log"
      sort={{ field: 'position', order: 'DESC' }}
      actions={<ExportButton kind={useSecurityLogExport()} />}
      filters={<SecurityLogFilters />}
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} />}
    >
      {narrow ? <SecurityEntryCards /> : <SecurityEntryTable />}
    </ListPage>
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

function SecurityEntryTable() {
  const { columns } = useMessages(securityLogMessages);
  const bilingual = useBilingual();
  return (
    <DataTable<SecurityEntry> bulkActionButtons={false} rowClick="expand" expand={<ExpandedEntry />} size="small">
      <Column label={columns.position} disableSort align="right" render={(entry) => entry.position} />
      <Column label={columns.at} disableSort sx={{ whiteSpace: 'nowrap' }} render={(entry) => beijingTime(entry.at)} />
      <Column label={columns.kind} disableSort render={(entry) => <strong>{bilingual(entry.label)}</strong>} />
      <Column label={columns.person} disableSort render={(entry) => <Person entry={entry} />} />
      <Column label={columns.address} disableSort sx={onMedium} render={(entry) => <Code text={entry.address} />} />
      <Column label={columns.subject} disableSort sx={onMedium} render={(entry) => <Code text={entry.subject} />} />
      <Column label={columns.times} disableSort align="right" render={(entry) => entry.times} />
    </DataTable>
  );
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
