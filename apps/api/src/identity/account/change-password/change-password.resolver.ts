import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../graphql/context.js';
import { InvalidInput } from '../../../graphql/refusal/refusal.js';
import { toRefusal } from '../../../graphql/refusal/to-refusal.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import { badCredentials } from '../../login/login-refusals.js';
import { BadCredentials, Session, TooManyAttempts } from '../../login/login-result.js';
import { LoginAnswer } from '../../login/login-answer.js';
import { Passwords } from '../../password/passwords.js';
import { RequirePermission } from '../../require-permission.js';
import { Sessions } from '../../session/sessions.js';
import { Users } from '../../user/users.js';
import { OwnSecret } from '../own-secret.js';

@InputType({ description: 'The change of one’s own password.' })
export class ChangePasswordInput {
  @Field({ description: 'The present one.' })
  @ValueKind('password')
  currentPassword!: string;

  @Field({ description: 'The new one: 12 to 200 characters, not common, without one’s name, none of the last five.' })
  @ValueKind('password')
  newPassword!: string;
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'A new session on the new password, or why it was not changed.',
  types: () => [Session, InvalidInput, BadCredentials, TooManyAttempts] as const,
});

@Resolver()
export class ChangePasswordResolver {
  constructor(
    private readonly own: OwnSecret,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly answer: LoginAnswer,
  ) {}

  @Mutation(() => ChangePasswordResult, {
    description: 'Changes one’s own password. All sessions end, and a new one begins here. One attempt a request.',
  })
  @RequirePermission('account.own')
  async changePassword(
    @Args('input', { description: 'Both passwords.' }) input: ChangePasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof ChangePasswordResult> {
    const proof = await this.own.prove(context, { password: input.currentPassword, code: null });
    if (!proof.ok) return proof.answer;
    const { tenant, id: userId, username, displayName } = proof.session.user;
    const owner = { username, displayName };
    const changed = await this.passwords.change(tenant, userId, owner, proof.password, input.newPassword);
    if (changed === null) return badCredentials('currentPassword');
    if (typeof changed !== 'number') return Object.assign(new InvalidInput(), toRefusal(changed));
    await this.own.record(context, proof.session, 'password-changed');
    const origin = this.answer.originOf(context);
    const session = await this.sessions.begin({ tenant, userId, passwordVersion: changed, origin });
    const user = await this.users.find(tenant, userId);
    if (session === null || user === null) return badCredentials('currentPassword');
    return this.answer.to({ outcome: 'begun', user, session }, context);
  }
}
