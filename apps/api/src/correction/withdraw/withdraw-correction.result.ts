import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { CorrectionShown } from '../correction.type.js';

export const WithdrawCorrectionResult = createUnionType({
  name: 'WithdrawCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});
