import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Simulation } from './simulation.js';
import { SimulationInput, SimulationResult } from './simulation.type.js';

@Resolver()
export class SimulateResolver {
  constructor(private readonly simulation: Simulation) {}

  @Query(() => SimulationResult, { description: 'What a case would be due. The same engine as for a real claim.' })
  @RequirePermission('policy.read')
  simulate(
    @CurrentUser() user: CurrentUser,
    @Args('input', { description: 'The case.' }) input: SimulationInput,
  ): Promise<typeof SimulationResult> {
    return this.simulation.simulate(user.tenant, input);
  }
}
