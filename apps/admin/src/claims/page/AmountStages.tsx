import { Box, Stack, Typography } from '@mui/material';
import { useBilingual } from '../../i18n/locale.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/Amount.js';
import { Notice } from '../../ui/Notice.js';
import type { Claim } from '../fragments.js';
import { claimPageMessages } from './messages.js';
import { WhyLess } from './WhyLess.js';

/** From what was asked for to what was paid, and why it became less on the way. */
export function AmountStages({ claim }: { claim: Claim }) {
  const texts = useMessages(claimPageMessages);
  const bilingual = useBilingual();
  const { payee } = claim.measure;
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
          // An odd one fills its row, so that no grey hole is left.
          '& > :last-child:nth-of-type(odd)': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
        }}
      >
        <Stage label={texts.asked} amount={claim.requestedAmount} />
        {claim.agreedAmount !== null && <Stage label={texts.agreed} amount={claim.agreedAmount} />}
        <Stage label={loan ? texts.loanLimit : texts.determined} amount={claim.determinedAmount} strong />
        {!loan && <Stage label={texts.paid} amount={claim.determinedAmount === null ? null : claim.paidAmount} />}
      </Box>
      {payee.kind === 'NATURAL_PERSON' && <Notice tone="info" title={texts.forPersons(bilingual(payee.says))} />}
      {claim.determination && <WhyLess claim={claim} determination={claim.determination} />}
    </Stack>
  );
}

function Stage({ label, amount, strong = false }: { label: string; amount: string | null; strong?: boolean }) {
  const texts = useMessages(claimPageMessages);
  return (
    <Box component="li" sx={{ px: 2, py: 1.25, bgcolor: strong ? 'primary.light' : 'background.paper', minWidth: 0 }}>
      <Typography variant="caption" color="textSecondary">
        {label}
      </Typography>
      <Box sx={{ fontSize: { xs: '1.05rem', md: '1.25rem' }, fontWeight: 650 }}>
        {amount === null ? (
          <Typography component="span" color="textSecondary">
            {texts.notYet}
          </Typography>
        ) : (
          <Amount value={amount} unit />
        )}
      </Box>
    </Box>
  );
}
