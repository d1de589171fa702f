import { Chip } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { deadlineMessages } from '../deadline/messages.js';
import type { ClaimRow } from '../fragments.js';
import { followingMessages } from './messages.js';

/** Marks a claim of which papers are still to follow, with how their day stands. */
export function PapersChip({ light }: { light: ClaimRow['papersLight'] }) {
  const texts = useMessages(followingMessages);
  const { lights } = useMessages(deadlineMessages);
  if (light === null) return null;
  const color = light === 'OVERDUE' ? 'error' : light === 'ON_TIME' ? 'default' : 'warning';
  return <Chip size="small" variant="outlined" color={color} label={`${texts.chip} · ${lights[light]}`} />;
}
