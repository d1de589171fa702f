import { Module } from '@nestjs/common';
import { PolicyVersionModule } from '../policy/version/policy-version.module.js';
import { ClaimTally } from './claim-tally.js';
import { DashboardFigures } from './dashboard-figures.js';
import { DueFigures } from './due-figures.js';
import { DashboardResolver } from './dashboard.resolver.js';

/** A working day at a glance. */
@Module({ imports: [PolicyVersionModule], providers: [ClaimTally, DashboardFigures, DueFigures, DashboardResolver] })
export class DashboardModule {}
