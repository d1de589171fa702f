import { Args, Query, Resolver } from '@nestjs/graphql';
import { RequirePermission } from '../identity/require-permission.js';
import { Division } from './division.type.js';
import { Divisions } from './divisions.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';

@Resolver()
export class DivisionsResolver {
  constructor(private readonly standard: Divisions) {}

  @Query(() => [Division], { description: 'Divisions of GB/T 2260; `under` a code, or all of the country.' })
  @RequirePermission('policy.read')
  @ArgumentKinds({ under: 'division' })
  divisions(
    @Args('under', {
      type: () => String,
      nullable: true,
      description: 'Code of a division; all of the country if left out.',
    })
    under: string | null,
  ): Division[] {
    return this.standard.under(under ?? null);
  }
}
