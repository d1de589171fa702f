import { Global, Module } from '@nestjs/common';
import { DepartmentsResolver } from './departments.resolver.js';
import { DivisionFilter } from './division-filter.js';
import { Divisions } from './divisions.js';
import { DivisionsResolver } from './divisions.resolver.js';

@Global()
@Module({
  providers: [Divisions, DivisionFilter, DivisionsResolver, DepartmentsResolver],
  exports: [Divisions, DivisionFilter],
})
export class DivisionModule {}
