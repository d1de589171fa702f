import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CorrectionShown } from '../correction.type.js';

export const WithdrawCorrectionResult = createUnionType({
  name: 'WithdrawCorrectionResult',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});
