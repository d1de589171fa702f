import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotFound, NotPermitted, TryAgain } from '../../../graphql/refusal/refusal.js';
import { Enterprise } from '../../read/enterprise.type.js';

export const UpdateContactResult = createUnionType({
  name: 'UpdateContactResult',
  types: () => [Enterprise, InvalidInput, NotFound, NotPermitted, TryAgain] as const,
});
