import UploadFile from '@mui/icons-material/UploadFile';
import { Button, Chip, Stack, Typography } from '@mui/material';
import { BooleanInput, SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar, onOrAbsent } from '../ui/list/FilterBar.js';
import type { ListColumn } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import type { RecognitionRow } from './fragments.js';
import { recognitionMessages } from './messages.js';
import { useRecognitionExport } from './recognition-export.js';
import { listPath } from './paths.js';
import { defaultRecognitionSort } from './recognition-source.js';
import { StandingChip } from './StandingChip.js';

/** The lists that departments imported. */
export function RecognitionLists() {
  const texts = useMessages(recognitionMessages);
  const mayImport = useMay('RECOGNITION_CHANGE');
  const importing = mayImport ? (
    <Button variant="contained" startIcon={<UploadFile />} component={Link} to="/recognitions/create">
      {texts.import}
    </Button>
  ) : null;
  return (
    <ListPage
      title={texts.title}
      resource="recognitions"
      sort={defaultRecognitionSort}
      columns={useRecognitionColumns()}
      cards={<ListCards />}
      exported={useRecognitionExport()}
      pathOf={(id) => listPath(String(id))}
      actions={importing}
      filters={
        <FilterBar>
          <TextInput source="query" label={texts.filters.query} resettable />
          <SelectInput source="standing" label={texts.filters.standing} choices={choicesOf(texts.listStandings)} />
          <BooleanInput source="isOpen" label={texts.filters.isOpen} parse={onOrAbsent} />
        </FilterBar>
      }
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={importing} />}
    />
  );
}

function useRecognitionColumns(): readonly ListColumn<RecognitionRow>[] {
  const { columns, counted } = useMessages(recognitionMessages);
  return [
    { source: 'document', label: columns.document, render: (list) => <ListLink list={list} /> },
    { source: 'title', label: columns.title, render: ({ title }) => title },
    { source: 'authority', label: columns.authority, render: ({ authority }) => authority },
    { source: 'issuedOn', label: columns.issuedOn, render: ({ issuedOn }) => issuedOn },
    { source: 'valid', label: columns.valid, render: (list) => <Validity {...list} /> },
    { source: 'entries', label: columns.entries, render: ({ entries, revoked }) => counted(entries, revoked) },
    { source: 'standing', label: columns.standing, render: (list) => <Standing list={list} /> },
  ];
}

function ListCards() {
  const { data = [] } = useListContext<RecognitionRow>();
  return (
    <RecordCards rows={data}>
      {(list) => (
        <>
          <ListLink list={list} />
          <Typography variant="body2">{list.title}</Typography>
          <Typography variant="body2" color="textSecondary">
            {list.authority} · {list.issuedOn}
          </Typography>
          <Standing list={list} />
        </>
      )}
    </RecordCards>
  );
}

function ListLink({ list: { id } }: { list: RecognitionRow }) {
  return (
    <Typography component={Link} to={listPath(id)} variant="body2" sx={{ fontWeight: 600, color: 'primary.main' }}>
      {id}
    </Typography>
  );
}

function Standing({ list }: { list: RecognitionRow }) {
  const { waits } = useMessages(recognitionMessages);
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      <StandingChip standing={list.standing} />
      {list.isOpen && list.standing !== 'PROPOSED' && <Chip size="small" color="warning" label={waits} />}
    </Stack>
  );
}

/** First and last day whose matters are covered. */
export function Validity({ validFrom, validUntil }: Pick<RecognitionRow, 'validFrom' | 'validUntil'>) {
  const { validity, unlimited } = useMessages(recognitionMessages);
  return validity(validFrom, validUntil ?? unlimited);
}
