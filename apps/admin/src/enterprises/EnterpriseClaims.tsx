import { Stack, Typography } from '@mui/material';
import { ClaimNumber } from '../claims/list/ClaimTable.js';
import { StatusChip } from '../claims/StatusChip.js';
import type { ClaimRow } from '../claims/fragments.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Section } from '../ui/Section.js';
import { enterpriseMessages } from './messages.js';

export function EnterpriseClaims({ claims }: { claims: ClaimRow[] }) {
  const texts = useMessages(enterpriseMessages);
  const bilingual = useBilingual();
  return (
    <Section title={texts.claims}>
      {claims.length === 0 && <Typography color="textSecondary">{texts.noClaims}</Typography>}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {claims.map((claim) => (
          <Stack
            key={claim.id}
            component="li"
            direction="row"
            sx={{ gap: 1.5, py: 1, alignItems: 'baseline', flexWrap: 'wrap', borderTop: 1, borderColor: 'divider' }}
          >
            <ClaimNumber id={claim.id} />
            <StatusChip status={claim.status} />
            <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
              {bilingual(claim.measure.title)}
            </Typography>
            <Typography variant="body2" component="span">
              <Amount value={claim.requestedAmount} /> → <Amount value={claim.determinedAmount} />
            </Typography>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
