import { Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { usePersonName } from '../ui/person.js';
import { useNarrow } from '../ui/use-narrow.js';
import type { RecusalRow } from './documents.js';
import { LiftDialog } from './LiftDialog.js';
import { recusalMessages } from './messages.js';
import { defaultRecusalSort } from './recusal-source.js';
import { RecuseDialog } from './RecuseDialog.js';

const Column = DataTable.Col<RecusalRow>;

/** Who takes no part in what: one's own, one's subordinates', and all of the city for who keeps or audits accounts. */
export function RecusalList() {
  const texts = useMessages(recusalMessages);
  const mayDeclare = useMay('RECUSAL_DECLARE');
  const narrow = useNarrow();
  const [isDeclaring, setDeclaring] = useState(false);
  const [lifting, setLifting] = useState<RecusalRow | null>(null);
  const declare = mayDeclare ? (
    <Button variant="contained" onClick={() => setDeclaring(true)}>
      {texts.declare}
    </Button>
  ) : null;
  const standings = [
    { id: true, name: texts.standings.true },
    { id: false, name: texts.standings.false },
  ];
  return (
    <>
      <ListPage
        title={texts.title}
        resource="recusals"
        sort={defaultRecusalSort}
        actions={declare}
        filters={
          <FilterBar>
            <TextInput source="query" label={texts.filters.query} resettable />
            <SelectInput source="standing" label={texts.filters.standing} choices={standings} />
          </FilterBar>
        }
        empty={
          <EmptyState title={texts.empty} hint={mayDeclare ? texts.emptyHint : texts.emptyAllHint} action={declare} />
        }
      >
        {narrow ? <Cards onLift={setLifting} /> : <Table onLift={setLifting} />}
      </ListPage>
      {isDeclaring && <RecuseDialog onClose={() => setDeclaring(false)} />}
      {lifting && <LiftDialog recusal={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

interface RowsProps {
  onLift: (recusal: RecusalRow) => void;
}

function Table({ onLift }: RowsProps) {
  const { columns } = useMessages(recusalMessages);
  const personName = usePersonName();
  return (
    <DataTable<RecusalRow> bulkActionButtons={false} rowClick={false} size="small">
      <Column label={columns.official} disableSort render={({ official }) => personName(official)} />
      <Column label={columns.matter} disableSort render={(row) => <Matter row={row} />} />
      <Column label={columns.since} disableSort source="since" />
      <Column label={columns.reason} disableSort render={(row) => <Reason row={row} />} />
      <Column label={columns.standing} disableSort render={(row) => <Standing row={row} />} />
      <Column label="" disableSort render={(row) => <Lift row={row} onLift={onLift} />} />
    </DataTable>
  );
}

function Cards({ onLift }: RowsProps) {
  const { data = [] } = useListContext<RecusalRow>();
  const texts = useMessages(recusalMessages);
  const personName = usePersonName();
  return (
    <RecordCards rows={data}>
      {(row) => (
        <>
          <Typography sx={{ fontWeight: 650 }}>{personName(row.official)}</Typography>
          <Typography variant="body2" color="textSecondary">
            <Matter row={row} /> · {texts.since(row.since)}
          </Typography>
          <Reason row={row} />
          <Standing row={row} />
          <Lift row={row} onLift={onLift} />
        </>
      )}
    </RecordCards>
  );
}

function Matter({ row: { claim, enterprise } }: { row: RecusalRow }) {
  const { scopeOf } = useMessages(recusalMessages);
  if (enterprise !== null) {
    return <Link to={`/enterprises/${enterprise.uscc}/show`}>{scopeOf(enterprise.name)}</Link>;
  }
  return <Link to={`/claims/${claim ?? ''}/show`}>{claim}</Link>;
}

function Reason({ row: { reason, orderedBy, liftedBy, liftedOn, liftReason } }: { row: RecusalRow }) {
  const texts = useMessages(recusalMessages);
  const personName = usePersonName();
  return (
    <>
      <Typography variant="body2">{reason}</Typography>
      {orderedBy && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {texts.orderedBy(personName(orderedBy))}
        </Typography>
      )}
      {liftedBy && liftedOn !== null && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {texts.liftedBy(personName(liftedBy), liftedOn, liftReason ?? '')}
        </Typography>
      )}
    </>
  );
}

function Standing({ row: { liftedOn } }: { row: RecusalRow }) {
  const { standings } = useMessages(recusalMessages);
  const isLifted = liftedOn !== null;
  return (
    <Chip
      size="small"
      variant="outlined"
      sx={{ alignSelf: 'start' }}
      color={isLifted ? 'default' : 'warning'}
      label={isLifted ? standings.false : standings.true}
    />
  );
}

function Lift({ row, onLift }: RowsProps & { row: RecusalRow }) {
  const texts = useMessages(recusalMessages);
  const { asOf } = useAsOf();
  if (!row.canLift || asOf !== null) return null;
  return (
    <Button size="small" color="error" sx={{ alignSelf: 'start' }} onClick={() => onLift(row)}>
      {texts.lift}
    </Button>
  );
}
