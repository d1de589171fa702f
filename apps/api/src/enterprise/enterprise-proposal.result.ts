import { createUnionType } from '@nestjs/graphql';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../graphql/refusal/refusal.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from './enterprise-answer.js';
import { Enterprise } from './read/enterprise.type.js';

/** What every step of a proposal about an enterprise answers: its account, its move. */
export const EnterpriseProposalResult = createUnionType({
  name: 'EnterpriseProposalResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

/** How the answers to a proposal about an enterprise are answered: with the enterprise. */
export const SHOWN_WITH_ENTERPRISE = {
  result: (): object => EnterpriseProposalResult,
  by: EnterpriseAnswer,
  shown: (
    by: EnterpriseAnswer,
    context: GraphqlContext,
    { uscc }: { readonly uscc: string },
    outcome: Outcome,
  ): Promise<EnterpriseOrRefusal> => by.to(context, uscc, outcome),
};
