import { Module } from '@nestjs/common';
import { Months } from './months.js';
import { MonthsResolver } from './months.resolver.js';

/** Figures of months. */
@Module({ providers: [Months, MonthsResolver] })
export class MonthsModule {}
