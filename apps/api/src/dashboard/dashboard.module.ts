import { Module } from '@nestjs/common';
import { DashboardFigures } from './dashboard-figures.js';
import { DashboardResolver } from './dashboard.resolver.js';

/** A working day at a glance. */
@Module({ providers: [DashboardFigures, DashboardResolver] })
export class DashboardModule {}
