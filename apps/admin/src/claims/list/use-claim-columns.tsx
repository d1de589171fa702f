import { Box, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { type ListColumn, oneLine, onMedium, onWide, onWidest } from '../../ui/list/list-column.js';
import { LightChip, OfficeLightChip } from '../deadline/LightChip.js';
import { PapersChip } from '../following/PapersChip.js';
import { ExcludedChip } from '../../registers/ExclusionSection.js';
import type { ClaimRow, QueuedClaim } from '../fragments.js';
import { claimMessages } from '../messages.js';
import { AnswerByChip, HeldChip, StatusChip } from '../StatusChip.js';
import { ClaimNumber } from './ClaimNumber.js';

const text = { minWidth: 130, maxWidth: 260 };

/** The columns of the list of claims, in their order. */
export function useClaimColumns(): readonly ListColumn<QueuedClaim>[] {
  const { columns } = useMessages(claimMessages);
  return [
    { source: 'id', label: columns.id, isSorted: true, render: ({ id }) => <ClaimNumber id={id} /> },
    { source: 'status', label: columns.status, render: (claim) => <Standing claim={claim} /> },
    { source: 'enterprise', label: columns.enterprise, sx: text, render: ({ enterprise }) => enterprise.name },
    { source: 'measure', label: columns.measure, sx: text, on: onMedium, render: (claim) => <Clause {...claim} /> },
    { source: 'year', label: columns.year, on: onWidest, render: ({ year }) => year },
    { source: 'division', label: columns.division, sx: oneLine, on: onWidest, render: ({ division }) => division.name },
    {
      source: 'requestedAmount',
      label: columns.requested,
      isSorted: true,
      isFigure: true,
      render: ({ requestedAmount }) => <Amount value={requestedAmount} />,
    },
    {
      source: 'determinedAmount',
      label: columns.determined,
      isSorted: true,
      isFigure: true,
      render: ({ determinedAmount }) => <Amount value={determinedAmount} />,
    },
    {
      source: 'paidAmount',
      label: columns.paid,
      isFigure: true,
      on: onWide,
      render: ({ determinedAmount, paidAmount }) => <Amount value={determinedAmount && paidAmount} />,
    },
    {
      source: 'submittedOn',
      label: columns.submittedOn,
      isSorted: true,
      sx: oneLine,
      on: onWide,
      render: ({ submittedOn }) => submittedOn,
    },
    {
      source: 'assignee',
      label: columns.assignee,
      sx: oneLine,
      on: onWidest,
      render: ({ assignee }) => assignee?.displayName ?? '—',
    },
  ];
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

function Standing({ claim }: { claim: QueuedClaim }) {
  return (
    <Box sx={standing}>
      <StatusChip status={claim.status} />
      {claim.held && <HeldChip />}
      {claim.isExcluded && <ExcludedChip />}
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
