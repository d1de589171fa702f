import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, TryAgain } from '../../graphql/refusal/refusal.js';
import { CorrectionShown } from '../correction.type.js';

export const ProposeCorrectionResult = createUnionType({
  name: 'ProposeCorrectionResult',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, TryAgain] as const,
});
