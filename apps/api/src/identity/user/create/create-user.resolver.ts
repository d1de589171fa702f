import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { UserAnswer, type UserOrRefusal } from '../user-answer.js';
import { detailsOf } from '../user-details.input.js';
import { Users } from '../users.js';
import { CreateUserInput } from './create-user.input.js';
import { CreateUserResult } from './create-user.result.js';

@Resolver()
export class CreateUserResolver {
  constructor(
    private readonly users: Users,
    private readonly answer: UserAnswer,
  ) {}

  @Mutation(() => CreateUserResult)
  @RequirePermission('user.manage')
  async createUser(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('input') input: CreateUserInput,
  ): Promise<UserOrRefusal> {
    return this.answer.to(
      await this.users.create(tenant, { ...detailsOf(input), username: input.username, password: input.password }),
    );
  }
}
