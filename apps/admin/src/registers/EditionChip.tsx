import { Chip } from '@mui/material';
import type { RegisterEditionStanding } from '../api/schema/enums.generated.js';
import { useMessages } from '../i18n/messages.js';
import { registerMessages } from './messages.js';

const colours = {
  READING: 'warning',
  PROPOSED: 'warning',
  LAPSED: 'default',
  IN_FORCE: 'success',
  EXPIRED: 'error',
  REPLACED: 'default',
  REFUSED: 'default',
  WITHDRAWN: 'default',
} as const;

/** How an edition of a register stands. */
export function EditionChip({ standing }: { standing: RegisterEditionStanding }) {
  const { standings } = useMessages(registerMessages);
  return <Chip size="small" variant="outlined" color={colours[standing]} label={standings[standing]} />;
}
