import { Chip, Tooltip } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { claimMessages } from './messages.js';
import type { ClaimStatus } from '../api/schema/enums.generated.js';
import type { ClaimRow } from './fragments.js';

type Tone = 'default' | 'primary' | 'success' | 'warning' | 'error';

const tones: Record<ClaimStatus, Tone> = {
  SUBMITTED: 'primary',
  ACCEPTED: 'primary',
  RETURNED: 'warning',
  REVIEWED: 'primary',
  REJECTED: 'error',
  WITHDRAWN: 'default',
  DETERMINED: 'primary',
  DECLINED: 'error',
  PUBLICISED: 'primary',
  OBJECTED: 'error',
  INSTRUCTED: 'primary',
  SETTLING: 'warning',
  PAID: 'success',
  SETTLED: 'default',
};

export function StatusChip({ status }: { status: ClaimStatus }) {
  const { statuses } = useMessages(claimMessages);
  const tone = tones[status];
  return (
    <Chip
      size="small"
      label={statuses[status]}
      sx={
        tone === 'default'
          ? { color: 'text.secondary' }
          : { bgcolor: `${tone}.light`, color: tone === 'primary' ? 'primary.dark' : `${tone}.main` }
      }
    />
  );
}

/** Says that the claim's evidence is contested, so that it cannot be reviewed. */
export function HeldChip() {
  const { held } = useMessages(claimMessages);
  return <Chip size="small" color="error" label={held} />;
}

/**
 * By when the objections that freeze a claim are to be answered, red once the day is over at the offices, and whether
 * anybody may answer them. Nothing while none is open.
 */
export function AnswerByChip({ claim }: { claim: Pick<ClaimRow, 'answerBy' | 'answerIsOverdue' | 'nobodyAnswers'> }) {
  const texts = useMessages(claimMessages);
  const { answerBy, answerIsOverdue, nobodyAnswers } = claim;
  if (answerBy === null) return null;
  return (
    <>
      <Chip
        size="small"
        variant="outlined"
        color={answerIsOverdue ? 'error' : 'warning'}
        label={answerIsOverdue ? texts.answerOverdue(answerBy) : texts.answerBy(answerBy)}
      />
      {nobodyAnswers && (
        <Tooltip title={texts.nobodyAnswersHint}>
          <Chip size="small" color="error" label={texts.nobodyAnswers} />
        </Tooltip>
      )}
    </>
  );
}
