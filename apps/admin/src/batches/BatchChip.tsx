import { Chip } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import type { BatchRow } from './documents.js';
import { batchMessages } from './messages.js';

export function BatchChip({ standing }: Pick<BatchRow, 'standing'>) {
  const { standings } = useMessages(batchMessages);
  const tone = standing === 'OPEN' ? 'primary' : 'success';
  const color = standing === 'OPEN' ? 'primary.dark' : 'success.main';
  return <Chip size="small" label={standings[standing]} sx={{ bgcolor: `${tone}.light`, color }} />;
}
