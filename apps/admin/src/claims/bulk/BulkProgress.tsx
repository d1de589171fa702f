import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useMessages } from '../../i18n/messages.js';
import { isOver, type BulkSet } from './bulk-set.js';
import { bulkMessages } from './messages.js';
import { RefusedClaims } from './RefusedClaims.js';
import type { Bulk } from './use-bulk.js';

/** How far a set has come, and what became of its claims. */
export function BulkProgress({ set, bulk }: { set: BulkSet; bulk: Bulk }) {
  const texts = useMessages(bulkMessages);
  const { claims, answered, refused } = set;
  return (
    <Box role="status">
      {!isOver(set) && (
        <>
          <LinearProgress
            variant="determinate"
            value={(answered / claims.length) * 100}
            aria-label={texts.taking(answered, claims.length)}
          />
          <Typography variant="body2" sx={{ my: 1 }}>
            {texts.taking(answered, claims.length)}
          </Typography>
        </>
      )}
      {!isOver(set) && !bulk.isRunning && bulk.problem === null && (
        <Alert severity="info">{texts.stopped(claims.length - answered)}</Alert>
      )}
      {answered > 0 && <Typography sx={{ fontWeight: 600, mt: 1 }}>{texts.done(answered - refused.length)}</Typography>}
      {refused.length > 0 && (
        <>
          <Typography sx={{ fontWeight: 600, mt: 1 }}>{texts.refused(refused.length)}</Typography>
          <RefusedClaims refused={refused} />
        </>
      )}
    </Box>
  );
}
