import { Box, Typography } from '@mui/material';
import { accountMessages } from '../enterprises/account-messages.js';
import { AccountNumber } from '../enterprises/AccountNumber.js';
import { useMessages } from '../i18n/messages.js';
import type { Payment } from './fragments.js';

/** Where the last instruction sends the money, and which attempt it is. */
export function PaymentAim({ payment }: { payment: Payment }) {
  const texts = useMessages(accountMessages);
  const { payeeAccount, attempt, enterprise } = payment;
  return (
    <Box>
      {payeeAccount !== null && (
        <>
          <Typography variant="caption" color="textSecondary" component="span" sx={{ mr: 1 }}>
            {payeeAccount.bank}
          </Typography>
          <AccountNumber mask={payeeAccount.mask} on={{ uscc: enterprise.uscc, proposal: payeeAccount.proposal }} />
        </>
      )}
      {attempt > 1 && (
        <Typography variant="caption" sx={{ display: 'block' }}>
          {texts.attempt(attempt)}
        </Typography>
      )}
    </Box>
  );
}
