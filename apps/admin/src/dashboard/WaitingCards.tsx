import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { Link } from 'react-router';
import { claimStep } from '../claims/actions/steps.js';
import { claimMessages } from '../claims/messages.js';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Waiting } from './documents.js';
import { dashboardMessages } from './messages.js';
import { allClaimsPath, waitingClaimsPath, waitingPaymentsPath, withOthersPath } from './paths.js';

interface WaitingCardsProps {
  waiting: Waiting[];
  waitingPayments: number;
  waitingProposals: number;
  withOthers: number;
}

/** What waits for this user, each leading to the queue that he then works through. */
export function WaitingCards({ waiting, waitingPayments, waitingProposals, withOthers }: WaitingCardsProps) {
  const texts = useMessages(dashboardMessages);
  const bilingual = useBilingual();
  const { statuses } = useMessages(claimMessages);
  const open = waiting.filter((one) => one.count > 0);
  if (open.length === 0 && waitingPayments === 0 && waitingProposals === 0 && withOthers === 0) {
    return (
      <Card>
        <EmptyState
          title={texts.nothingWaits}
          hint={texts.nothingWaitsHint}
          action={<Link to={allClaimsPath}>{texts.allClaims}</Link>}
        />
      </Card>
    );
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))', gap: 2 }}>
      {open.map((one) => (
        <WaitingCard
          key={one.status + one.action}
          to={waitingClaimsPath(one.status)}
          label={`${statuses[one.status]} → ${bilingual(claimStep(one.action).name)}`}
          count={one.count}
          hints={[texts.waiting, ...(one.oldestOn === null ? [] : [texts.oldest(one.oldestOn)])]}
        />
      ))}
      {waitingPayments > 0 && (
        <WaitingCard
          to={waitingPaymentsPath}
          label={texts.waitingPayments}
          count={waitingPayments}
          hints={[texts.waiting]}
        />
      )}
      {waitingProposals > 0 && (
        <WaitingCard to="/users" label={texts.waitingProposals} count={waitingProposals} hints={[texts.waiting]} />
      )}
      {withOthers > 0 && (
        <WaitingCard to={withOthersPath} label={texts.withOthers} count={withOthers} hints={[texts.withOthersHint]} />
      )}
    </Box>
  );
}

interface WaitingCardProps {
  to: string;
  label: string;
  count: number;
  hints: string[];
}

function WaitingCard({ to, label, count, hints }: WaitingCardProps) {
  return (
    <Card sx={{ borderLeft: 4, borderLeftColor: 'primary.main' }}>
      <CardActionArea component={Link} to={to} sx={{ px: 2, py: 1.5, height: '100%' }}>
        <Typography variant="body2" color="textSecondary">
          {label}
        </Typography>
        <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.3 }}>{count}</Typography>
        <Typography variant="caption" color="textSecondary">
          {hints.join(' · ')}
        </Typography>
      </CardActionArea>
    </Card>
  );
}
