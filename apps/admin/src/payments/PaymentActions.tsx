import { Button, Stack, Tooltip } from '@mui/material';
import { useState } from 'react';
import { useBilingual } from '../i18n/locale.js';
import { useMessages } from '../i18n/messages.js';
import { paymentMessages } from './messages.js';
import { PaymentDialog } from './PaymentDialog.js';
import type { Payment, PaymentActionName, PaymentStatus } from './shapes.js';

/** The steps that a payment of this status can take, by whomever. */
const stepsOf: Record<PaymentStatus, PaymentActionName[]> = {
  INSTRUCTED: ['CONFIRM', 'RETURN'],
  PAID: [],
  RETURNED: ['REINSTRUCT'],
};

export function PaymentActions({ payment }: { payment: Payment }) {
  const texts = useMessages(paymentMessages);
  const bilingual = useBilingual();
  const [dialog, setDialog] = useState<PaymentActionName | null>(null);
  const steps = payment.actions.filter(({ action }) => stepsOf[payment.status].includes(action));
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      {steps.map(({ action, allowed, refusal }) => (
        <Tooltip key={action} title={refusal ? bilingual(refusal) : ''}>
          <span>
            <Button size="small" disabled={!allowed} onClick={() => setDialog(action)}>
              {texts.actions[action]}
            </Button>
          </span>
        </Tooltip>
      ))}
      {dialog && <PaymentDialog action={dialog} payment={payment} onClose={() => setDialog(null)} />}
    </Stack>
  );
}
