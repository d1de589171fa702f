import { Stack, Typography } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import type { DatabaseWait } from './documents.js';
import { waitMessages } from './wait-messages.js';

/** Who waits in the database for whom, so that a transaction that somebody forgot can be found and ended. */
export function Waits({ waits }: { waits: readonly DatabaseWait[] }) {
  const texts = useMessages(waitMessages);
  if (waits.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {texts.none}
      </Typography>
    );
  }
  return (
    <Stack component="ul" sx={{ gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {waits.map((wait) => (
        <li key={wait.pid}>
          <Typography variant="body2">{texts.waitsFor(wait)}</Typography>
          {wait.heldBy.map((holder) => (
            <Typography key={holder.pid} variant="body2" color="textSecondary">
              {texts.heldBy(holder)}
            </Typography>
          ))}
        </li>
      ))}
    </Stack>
  );
}
