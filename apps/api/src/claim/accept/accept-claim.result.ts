import { createUnionType } from '@nestjs/graphql';
import { NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Claim } from '../read/claim.type.js';

export const AcceptClaimResult = createUnionType({
  name: 'AcceptClaimResult',
  types: () => [Claim, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
