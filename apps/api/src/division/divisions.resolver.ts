import { Args, Query, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../graphql/scalars/plain-date.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Division } from './division.type.js';
import { Divisions } from './divisions.js';

@Resolver()
export class DivisionsResolver {
  constructor(private readonly places: Divisions) {}

  @Query(() => [Division], {
    description: 'Divisions of GB/T 2260 and zones, by code; `under` a code, or all of the country.',
  })
  @RequirePermission('policy.read')
  @ArgumentKinds({ under: 'division' })
  divisions(
    @Args('under', {
      type: () => String,
      nullable: true,
      description: 'Code of a division; all of the country if left out.',
    })
    under: string | null,
    @Args('on', {
      type: () => PlainDate,
      nullable: true,
      description: 'Only those in force on the day; those of the past too if left out.',
    })
    on: string | null,
  ): Division[] {
    return this.places.under(under ?? null, on ?? null);
  }
}
