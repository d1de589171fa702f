import { Box, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { StatusChip } from '../claims/StatusChip.js';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { Section } from '../ui/Section.js';
import type { StatusTally } from './documents.js';
import { dashboardMessages } from './messages.js';
import { claimsOfStatusPath } from './paths.js';

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: '104px 1fr 44px', sm: '104px 1fr 44px 148px 148px' },
  gap: 1.5,
  alignItems: 'center',
};
const wideOnly = { display: { xs: 'none', sm: 'block' } };

/** How many claims stand where, and for how much. */
export function StatusOverview({ tallies }: { tallies: StatusTally[] }) {
  const texts = useMessages(dashboardMessages);
  const most = Math.max(1, ...tallies.map((tally) => tally.claims));
  return (
    <Section title={texts.byStatus}>
      <Stack sx={{ gap: 0.75 }}>
        <Box sx={columns}>
          <Box sx={{ gridColumn: 'span 3' }} />
          <Heading text={texts.totals.requested} />
          <Heading text={texts.totals.determined} />
        </Box>
        {tallies.map((tally) => (
          <Box
            key={tally.status}
            component={Link}
            to={claimsOfStatusPath(tally.status)}
            sx={{
              ...columns,
              color: 'text.primary',
              textDecoration: 'none',
              borderRadius: 1,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <StatusChip status={tally.status} />
            <Box sx={{ height: 8, borderRadius: 1, bgcolor: 'divider', overflow: 'hidden' }} aria-hidden>
              <Box sx={{ height: '100%', width: `${String((tally.claims / most) * 100)}%`, bgcolor: 'primary.main' }} />
            </Box>
            <Typography variant="body2" align="right" sx={{ fontWeight: 600 }}>
              {tally.claims}
            </Typography>
            <Sum value={tally.requested} />
            <Sum value={tally.determined} />
          </Box>
        ))}
      </Stack>
    </Section>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Typography variant="caption" align="right" color="textSecondary" sx={wideOnly}>
      {text}
    </Typography>
  );
}

function Sum({ value }: { value: string }) {
  return (
    <Typography variant="body2" align="right" color="textSecondary" sx={wideOnly}>
      <Amount value={value} unit />
    </Typography>
  );
}
