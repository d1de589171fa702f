import { Stack, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { RecordCards } from '../../ui/list/RecordCards.js';
import { LightChip, OfficeLightChip } from '../deadline/LightChip.js';
import { claimMessages } from '../messages.js';
import { ExcludedChip } from '../../registers/ExclusionSection.js';
import { AnswerByChip, HeldChip, StatusChip } from '../StatusChip.js';
import type { QueuedClaim } from '../fragments.js';
import { ClaimNumber } from './ClaimNumber.js';

export function ClaimCards() {
  const { data = [] } = useListContext<QueuedClaim>();
  const { columns } = useMessages(claimMessages);
  const bilingual = useBilingual();
  return (
    <RecordCards rows={data}>
      {(claim) => (
        <>
          <Stack direction="row" sx={{ gap: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
            <ClaimNumber id={claim.id} />
            <StatusChip status={claim.status} />
            {claim.held && <HeldChip />}
            {claim.isExcluded && <ExcludedChip />}
            <AnswerByChip claim={claim} />
            <LightChip light={claim.light} />
            <OfficeLightChip deadline={claim.officeDeadline} />
          </Stack>
          <Typography sx={{ fontWeight: 600 }}>{claim.enterprise.name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {bilingual(claim.measure.title)} · {claim.submittedOn}
          </Typography>
          <Typography variant="body2">
            {columns.requested} <Amount value={claim.requestedAmount} /> → {columns.determined}{' '}
            <Amount value={claim.determinedAmount} />
          </Typography>
        </>
      )}
    </RecordCards>
  );
}
