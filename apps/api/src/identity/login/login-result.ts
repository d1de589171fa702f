import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../graphql/refusal/refusal.js';
import { User } from '../user/user.type.js';

@ObjectType({ description: 'A session. A browser keeps it in a cookie of its own accord.' })
export class Session {
  @Field(() => User)
  user!: User;

  @Field({ description: 'For machines: `Authorization: Bearer <token>`.' })
  token!: string;
}

@ObjectType({ implements: () => Refusal, description: 'BAD_CREDENTIALS: no such user with this password.' })
export class BadCredentials extends Refusal {}

@ObjectType({ implements: () => Refusal, description: 'TOO_MANY_ATTEMPTS: wait before you try again.' })
export class TooManyAttempts extends Refusal {}

export const LoginResult = createUnionType({
  name: 'LoginResult',
  types: () => [Session, BadCredentials, TooManyAttempts] as const,
});
