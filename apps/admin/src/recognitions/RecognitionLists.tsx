import UploadFile from '@mui/icons-material/UploadFile';
import { Button, Chip, Stack, Typography } from '@mui/material';
import { BooleanInput, DataTable, SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar, onOrAbsent } from '../ui/list/FilterBar.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { RecognitionRow } from './fragments.js';
import { recognitionMessages } from './messages.js';
import { listPath } from './paths.js';
import { defaultRecognitionSort } from './recognition-source.js';
import { StandingChip } from './StandingChip.js';

const Column = DataTable.Col<RecognitionRow>;

/** The lists that departments imported. */
export function RecognitionLists() {
  const texts = useMessages(recognitionMessages);
  const mayImport = useMay('RECOGNITION_CHANGE');
  const narrow = useNarrow();
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
      actions={importing}
      filters={
        <FilterBar>
          <TextInput source="query" label={texts.filters.query} resettable />
          <SelectInput source="standing" label={texts.filters.standing} choices={choicesOf(texts.listStandings)} />
          <BooleanInput source="isOpen" label={texts.filters.isOpen} parse={onOrAbsent} />
        </FilterBar>
      }
      empty={<EmptyState title={texts.empty} hint={texts.emptyHint} action={importing} />}
    >
      {narrow ? <ListCards /> : <ListTable />}
    </ListPage>
  );
}

function ListTable() {
  const { columns, counted } = useMessages(recognitionMessages);
  return (
    <DataTable<RecognitionRow> bulkActionButtons={false} rowClick={(id) => listPath(String(id))} size="small">
      <Column label={columns.document} disableSort render={(list) => <ListLink list={list} />} />
      <Column label={columns.title} disableSort render={(list) => list.title} />
      <Column label={columns.authority} disableSort render={(list) => list.authority} />
      <Column label={columns.issuedOn} disableSort render={(list) => list.issuedOn} />
      <Column label={columns.valid} disableSort render={(list) => <Validity {...list} />} />
      <Column label={columns.entries} disableSort render={(list) => counted(list.entries, list.revoked)} />
      <Column label={columns.standing} disableSort render={(list) => <Standing list={list} />} />
    </DataTable>
  );
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
