import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Payment } from '../read/payment.type.js';

export const RecordBankReturnResult = createUnionType({
  name: 'RecordBankReturnResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
