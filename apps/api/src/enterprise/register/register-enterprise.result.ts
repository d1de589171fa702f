import { createUnionType } from '@nestjs/graphql';
import { Duplicate, InvalidInput, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { Enterprise } from '../read/enterprise.type.js';

export const RegisterEnterpriseResult = createUnionType({
  name: 'RegisterEnterpriseResult',
  types: () => [Enterprise, InvalidInput, NotPermitted, Duplicate, TryAgain] as const,
});
