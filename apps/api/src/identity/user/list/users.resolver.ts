import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Divisions } from '../../../division/divisions.js';
import { PageArgs, toConnection } from '../../../graphql/pagination.js';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { toUser } from '../to-user.js';
import { User } from '../user.type.js';
import { Users } from '../users.js';
import { UserConnection } from './user-connection.type.js';
import { UserFilter, UserSort } from './user-filter.js';
import { UserList } from './user-list.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';

@Resolver()
export class UsersResolver {
  constructor(
    private readonly list: UserList,
    private readonly known: Users,
    private readonly divisions: Divisions,
  ) {}

  @Query(() => UserConnection, { description: 'The officials of your city.' })
  @RequirePermission('user.read')
  async users(
    @CurrentUser() { tenant }: CurrentUser,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which officials; all if left out.' }) filter?: UserFilter,
    @Args('sort', { nullable: true, description: 'In which order.' }) sort?: UserSort,
  ): Promise<UserConnection> {
    const found = await this.list.page(tenant, page, filter ?? {}, sort ?? undefined);
    return toConnection(found, (row) => toUser(row, this.divisions));
  }

  @Query(() => User, { nullable: true, description: 'One official of your city by his id; null where there is none.' })
  @RequirePermission('user.read')
  @ArgumentKinds({ id: 'reference' })
  async user(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('id', { type: () => ID, description: 'His id.' }) id: string,
  ): Promise<User | null> {
    const user = await this.known.find(tenant, id);
    return user === null ? null : toUser(user, this.divisions);
  }
}
