import { createUnionType } from '@nestjs/graphql';
import { Duplicate, InvalidInput, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Enterprise } from '../read/enterprise.type.js';

export const RegisterEnterpriseResult = createUnionType({
  name: 'RegisterEnterpriseResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, InvalidInput, NotPermitted, Duplicate, TryAgain] as const,
});
