import { formatYuanGrouped, leftOf } from '@duixian/money';
import { Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { fenOf, grouped } from '../../ui/money.js';
import { Notice } from '../../ui/Notice.js';
import type { Claim, Determination } from '../fragments.js';
import { type Lowering, loweringsFrom } from './lowerings.js';
import { claimPageMessages } from './messages.js';

/** Why the amount became less than was asked for, sum by sum, so that nobody has to look for it. */
export function WhyLess({ claim, determination }: { claim: Claim; determination: Determination }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  if (!determination.eligible) {
    return (
      <Notice tone="error" title={texts.declinedWhy}>
        {determination.reasons.map((reason) => (
          <Typography key={reason.code} variant="body2">
            {bilingual(reason.text)}
          </Typography>
        ))}
        <Sentences
          sentences={determination.trace
            .filter((step) => step.outcome === 'not met')
            .map((step) => bilingual(step.text))}
        />
      </Notice>
    );
  }
  const missing = leftOf(fenOf(claim.requestedAmount), fenOf(determination.amount));
  if (missing === 0n) return null;
  return (
    <Notice tone="warning" title={texts.lessThanAsked(formatYuanGrouped(missing))}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {loweringsFrom(claim.requestedAmount, determination.trace).map((lowering) => (
          <LoweringLine key={lowering.to} lowering={lowering} />
        ))}
      </Box>
    </Notice>
  );
}

function Sentences({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => (
    <Typography key={sentence} variant="body2">
      {sentence}
    </Typography>
  ));
}

function LoweringLine({ lowering }: { lowering: Lowering }) {
  const bilingual = useBilingual();
  return (
    <Stack
      component="li"
      direction="row"
      sx={{ justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 3, maxWidth: 720 }}
    >
      <Typography variant="body2">{bilingual(lowering.text)}</Typography>
      <Typography variant="body2" sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
        {grouped(lowering.from)} → <strong>{grouped(lowering.to)}</strong>
      </Typography>
    </Stack>
  );
}
