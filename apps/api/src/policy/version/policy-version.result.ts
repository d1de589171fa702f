import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { PolicyVersions } from './policy-version.type.js';

/** What every step of a proposal about a version answers. */
export const PolicyVersionResult = createUnionType({
  name: 'PolicyVersionResult',
  description: 'The versions as they stand afterwards, or why nothing was recorded.',
  types: () => [PolicyVersions, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});
