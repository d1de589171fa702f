import { Module } from '@nestjs/common';
import { DrawSampleHandler, DrawSampleResolver } from './draw-sample.js';
import { Samples } from './samples.js';
import { SamplesResolver } from './samples.resolver.js';
import { WaitingClaims } from './waiting-claims.js';

/** Draws of the claims that are examined again (复审抽取). */
@Module({ providers: [DrawSampleHandler, DrawSampleResolver, Samples, SamplesResolver, WaitingClaims] })
export class SampleModule {}
