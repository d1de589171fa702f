import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { AsOf } from '../log/as-of.input.js';
import { Programme } from './programme.type.js';
import { Programmes } from './programmes.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';

@Resolver()
export class ProgrammesResolver {
  constructor(private readonly ceilings: Programmes) {}

  @Query(() => [Programme], { description: "Pools and quotas of your city's policies." })
  @RequirePermission('enterprise.read')
  @ArgumentKinds({ year: 'year' })
  programmes(
    @CurrentUser() user: CurrentUser,
    @Args('year', { type: () => Int, nullable: true, description: 'One year; if left out, every year up to this one.' })
    year?: number | null,
    @Args('asOf', { nullable: true, description: 'What was taken up of them then.' }) _asOf?: AsOf,
  ): Promise<Programme[]> {
    return this.ceilings.of(user.tenant, year ?? null);
  }
}
