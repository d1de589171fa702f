import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Payment } from '../read/payment.type.js';

export const RecordBankReturnResult = createUnionType({
  name: 'RecordBankReturnResult',
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
