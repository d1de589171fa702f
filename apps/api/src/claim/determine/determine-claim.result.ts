import { createUnionType } from '@nestjs/graphql';
import {
  CeilingReached,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { Claim } from '../read/claim.type.js';

export const DetermineClaimResult = createUnionType({
  name: 'DetermineClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, CeilingReached, TryAgain] as const,
});
