import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, TryAgain } from '../../graphql/refusal/refusal.js';
import { CorrectionShown } from '../correction.type.js';

export const ProposeCorrectionResult = createUnionType({
  name: 'ProposeCorrectionResult',
  description: 'The correction as it stands afterwards, or why nothing was recorded.',
  types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, TryAgain] as const,
});
