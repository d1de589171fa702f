import { createUnionType } from '@nestjs/graphql';
import { Duplicate, InvalidInput } from '../../../graphql/refusal/refusal.js';
import { User } from '../user.type.js';

export const CreateUserResult = createUnionType({
  name: 'CreateUserResult',
  types: () => [User, InvalidInput, Duplicate] as const,
});
