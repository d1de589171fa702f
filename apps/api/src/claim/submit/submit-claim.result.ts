import { createUnionType } from '@nestjs/graphql';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { Claim } from '../read/claim.type.js';

export const SubmitClaimResult = createUnionType({
  name: 'SubmitClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotAllowedNow, NotFound, NotPermitted, Duplicate, TryAgain] as const,
});
