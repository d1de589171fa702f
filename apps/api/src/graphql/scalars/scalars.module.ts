import { Module } from '@nestjs/common';
import { JsonObjectScalar } from './json-object.js';
import { Money } from './money.js';
import { PlainDate } from './plain-date.js';

@Module({ providers: [JsonObjectScalar, Money, PlainDate] })
export class ScalarsModule {}
