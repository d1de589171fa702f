import { Chip } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import type { RoundRow } from './documents.js';
import { roundMessages } from './messages.js';

const colours = { OPEN: 'success', TO_COME: 'info', CLOSED: 'default' } as const;

export function StandingChip({ standing }: Pick<RoundRow, 'standing'>) {
  const { standings } = useMessages(roundMessages);
  return <Chip size="small" variant="outlined" color={colours[standing]} label={standings[standing]} />;
}

/** What is left of a round to claim in, in working days. */
export function DaysLeft({ round }: { round: Pick<RoundRow, 'standing' | 'workingDaysLeft' | 'closes'> }) {
  const texts = useMessages(roundMessages);
  switch (round.standing) {
    case 'OPEN':
      return texts.daysLeft(round.workingDaysLeft);
    case 'TO_COME':
      return texts.toCome(round.workingDaysLeft);
    case 'CLOSED':
      return texts.closedOn(round.closes);
  }
}
