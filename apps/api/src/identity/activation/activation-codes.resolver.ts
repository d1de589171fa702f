import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../current-user.js';
import { RequirePermission } from '../require-permission.js';
import { ActivationCode, ActivationCodeHalf, DrawActivationCodeResult } from './activation-code.type.js';
import { ActivationCodes } from './activation-codes.js';

/** What the two administrators see of activation codes. */
@Resolver()
export class ActivationCodesResolver {
  constructor(private readonly codes: ActivationCodes) {}

  @Query(() => [ActivationCode], {
    description: 'Activation codes of which you draw a half, and which nobody has used: those that expire last first.',
  })
  @RequirePermission('user.manage')
  async activationCodes(@CurrentUser() user: CurrentUser): Promise<ActivationCode[]> {
    return (await this.codes.openFor(user)).map((code) => Object.assign(new ActivationCode(), code));
  }

  @Mutation(() => DrawActivationCodeResult, {
    description: 'Your half of the activation code of an account whose opening or reset you proposed or agreed to.',
  })
  @RequirePermission('user.manage')
  @ArgumentKinds({ official: 'reference' })
  async drawActivationCode(
    @Args('official', { type: () => ID, description: 'Whose account it activates.' }) official: string,
    @Context() context: GraphqlContext,
  ): Promise<typeof DrawActivationCodeResult> {
    const drawn = await this.codes.draw(official, userOf(context), context.request.ip);
    return 'message' in drawn ? toRefusal(drawn) : Object.assign(new ActivationCodeHalf(), drawn);
  }
}
