import { createUnionType } from '@nestjs/graphql';
import {
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { Claim } from '../read/claim.type.js';

export const ReviewClaimResult = createUnionType({
  name: 'ReviewClaimResult',
  description: 'The claim as it stands afterwards, or why nothing was recorded.',
  types: () => [Claim, InvalidInput, NotFound, NotAllowedNow, NotPermitted, EvidenceContested, TryAgain] as const,
});
