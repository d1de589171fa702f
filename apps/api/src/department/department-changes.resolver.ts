import { Args, Query, Resolver } from '@nestjs/graphql';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { AsOf } from '../log/as-of.input.js';
import { CHANGES_MAX, DepartmentChangeList } from './department-change-list.js';
import { DepartmentChangeShown } from './department-change.type.js';

@Resolver()
export class DepartmentChangesResolver {
  constructor(private readonly list: DepartmentChangeList) {}

  @Query(() => [DepartmentChangeShown], {
    description: `机构变更: what was proposed of the departments of your city and its counties, the newest first; ${CHANGES_MAX} at most.`,
  })
  @RequirePermission('department.read')
  @ArgumentKinds({ division: 'division' })
  departmentChanges(
    @CurrentUser() user: CurrentUser,
    @Args('division', { type: () => String, nullable: true, description: 'Of one division; of all if left out.' })
    division: string | null,
    @Args('asOf', { nullable: true, description: 'The changes as they were then.' }) _asOf?: AsOf,
  ): Promise<DepartmentChangeShown[]> {
    return this.list.of(user, division ?? null);
  }
}
