import { Box, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { StatusChip } from '../claims/StatusChip.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Section } from '../ui/Section.js';
import type { StatusTally } from './documents.js';
import { dashboardMessages } from './messages.js';
import { claimsOfStatusPath } from './paths.js';

/** How many claims stand where, and for how much. */
export function StatusOverview({ tallies }: { tallies: StatusTally[] }) {
  const texts = useMessages(dashboardMessages);
  const most = Math.max(1, ...tallies.map((tally) => tally.count));
  return (
    <Section title={texts.byStatus}>
      <Stack sx={{ gap: 0.75 }}>
        {tallies.map((tally) => (
          <Box
            key={tally.status}
            component={Link}
            to={claimsOfStatusPath(tally.status)}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '84px 1fr 44px', sm: '96px 1fr 64px 170px' },
              gap: 1.5,
              alignItems: 'center',
              color: 'text.primary',
              textDecoration: 'none',
              borderRadius: 1,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <StatusChip status={tally.status} />
            <Box sx={{ height: 8, borderRadius: 1, bgcolor: 'divider', overflow: 'hidden' }} aria-hidden>
              <Box sx={{ height: '100%', width: `${String((tally.count / most) * 100)}%`, bgcolor: 'primary.main' }} />
            </Box>
            <Typography variant="body2" align="right" sx={{ fontWeight: 600 }}>
              {tally.count}
            </Typography>
            <Typography
              variant="body2"
              align="right"
              color="textSecondary"
              sx={{ display: { xs: 'none', sm: 'block' } }}
            >
              <Amount value={tally.amount} unit />
            </Typography>
          </Box>
        ))}
      </Stack>
    </Section>
  );
}
