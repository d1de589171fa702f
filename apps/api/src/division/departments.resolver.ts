import { Args, Query, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Department } from './department.type.js';
import { Law } from '../policy/law/law.js';

@Resolver()
export class DepartmentsResolver {
  constructor(private readonly law: Law) {}

  @Query(() => [Department], {
    description: 'Departments of a division that its documents or its city name; empty where none does.',
  })
  @RequirePermission('policy.read')
  @ArgumentKinds({ division: 'division' })
  departments(
    @Args('division', { type: () => String, description: 'Code of the division.' }) division: string,
    @Args('on', {
      type: () => PlainDate,
      nullable: true,
      description: 'Only those that are there on the day; those of the past too if left out.',
    })
    on: string | null,
  ): Department[] {
    const { departments } = this.law.places;
    return [...(on == null ? departments.of(division) : departments.inForce(division, on))];
  }
}
