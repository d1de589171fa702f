import { Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { Notice } from '../../ui/Notice.js';
import { assessmentMessages } from './messages.js';
import type { Assessment, Line, Reason } from './fragments.js';

/** The outcome in short: the amount or a no, why, and who pays. */
export function Result({ assessment }: { assessment: Assessment }) {
  const texts = useMessages(assessmentMessages);
  return (
    <Stack sx={{ gap: 1.5 }}>
      {assessment.eligible ? (
        <Box>
          <Typography variant="caption" color="textSecondary">
            {assessment.kind === 'LOAN_LIMIT' ? texts.loanLimit : texts.amount}
          </Typography>
          <Box sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.25 }}>
            <Amount value={assessment.amount} unit />
          </Box>
        </Box>
      ) : (
        <Typography sx={{ fontSize: '1.25rem', fontWeight: 650, color: 'error.main' }}>{texts.notEligible}</Typography>
      )}
      <Reasons reasons={assessment.reasons} eligible={assessment.eligible} />
      <Lines lines={assessment.lines} />
    </Stack>
  );
}

export function Reasons({ reasons, eligible }: { reasons: Reason[]; eligible: boolean }) {
  const texts = useMessages(assessmentMessages);
  const bilingual = useBilingual();
  if (reasons.length === 0) return null;
  return (
    <Notice tone={eligible ? 'warning' : 'error'} title={eligible ? texts.whyLess : texts.whyNot}>
      {reasons.map((reason) => (
        <Typography key={reason.code} variant="body2">
          {bilingual(reason.text)}
        </Typography>
      ))}
    </Notice>
  );
}

export function Lines({ lines }: { lines: Line[] }) {
  const texts = useMessages(assessmentMessages);
  if (lines.length === 0) return null;
  return (
    <Box>
      <Typography variant="caption" color="textSecondary">
        {texts.lines}
      </Typography>
      {lines.map((line) => (
        <Stack
          key={`${line.payer.code}-${line.basis}`}
          direction="row"
          sx={{ justifyContent: 'space-between', columnGap: 2, flexWrap: 'wrap' }}
        >
          <Typography variant="body2">
            {line.payer.name}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {` · ${texts.basis} ${line.basis}`}
            </Box>
          </Typography>
          <Amount value={line.amount} sx={{ fontWeight: 600, ml: 'auto' }} />
        </Stack>
      ))}
    </Box>
  );
}
