import { Global, Module } from '@nestjs/common';
import { Programmes } from './programmes.js';
import { ProgrammesResolver } from './programmes.resolver.js';

/** Ceilings over all enterprises: pools and quotas. */
@Global()
@Module({ providers: [Programmes, ProgrammesResolver], exports: [Programmes] })
export class ProgrammeModule {}
