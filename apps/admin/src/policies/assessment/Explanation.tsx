import { Box, Chip, Stack, Typography } from '@mui/material';
import { codeFont } from '../../app/theme.js';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Disclosure } from '../../ui/Disclosure.js';
import { grouped } from '../../ui/money.js';
import { Quotation } from '../../ui/Quotation.js';
import { uiMessages } from '../../ui/ui-messages.js';
import { assessmentMessages } from './messages.js';
import type { TraceStep } from './fragments.js';

/** The reckoning step by step, so that a reader can redo it by hand. */
export function Explanation({ trace }: { trace: TraceStep[] }) {
  const texts = useMessages(assessmentMessages);
  if (trace.length === 0) return <Typography color="textSecondary">{texts.noSteps}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {trace.map((step, index) => (
        <Step key={`${step.step}-${String(index)}`} step={step} number={index + 1} />
      ))}
    </Box>
  );
}

function Step({ step, number }: { step: TraceStep; number: number }) {
  const bilingual = useBilingual();
  const ui = useMessages(uiMessages);
  return (
    <Stack
      component="li"
      direction="row"
      sx={{
        gap: 1.5,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0, pb: 0 },
      }}
    >
      <StepNumber number={number} lowered={step.code !== null} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" sx={{ gap: 2, justifyContent: 'space-between', alignItems: 'baseline' }}>
          <Typography variant="body2">{bilingual(step.text)}</Typography>
          <Outcome step={step} />
        </Stack>
        {step.formula !== '' && (
          <Typography sx={{ fontFamily: codeFont, fontSize: '0.8125rem', color: 'text.secondary', mt: 0.25 }}>
            {step.formula}
          </Typography>
        )}
        {step.quote !== null && step.quote !== '' && (
          <Disclosure label={ui.showQuote}>
            <Quotation>{step.quote}</Quotation>
          </Disclosure>
        )}
      </Box>
    </Stack>
  );
}

function StepNumber({ number, lowered }: { number: number; lowered: boolean }) {
  const texts = useMessages(assessmentMessages);
  return (
    <Box
      aria-label={texts.step(number)}
      sx={{
        width: 24,
        height: 24,
        flexShrink: 0,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        fontSize: '0.75rem',
        fontWeight: 650,
        bgcolor: lowered ? 'warning.light' : 'primary.light',
        color: lowered ? 'warning.main' : 'primary.dark',
      }}
    >
      {number}
    </Box>
  );
}

function Outcome({ step }: { step: TraceStep }) {
  const texts = useMessages(assessmentMessages);
  switch (step.outcome) {
    case 'met':
      return <Chip size="small" color="success" variant="outlined" label={texts.met} />;
    case 'not met':
      return <Chip size="small" color="error" variant="outlined" label={texts.notMet} />;
    default:
      return (
        <Typography
          variant="body2"
          sx={{ fontWeight: 650, whiteSpace: 'nowrap', color: step.code === null ? 'text.primary' : 'warning.main' }}
        >
          {/^\d+\.\d{2}$/.test(step.outcome) ? grouped(step.outcome) : step.outcome}
        </Typography>
      );
  }
}
