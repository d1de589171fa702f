import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput } from '../../graphql/refusal/refusal.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { LoginAnswer } from '../login/login-answer.js';
import { BadCredentials, SecondFactorNeeded, Session, TooManyAttempts } from '../login/login-result.js';
import { Public } from '../require-permission.js';
import { Activation } from './activation.js';
import { acrossCities } from '../../request/request-scope.js';

@InputType({ description: 'The first sign-in, or the one after a reset.' })
class ActivateAccountInput {
  @Field({ description: 'As the two administrators named the account.' })
  @ValueKind('loginName')
  username!: string;

  @Field({ description: 'Half of the activation code, of either administrator.' })
  @ValueKind('line')
  firstHalf!: string;

  @Field({ description: 'The other half, of the other administrator.' })
  @ValueKind('line')
  secondHalf!: string;

  @Field({ description: 'The password that you choose: 12 to 200 characters, not common, without your name.' })
  @ValueKind('password')
  newPassword!: string;
}

const ActivateAccountResult = createUnionType({
  name: 'ActivateAccountResult',
  description: 'What came of an activation.',
  types: () => [Session, SecondFactorNeeded, InvalidInput, BadCredentials, TooManyAttempts] as const,
});

@Resolver()
export class ActivateAccountResolver {
  constructor(
    private readonly activation: Activation,
    private readonly answer: LoginAnswer,
  ) {}

  @Mutation(() => ActivateAccountResult, {
    description: 'Chooses your own password with both halves of the activation code. One attempt a request.',
  })
  @Public()
  async activateAccount(
    @Args('input', { description: 'Both halves, and the password.' }) input: ActivateAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ActivateAccountResult> {
    const { username, firstHalf, secondHalf, newPassword } = input;
    const stated = { username, halves: [firstHalf, secondHalf] as const, newPassword };
    return acrossCities(async () => {
      const outcome = await this.activation.activate(stated, this.answer.originOf(context));
      if (outcome.outcome === 'invalid') return Object.assign(new InvalidInput(), toRefusal(outcome.refusal));
      return this.answer.to(outcome, context);
    });
  }
}
