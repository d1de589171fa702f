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
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, Duplicate, TryAgain] as const,
});
