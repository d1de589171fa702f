import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { Enterprise } from './read/enterprise.type.js';

/** What every step of a proposal about an enterprise answers: its account, its move. */
export const EnterpriseProposalResult = createUnionType({
  name: 'EnterpriseProposalResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
