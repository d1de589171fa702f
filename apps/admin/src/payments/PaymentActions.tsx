import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { paymentStepOf } from '@duixian/treasury/steps';
import { useBilingual } from '../i18n/locale.js';
import { PaymentDialog } from './PaymentDialog.js';
import type { PaymentActionName } from '../api/schema/enums.generated.js';
import type { Payment } from './fragments.js';

interface PaymentActionsProps {
  payment: Payment;
  /** A column where the row of a table has no width for more. */
  direction?: 'row' | 'column';
}

/** What this user may do with the payment now; where it is another office's turn, nothing. */
export function PaymentActions({ payment, direction = 'row' }: PaymentActionsProps) {
  const bilingual = useBilingual();
  const [dialog, setDialog] = useState<PaymentActionName | null>(null);
  const steps = payment.actions.filter(({ allowed }) => allowed);
  return (
    <Stack direction={direction} sx={{ gap: 0.75, '& .MuiButton-root': { whiteSpace: 'nowrap', minWidth: 0 } }}>
      {steps.map(({ action }) => (
        <Button key={action} size="small" variant="outlined" onClick={() => setDialog(action)}>
          {bilingual(paymentStepOf(action).button)}
        </Button>
      ))}
      {dialog && <PaymentDialog action={dialog} payment={payment} onClose={() => setDialog(null)} />}
    </Stack>
  );
}
