import { Chip } from '@mui/material';
import { useMessages } from '../i18n/messages.js';
import { paymentMessages } from './messages.js';
import type { PaymentStatus } from '../api/schema/enums.generated.js';

const tones = { INSTRUCTED: 'info', PAID: 'success', RETURNED: 'warning' } as const;

export function PaymentStatusChip({ status }: { status: PaymentStatus }) {
  const { statuses } = useMessages(paymentMessages);
  return <Chip size="small" variant="outlined" color={tones[status]} label={statuses[status]} />;
}
