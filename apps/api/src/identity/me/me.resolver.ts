import { Query, Resolver } from '@nestjs/graphql';
import { Divisions } from '../../division/divisions.js';
import { CurrentUser } from '../current-user.js';
import { RequirePermission } from '../require-permission.js';
import { toUser } from '../user/to-user.js';
import { User } from '../user/user.type.js';

@Resolver()
export class MeResolver {
  constructor(private readonly divisions: Divisions) {}

  @Query(() => User, { description: 'The official who is signed in.' })
  @RequirePermission('account.own')
  me(@CurrentUser() user: CurrentUser): User {
    return toUser(user, this.divisions);
  }
}
