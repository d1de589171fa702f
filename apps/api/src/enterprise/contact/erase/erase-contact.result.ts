import { createUnionType } from '@nestjs/graphql';
import { NotFound } from '../../../graphql/refusal/refusal.js';
import { Enterprise } from '../../read/enterprise.type.js';

export const EraseContactResult = createUnionType({
  name: 'EraseContactResult',
  types: () => [Enterprise, NotFound] as const,
});
