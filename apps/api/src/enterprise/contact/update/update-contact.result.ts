import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotFound, NotPermitted } from '../../../graphql/refusal/refusal.js';
import { Enterprise } from '../../read/enterprise.type.js';

export const UpdateContactResult = createUnionType({
  name: 'UpdateContactResult',
  types: () => [Enterprise, InvalidInput, NotFound, NotPermitted] as const,
});
