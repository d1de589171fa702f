import { createUnionType } from '@nestjs/graphql';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { Payment } from '../read/payment.type.js';

export const ConfirmPaymentResult = createUnionType({
  name: 'ConfirmPaymentResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, Duplicate, TryAgain] as const,
});
