import { Module } from '@nestjs/common';
import { ClaimCommandsModule } from '../claim/claim-commands.module.js';
import { ClaimReadModule } from '../claim/claim-read.module.js';
import { BatchAnswer } from './batch-answer.js';
import { PreviewBatchResolver } from './preview/preview-batch.js';
import { BatchFiles } from './read/batch-files.js';
import { BatchEntryResolver, BatchesResolver, BatchOfClaimResolver, BatchResolver } from './read/batches.resolver.js';
import { ShownBatches } from './read/shown-batches.js';
import { GatherClaimsHandler, GatherClaimsResolver } from './steps/gather-claims.js';
import { MinuteBatchHandler, MinuteBatchResolver } from './steps/minute-batch.js';
import { MinutesDecision } from './steps/minutes-decision.js';
import { SplitOutHandler, SplitOutResolver } from './steps/split-out.js';

const handlers = [GatherClaimsHandler, SplitOutHandler, MinuteBatchHandler];

const resolvers = [
  GatherClaimsResolver,
  SplitOutResolver,
  MinuteBatchResolver,
  PreviewBatchResolver,
  BatchesResolver,
  BatchResolver,
  BatchEntryResolver,
  BatchOfClaimResolver,
];

/** Batches (合批、拆出): claims that go to the collective decision together. */
@Module({
  imports: [ClaimCommandsModule, ClaimReadModule],
  providers: [...handlers, ...resolvers, BatchAnswer, BatchFiles, MinutesDecision, ShownBatches],
})
export class BatchModule {}
