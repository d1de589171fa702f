import { Args, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { ChangedUserResult } from '../changed-user.result.js';
import { UserAnswer, type UserOrRefusal } from '../user-answer.js';
import { Users } from '../users.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';

@InputType()
export class SetPasswordInput {
  @Field(() => ID)
  @ValueKind('reference')
  id!: string;

  @Field()
  @ValueKind('password')
  password!: string;
}

@Resolver()
export class SetPasswordResolver {
  constructor(
    private readonly users: Users,
    private readonly answer: UserAnswer,
  ) {}

  @Mutation(() => ChangedUserResult, { description: 'Signs the user out everywhere.' })
  @RequirePermission('user.manage')
  async setPassword(@CurrentUser() user: CurrentUser, @Args('input') input: SetPasswordInput): Promise<UserOrRefusal> {
    return this.answer.to(await this.users.setPassword(user.tenant, input.id, input.password));
  }
}
