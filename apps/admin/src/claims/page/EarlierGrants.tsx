import { Box, Stack, Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { ClaimNumber } from '../list/ClaimNumber.js';
import type { EarlierGrant } from '../fragments.js';
import { claimPageMessages } from './messages.js';

/** What the decision had before it of earlier grants, each with the claim that brought it. */
export function EarlierGrants({ grants }: { grants: EarlierGrant[] }) {
  const texts = useMessages(claimPageMessages);
  if (grants.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3">{texts.earlierGrants}</Typography>
      <Typography variant="body2" color="textSecondary">
        {texts.earlierGrantsHint}
      </Typography>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {grants.map((grant) => (
          <Stack
            key={`${grant.claim}-${grant.payer.code}`}
            component="li"
            direction="row"
            sx={{ gap: 1.5, py: 0.75, alignItems: 'baseline', flexWrap: 'wrap', borderTop: 1, borderColor: 'divider' }}
          >
            <ClaimNumber id={grant.claim} />
            <Typography variant="body2" sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
              {[grant.measure, grant.year, grant.subject, grant.payer.name].filter((part) => part !== null).join(' · ')}
            </Typography>
            <Amount value={grant.amount} />
          </Stack>
        ))}
      </Stack>
    </Box>
  );
}
