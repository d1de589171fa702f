import { Module } from '@nestjs/common';
import { DateTime } from './date-time.js';
import { JsonObjectScalar } from './json-object.js';
import { Money } from './money.js';
import { PlainDate } from './plain-date.js';

@Module({ providers: [DateTime, JsonObjectScalar, Money, PlainDate] })
export class ScalarsModule {}
