import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { ChangedUserResult } from '../changed-user.result.js';
import { UserAnswer, type UserOrRefusal } from '../user-answer.js';
import { detailsOf } from '../user-details.input.js';
import { Users } from '../users.js';
import { UpdateUserInput } from './update-user.input.js';

@Resolver()
export class UpdateUserResolver {
  constructor(
    private readonly users: Users,
    private readonly answer: UserAnswer,
  ) {}

  @Mutation(() => ChangedUserResult, { description: 'Signs the user out: he works on with his new roles.' })
  @RequirePermission('user.manage')
  async updateUser(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('input') input: UpdateUserInput,
  ): Promise<UserOrRefusal> {
    return this.answer.to(await this.users.update(tenant, input.id, detailsOf(input)));
  }
}
