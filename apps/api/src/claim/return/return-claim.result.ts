import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Claim } from '../read/claim.type.js';

export const ReturnClaimResult = createUnionType({
  name: 'ReturnClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
