import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataTable } from 'react-admin';
import { Link } from 'react-router';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { BulkToolbar } from '../bulk/BulkToolbar.js';
import { LightChip, OfficeLightChip } from '../deadline/LightChip.js';
import { PapersChip } from '../following/PapersChip.js';
import { useLabelledBoxes } from '../../ui/list/use-labelled-boxes.js';
import type { Density } from '../../ui/list/view/arrangement.js';
import type { ArrangedList } from '../../ui/list/view/use-arrangement.js';
import { claimMessages } from '../messages.js';
import { AnswerByChip, HeldChip, StatusChip } from '../StatusChip.js';
import type { ClaimRow } from '../fragments.js';

const Column = DataTable.Col<ClaimRow>;

const onWide = { display: { xs: 'none', lg: 'table-cell' } };
const onWidest = { display: { xs: 'none', xl: 'table-cell' } };
const onMedium = { display: { xs: 'none', md: 'table-cell' } };
const text = { minWidth: 130, maxWidth: 260 };
const oneLine = { whiteSpace: 'nowrap' };

interface ClaimColumn {
  render: (claim: ClaimRow) => ReactNode;
  isSorted?: true;
  isAmount?: true;
  sx?: object;
  /** Where it is shown, as long as nobody chose the columns. */
  on?: object;
}

/** The columns of the list by what they are sorted by, in their order. */
const CLAIM_COLUMNS = {
  id: { isSorted: true, render: ({ id }) => <ClaimNumber id={id} /> },
  status: { render: (claim) => <Standing claim={claim} /> },
  enterprise: { sx: text, render: ({ enterprise }) => enterprise.name },
  measure: { sx: text, on: onMedium, render: ({ measure }) => <Clause measure={measure} /> },
  year: { on: onWidest, render: ({ year }) => year },
  division: { sx: oneLine, on: onWidest, render: ({ division }) => division.name },
  requestedAmount: { isSorted: true, isAmount: true, render: (claim) => <Amount value={claim.requestedAmount} /> },
  determinedAmount: { isSorted: true, isAmount: true, render: (claim) => <Amount value={claim.determinedAmount} /> },
  paidAmount: {
    isAmount: true,
    on: onWide,
    render: ({ determinedAmount, paidAmount }) => <Amount value={determinedAmount && paidAmount} />,
  },
  submittedOn: { isSorted: true, sx: oneLine, on: onWide, render: ({ submittedOn }) => submittedOn },
  assignee: { sx: oneLine, on: onWidest, render: ({ assignee }) => assignee?.displayName ?? '—' },
} as const satisfies Record<string, ClaimColumn>;

export type ClaimColumnName = keyof typeof CLAIM_COLUMNS;
const entries: readonly (readonly [string, ClaimColumn])[] = Object.entries(CLAIM_COLUMNS);
export const claimColumnNames: readonly string[] = Object.keys(CLAIM_COLUMNS);

/** What the columns are called. */
export function useClaimColumnLabels(): Record<ClaimColumnName, string> {
  const { columns } = useMessages(claimMessages);
  const { agreed: _notShown, requested, determined, paid, ...others } = columns;
  return { ...others, requestedAmount: requested, determinedAmount: determined, paidAmount: paid };
}

const cellsOf: Readonly<Record<Density, object>> = {
  standard: {},
  compact: { '& td': { py: 0.125 } },
  spacious: { '& td': { py: 1.5 } },
};

export function ClaimTable({ list: { storeKey, isChosen, arrangement } }: { list: ArrangedList }) {
  const labels: Readonly<Record<string, string>> = useClaimColumnLabels();
  const table = useLabelledBoxes();
  return (
    <div ref={table}>
      <DataTable<ClaimRow>
        key={storeKey}
        storeKey={storeKey}
        bulkActionButtons={<></>}
        bulkActionsToolbar={<BulkToolbar />}
        rowClick={(id) => `/claims/${id}/show`}
        size="small"
        sx={cellsOf[arrangement.density]}
      >
        {entries.map(([source, { render, isSorted, isAmount, sx, on }]) => (
          <Column
            key={source}
            source={source}
            label={labels[source]}
            disableSort={isSorted !== true}
            {...(isAmount && { align: 'right' })}
            sx={{ ...sx, ...(isChosen ? {} : on) }}
            render={render}
          />
        ))}
      </DataTable>
    </div>
  );
}

/** As many chips as there are, below each other where they are long: none of them widens the table. */
const standing = {
  display: 'flex',
  gap: 0.5,
  flexWrap: 'wrap',
  minWidth: 100,
  maxWidth: 170,
  '& .MuiChip-root': { height: 'auto', minHeight: 24, maxWidth: '100%' },
  '& .MuiChip-label': { whiteSpace: 'normal' },
} as const;

function Standing({ claim }: { claim: ClaimRow }) {
  return (
    <Box sx={standing}>
      <StatusChip status={claim.status} />
      {claim.held && <HeldChip />}
      <AnswerByChip claim={claim} />
      <PapersChip light={claim.papersLight} />
      <LightChip light={claim.light} />
      <OfficeLightChip deadline={claim.officeDeadline} />
    </Box>
  );
}

function Clause({ measure }: Pick<ClaimRow, 'measure'>) {
  const bilingual = useBilingual();
  return (
    <>
      {bilingual(measure.title)}
      <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {measure.id}
      </Typography>
    </>
  );
}

/** The number is a link too, so that the keyboard reaches each claim and it can be opened in another tab. */
export function ClaimNumber({ id }: { id: string }) {
  return (
    <Typography
      component={Link}
      to={`/claims/${id}/show`}
      sx={{ fontFamily: codeFont, fontSize: '0.8125rem', color: 'primary.main', whiteSpace: 'nowrap' }}
    >
      {id}
    </Typography>
  );
}
