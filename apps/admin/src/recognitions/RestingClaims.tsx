import { Box, Stack, Typography } from '@mui/material';
import { ClaimNumber } from '../claims/list/ClaimNumber.js';
import { StatusChip } from '../claims/StatusChip.js';
import { useMessages } from '../i18n/messages.js';
import { Answer } from '../ui/Answer.js';
import { LoadingLines } from '../ui/Loading.js';
import { recognitionMessages } from './messages.js';
import { useEntriesUpTo } from './use-entries-up-to.js';

interface RestingClaimsProps {
  list: string;
  /** By their place; null = all that stand. */
  entries: readonly number[] | null;
}

/** The claims that rest on entries which are to be revoked, by their status: somebody has to deal with each. */
export function RestingClaims({ list, entries }: RestingClaimsProps) {
  const texts = useMessages(recognitionMessages);
  const query = useEntriesUpTo(list, entries === null ? null : Math.max(...entries));
  return (
    <Box sx={{ my: 1, maxHeight: 240, overflowY: 'auto' }}>
      <Answer query={query} loading={<LoadingLines lines={2} />}>
        {(found) => {
          const meant = found.filter(({ no, standing }) => entries?.includes(no) ?? standing === 'IN_FORCE');
          const claims = new Map(meant.flatMap(({ restingClaims }) => restingClaims.map((claim) => [claim.id, claim])));
          return (
            <>
              <Typography variant="body2">
                {claims.size === 0 ? texts.restingNone : texts.resting(claims.size)}
              </Typography>
              {[...claims.values()].map(({ id, status }) => (
                <Stack key={id} direction="row" sx={{ gap: 1, alignItems: 'center' }}>
                  <ClaimNumber id={id} />
                  <StatusChip status={status} />
                </Stack>
              ))}
            </>
          );
        }}
      </Answer>
    </Box>
  );
}
