import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.js';
import { Amount } from '../ui/Amount.js';
import { fenOf, grouped } from '../ui/money.js';
import { uiMessages } from '../ui/ui-messages.js';
import type { Dashboard } from './documents.js';
import { dashboardMessages } from './messages.js';

const APART = ['withdrawn', 'loanLimitsRequested', 'loanLimits'] as const;

/** The city's claims in six figures; what belongs to none of their sums stands below. */
export function Totals({ totals }: { totals: Dashboard['totals'] }) {
  const texts = useMessages(dashboardMessages);
  const { of } = useMessages(uiMessages);
  const apart = APART.filter((name) => fenOf(totals[name]) > 0n);
  return (
    <Card sx={{ containerType: 'inline-size' }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { '@': '1fr 1fr', '@600': 'repeat(3, 1fr)', '@1200': 'repeat(6, 1fr)' },
          gap: '1px',
          bgcolor: 'divider',
        }}
      >
        <Total label={texts.totals.claims} figure={totals.claims.toLocaleString('en')} />
        <Total label={texts.totals.requested} figure={<Amount value={totals.requested} unit />} />
        <Total label={texts.totals.determined} figure={<Amount value={totals.determined} unit />} />
        <Total label={texts.totals.reserved} figure={<Amount value={totals.reserved} unit />} />
        <Total label={texts.totals.paid} figure={<Amount value={totals.paid} unit />} />
        <Total label={texts.totals.returned} figure={<Amount value={totals.returned} unit />} />
      </Box>
      {apart.length > 0 && (
        <Typography variant="caption" component="p" color="textSecondary" sx={{ px: 2, py: 1 }}>
          {of(texts.apart, apart.map((name) => `${texts.aparts[name]} ${grouped(totals[name])}`).join(' · '))}
        </Typography>
      )}
    </Card>
  );
}

function Total({ label, figure }: { label: string; figure: ReactNode }) {
  return (
    <Box sx={{ px: 2, py: 1.5, bgcolor: 'background.paper', minWidth: 0 }}>
      <Typography variant="caption" color="textSecondary">
        {label}
      </Typography>
      <Typography sx={{ fontSize: { '@': '0.95rem', '@600': '1.15rem' }, fontWeight: 650 }}>{figure}</Typography>
    </Box>
  );
}
