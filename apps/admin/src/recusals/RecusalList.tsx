import { Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useMessages } from '../i18n/messages.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import { type ListColumn, oneLine } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { usePersonName } from '../ui/person.js';
import type { RecusalRow } from './documents.js';
import { LiftDialog } from './LiftDialog.js';
import { recusalMessages } from './messages.js';
import { useRecusalExport } from './recusal-export.js';
import { defaultRecusalSort } from './recusal-source.js';
import { RecuseDialog } from './RecuseDialog.js';

/** Who takes no part in what: one's own, one's subordinates', and all of the city for who keeps or audits accounts. */
export function RecusalList() {
  const texts = useMessages(recusalMessages);
  const mayDeclare = useMay('RECUSAL_DECLARE');
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
        columns={useRecusalColumns(setLifting)}
        cards={<Cards onLift={setLifting} />}
        exported={useRecusalExport()}
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
      />
      {isDeclaring && <RecuseDialog onClose={() => setDeclaring(false)} />}
      {lifting && <LiftDialog recusal={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

interface RowsProps {
  onLift: (recusal: RecusalRow) => void;
}

function useRecusalColumns(onLift: RowsProps['onLift']): readonly ListColumn<RecusalRow>[] {
  const { columns } = useMessages(recusalMessages);
  const personName = usePersonName();
  return [
    { source: 'official', label: columns.official, render: ({ official }) => personName(official) },
    { source: 'matter', label: columns.matter, render: (row) => <Matter row={row} /> },
    { source: 'since', label: columns.since, sx: oneLine, render: ({ since }) => since },
    { source: 'reason', label: columns.reason, render: (row) => <Reason row={row} /> },
    { source: 'standing', label: columns.standing, render: (row) => <Standing row={row} /> },
    { source: 'actions', label: columns.actions, render: (row) => <Lift row={row} onLift={onLift} /> },
  ];
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
