import { createUnionType } from '@nestjs/graphql';
import { NotAllowedNow, NotFound, TryAgain } from '../../../graphql/refusal/refusal.js';
import { Enterprise } from '../../read/enterprise.type.js';

export const EraseContactResult = createUnionType({
  name: 'EraseContactResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, NotAllowedNow, NotFound, TryAgain] as const,
});
