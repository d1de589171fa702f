import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import type { Dashboard } from './documents.js';
import { dashboardMessages } from './messages.js';

/** The city's claims in five figures. */
export function Totals({ totals }: { totals: Dashboard['totals'] }) {
  const texts = useMessages(dashboardMessages);
  return (
    <Card
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fit, minmax(170px, 1fr))' },
        gap: '1px',
        bgcolor: 'divider',
        // An odd one fills its row, so that no grey hole is left.
        '& > :last-child': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
      }}
    >
      <Total label={texts.totals.claims} figure={totals.claims.toLocaleString('en')} />
      <Total label={texts.totals.requested} figure={<Amount value={totals.requested} unit />} />
      <Total label={texts.totals.determined} figure={<Amount value={totals.determined} unit />} />
      <Total label={texts.totals.reserved} figure={<Amount value={totals.reserved} unit />} />
      <Total label={texts.totals.paid} figure={<Amount value={totals.paid} unit />} />
    </Card>
  );
}

function Total({ label, figure }: { label: string; figure: ReactNode }) {
  return (
    <Box sx={{ px: 2, py: 1.5, bgcolor: 'background.paper', minWidth: 0 }}>
      <Typography variant="caption" color="textSecondary">
        {label}
      </Typography>
      <Typography sx={{ fontSize: { xs: '0.95rem', sm: '1.15rem' }, fontWeight: 650 }}>{figure}</Typography>
    </Box>
  );
}
