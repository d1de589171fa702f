import { Global, Module } from '@nestjs/common';
import { Divisions } from './divisions.js';
import { DivisionsResolver } from './divisions.resolver.js';

@Global()
@Module({ providers: [Divisions, DivisionsResolver], exports: [Divisions] })
export class DivisionModule {}
