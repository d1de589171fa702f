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
  types: () => [Claim, InvalidInput, NotAllowedNow, NotFound, NotPermitted, Duplicate, TryAgain] as const,
});
