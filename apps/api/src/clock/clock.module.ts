import { Global, Module } from '@nestjs/common';
import { ClockWatch } from './clock-watch.js';
import { Clock } from './clock.js';

@Global()
@Module({ providers: [Clock, ClockWatch], exports: [Clock, ClockWatch] })
export class ClockModule {}
