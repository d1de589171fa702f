import { Module } from '@nestjs/common';
import { WorkingDaysResolver } from './working-days.resolver.js';

/** The calendar by which all time limits count. */
@Module({ providers: [WorkingDaysResolver] })
export class WorkingDaysModule {}
