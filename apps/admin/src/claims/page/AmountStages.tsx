import { formatYuanGrouped, leftOf } from '@duixian/money';
import { Alert, Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { fenOf } from '../../ui/money.js';
import type { Claim, Determination } from '../shapes.js';
import { claimPageMessages } from './messages.js';

/** From what was asked for to what was paid, and why it became less on the way. */
export function AmountStages({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const loan = claim.determination?.kind === 'LOAN_LIMIT';
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(auto-fit, minmax(150px, 1fr))' },
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          overflow: 'hidden',
          gap: '1px',
          bgcolor: 'divider',
        }}
      >
        <Stage label={texts.asked} amount={claim.requestedAmount} />
        {claim.agreedAmount !== null && <Stage label={texts.agreed} amount={claim.agreedAmount} />}
        <Stage label={loan ? texts.loanLimit : texts.determined} amount={claim.determinedAmount} strong />
        {!loan && <Stage label={texts.paid} amount={claim.determinedAmount === null ? null : claim.paidAmount} />}
      </Box>
      {claim.determination && <WhyLess claim={claim} determination={claim.determination} />}
    </Stack>
  );
}

function Stage({ label, amount, strong = false }: { label: string; amount: string | null; strong?: boolean }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Box component="li" sx={{ px: 2, py: 1.25, bgcolor: strong ? 'primary.light' : 'background.paper', minWidth: 0 }}>
      <Typography variant="caption" color="text.secondary">
        {label}
      </Typography>
      <Box sx={{ fontSize: { xs: '1.05rem', md: '1.25rem' }, fontWeight: 650 }}>
        {amount === null ? (
          <Typography component="span" color="text.disabled">
            {texts.notYet}
          </Typography>
        ) : (
          <Amount value={amount} unit />
        )}
      </Box>
    </Box>
  );
}

function WhyLess({ claim, determination }: { claim: Claim; determination: Determination }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  const missing = leftOf(fenOf(claim.requestedAmount), fenOf(determination.amount));
  if (missing === 0n && determination.reasons.length === 0) return null;
  return (
    <Alert severity={determination.eligible ? 'warning' : 'error'} variant="outlined">
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {determination.eligible ? texts.lessThanAsked(formatYuanGrouped(missing)) : texts.declinedWhy}
      </Typography>
      {determination.reasons.length === 0 ? (
        texts.lessByFormula
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
          {determination.reasons.map((reason) => (
            <li key={reason.code}>{bilingual(reason.text)}</li>
          ))}
        </Box>
      )}
    </Alert>
  );
}
