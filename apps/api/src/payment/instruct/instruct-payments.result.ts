import { createUnionType } from '@nestjs/graphql';
import { Claim } from '../../claim/read/claim.type.js';
import { NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';

export const InstructPaymentsResult = createUnionType({
  name: 'InstructPaymentsResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
