import { Chip } from '@mui/material';
import type { RecognitionEntryStanding, RecognitionListStanding } from '../api/schema/enums.generated.js';
import { useMessages } from '../i18n/messages.js';
import { recognitionMessages } from './messages.js';

const colours = { PROPOSED: 'warning', IN_FORCE: 'success', REVOKED: 'error', NOT_AGREED: 'default' } as const;

/** How a list or an entry of one stands. */
export function StandingChip({ standing }: { standing: RecognitionListStanding | RecognitionEntryStanding }) {
  const { listStandings } = useMessages(recognitionMessages);
  return <Chip size="small" variant="outlined" color={colours[standing]} label={listStandings[standing]} />;
}
