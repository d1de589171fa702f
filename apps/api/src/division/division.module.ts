import { Global, Module } from '@nestjs/common';
import { DivisionFilter } from './division-filter.js';
import { Divisions } from './divisions.js';
import { DivisionsResolver } from './divisions.resolver.js';

@Global()
@Module({ providers: [Divisions, DivisionFilter, DivisionsResolver], exports: [Divisions, DivisionFilter] })
export class DivisionModule {}
