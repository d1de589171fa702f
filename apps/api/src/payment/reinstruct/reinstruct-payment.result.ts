import { createUnionType } from '@nestjs/graphql';
import { CeilingReached, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Payment } from '../read/payment.type.js';

export const ReinstructPaymentResult = createUnionType({
  name: 'ReinstructPaymentResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, NotFound, NotAllowedNow, NotPermitted, CeilingReached, TryAgain] as const,
});
