import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module.js';
import { QueryGate } from './gate.js';
import { QueryLimits } from './query-limits.js';

/** What a request may cost, and how much of that its sender may spend. */
@Module({ imports: [IdentityModule], providers: [QueryGate, QueryLimits], exports: [QueryGate] })
export class LimitsModule {}
