import { Global, Module } from '@nestjs/common';
import { LawFilter } from './list/law-filter.js';
import { MeasureResolver } from './list/measure.resolver.js';
import { PoliciesResolver } from './list/policies.resolver.js';
import { Policies } from './list/policies.js';
import { SimulateResolver } from './simulate/simulate.resolver.js';
import { Simulation } from './simulate/simulation.js';

@Global()
@Module({
  providers: [LawFilter, Policies, PoliciesResolver, MeasureResolver, Simulation, SimulateResolver],
  exports: [LawFilter, Policies],
})
export class PolicyModule {}
