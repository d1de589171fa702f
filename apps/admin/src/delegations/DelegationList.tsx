import { Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectArrayInput, SelectInput, TextInput, useListContext } from 'react-admin';
import { useAsOf } from '../as-of/AsOfProvider.js';
import { useMay } from '../auth/use-user.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { choicesOf } from '../ui/choices.js';
import { EmptyState } from '../ui/EmptyState.js';
import { FilterBar } from '../ui/list/FilterBar.js';
import type { ListColumn } from '../ui/list/list-column.js';
import { ListPage } from '../ui/list/ListPage.js';
import { RecordCards } from '../ui/list/RecordCards.js';
import { usePersonName } from '../ui/person.js';
import { uiMessages } from '../ui/ui-messages.js';
import { useDelegationExport } from './delegation-export.js';
import { defaultDelegationSort } from './delegation-source.js';
import type { DelegationRow } from './documents.js';
import { EndDialog } from './EndDialog.js';
import { GiveDialog } from './GiveDialog.js';
import { delegationMessages } from './messages.js';

/** Who stands in for whom: one's own, and all of the city for who keeps or audits accounts. */
export function DelegationList() {
  const texts = useMessages(delegationMessages);
  const mayGive = useMay('DELEGATION_GIVE');
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<DelegationRow | null>(null);
  const give = mayGive ? (
    <Button variant="contained" onClick={() => setGiving(true)}>
      {texts.give}
    </Button>
  ) : null;
  return (
    <>
      <ListPage
        title={texts.title}
        resource="delegations"
        sort={defaultDelegationSort}
        columns={useDelegationColumns(setEnding)}
        cards={<Cards onEnd={setEnding} />}
        exported={useDelegationExport()}
        actions={give}
        filters={
          <FilterBar>
            <TextInput source="query" label={texts.filters.query} resettable />
            {mayGive && <SelectInput source="side" label={texts.filters.side} choices={choicesOf(texts.sides)} />}
            <SelectArrayInput source="standing" label={texts.filters.standing} choices={choicesOf(texts.standings)} />
          </FilterBar>
        }
        empty={<EmptyState title={texts.empty} hint={mayGive ? texts.emptyHint : texts.emptyAllHint} action={give} />}
      />
      {isGiving && <GiveDialog onClose={() => setGiving(false)} />}
      {ending && <EndDialog delegation={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

interface RowsProps {
  onEnd: (delegation: DelegationRow) => void;
}

function useDelegationColumns(onEnd: RowsProps['onEnd']): readonly ListColumn<DelegationRow>[] {
  const { columns, span } = useMessages(delegationMessages);
  const personName = usePersonName();
  return [
    { source: 'official', label: columns.official, render: ({ official }) => personName(official) },
    { source: 'deputy', label: columns.deputy, render: ({ deputy }) => personName(deputy) },
    { source: 'span', label: columns.span, render: ({ from, until }) => span(from, until) },
    { source: 'measures', label: columns.measures, render: (row) => <Measures row={row} /> },
    { source: 'reason', label: columns.reason, render: (row) => <Reason row={row} /> },
    { source: 'standing', label: columns.standing, render: (row) => <Standing row={row} /> },
    { source: 'actions', label: columns.actions, render: (row) => <End row={row} onEnd={onEnd} /> },
  ];
}

function Cards({ onEnd }: RowsProps) {
  const { data = [] } = useListContext<DelegationRow>();
  const { span } = useMessages(delegationMessages);
  const personName = usePersonName();
  return (
    <RecordCards rows={data}>
      {(row) => (
        <>
          <Typography sx={{ fontWeight: 650 }}>
            {personName(row.official)} → {personName(row.deputy)}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {span(row.from, row.until)} · <Measures row={row} />
          </Typography>
          <Reason row={row} />
          <Standing row={row} />
          <End row={row} onEnd={onEnd} />
        </>
      )}
    </RecordCards>
  );
}

function Measures({ row: { measures } }: { row: DelegationRow }) {
  const { allMeasures } = useMessages(delegationMessages);
  const { listed } = useMessages(uiMessages);
  const bilingual = useBilingual();
  if (measures === null) return allMeasures;
  return listed(measures.map(({ clauseId, title }) => `${clauseId} ${bilingual(title)}`));
}

function Reason({ row: { reason, endedBy, endedOn, endReason } }: { row: DelegationRow }) {
  const texts = useMessages(delegationMessages);
  const personName = usePersonName();
  return (
    <>
      <Typography variant="body2">{reason}</Typography>
      {endedBy && endedOn !== null && (
        <Typography variant="caption" color="textSecondary">
          {texts.endedBy(personName(endedBy), endedOn, endReason ?? '')}
        </Typography>
      )}
    </>
  );
}

function Standing({ row: { standing } }: { row: DelegationRow }) {
  const { standings } = useMessages(delegationMessages);
  const color = standing === 'STANDING' ? 'success' : standing === 'COMING' ? 'info' : 'default';
  return <Chip size="small" variant="outlined" color={color} label={standings[standing]} />;
}

function End({ row, onEnd }: RowsProps & { row: DelegationRow }) {
  const texts = useMessages(delegationMessages);
  const { asOf } = useAsOf();
  if (!row.canEnd || asOf !== null) return null;
  return (
    <Button size="small" color="error" onClick={() => onEnd(row)}>
      {texts.end}
    </Button>
  );
}
