import { createUnionType } from '@nestjs/graphql';
import { InvalidInput, NotFound } from '../../graphql/refusal/refusal.js';
import { User } from './user.type.js';

export const ChangedUserResult = createUnionType({
  name: 'ChangedUserResult',
  types: () => [User, InvalidInput, NotFound] as const,
});
