import { Chip } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { today } from '../ui/beijing-time.js';
import { claimMessages } from './messages.js';
import type { ClaimStatus } from '../api/schema/enums.generated.js';

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

/** By when the objections that freeze a claim are to be answered; red once the day is over. Nothing while none is open. */
export function AnswerByChip({ answerBy }: { answerBy: string | null }) {
  const { answerBy: says, answerOverdue } = useMessages(claimMessages);
  if (answerBy === null) return null;
  const isOverdue = answerBy < today();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={isOverdue ? 'error' : 'warning'}
      label={isOverdue ? answerOverdue(answerBy) : says(answerBy)}
    />
  );
}
