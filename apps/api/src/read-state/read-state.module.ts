import { Module } from '@nestjs/common';
import { ReadStateResolver } from './read-state.resolver.js';

/** What the tables hold, and what they do not. */
@Module({ providers: [ReadStateResolver] })
export class ReadStateModule {}
