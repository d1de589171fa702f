import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../../graphql/refusal/refusal.js';
import { User } from '../user/user.type.js';

@ObjectType({ description: 'A session. A browser keeps it in a cookie of its own accord.' })
export class Session {
  @Field(() => User, { description: 'Who is signed in.' })
  user!: User;

  @Field({ description: 'For machines: `Authorization: Bearer <token>`.' })
  token!: string;
}

@ObjectType({ description: 'The password is right, or was chosen: `answerSecondFactor` is the second step.' })
export class SecondFactorNeeded {
  @Field({ description: 'Sent with the code; good for five minutes.' })
  ticket!: string;
}

@ObjectType({
  implements: () => Refusal,
  description:
    'BAD_CREDENTIALS: no such user with this password. BAD_SECOND_FACTOR: the code is wrong, or was used. ' +
    'BAD_ACTIVATION_CODE: no such user with these halves, or they were used, or have expired. ' +
    'SIGN_IN_LAPSED: the second step came too late, or too often; begin again.',
})
export class BadCredentials extends Refusal {}

@ObjectType({ implements: () => Refusal, description: 'TOO_MANY_ATTEMPTS: wait before you try again.' })
export class TooManyAttempts extends Refusal {
  @Field(() => Int, { description: 'Seconds to wait; an attempt before that changes nothing.' })
  retryAfterSeconds!: number;
}

export const LoginResult = createUnionType({
  name: 'LoginResult',
  description: 'What came of a sign-in.',
  types: () => [Session, SecondFactorNeeded, BadCredentials, TooManyAttempts] as const,
});

export const AnswerSecondFactorResult = createUnionType({
  name: 'AnswerSecondFactorResult',
  description: 'What came of the second step of a sign-in.',
  types: () => [Session, BadCredentials, TooManyAttempts] as const,
});
