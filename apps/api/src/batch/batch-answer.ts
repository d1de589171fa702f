import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { ClaimFiles } from '../claim/read/claim-files.js';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../graphql/refusal/refusal.js';
import { BatchFiles } from './read/batch-files.js';
import { Batch } from './read/batch.type.js';
import { ShownBatches } from './read/shown-batches.js';

/** What every change of a batch answers. */
export const BatchResult = createUnionType({
  name: 'BatchResult',
  description: 'The batch as it stands afterwards, or why nothing was recorded.',
  types: () => [Batch, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export type BatchOrRefusal = Batch | Refusal;

/** Answers a mutation with the batch as it stands after it. */
@Injectable()
export class BatchAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly files: BatchFiles,
    private readonly claims: ClaimFiles,
    private readonly shown: ShownBatches,
  ) {}

  to(context: GraphqlContext, outcome: Outcome, id: string): Promise<BatchOrRefusal> {
    return this.answer.to(context, outcome, () => this.load(context, id));
  }

  /** The same, of a batch that was opened with a claim. */
  ofClaim(context: GraphqlContext, outcome: Outcome, claim = ''): Promise<BatchOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const id = (await this.claims.load(context, claim))?.claim.batch?.id;
      return id === undefined ? null : this.load(context, id);
    });
  }

  private async load(context: GraphqlContext, id: string): Promise<Batch | null> {
    const found = await this.files.batch(context, id);
    const [batch] = found === null ? [] : await this.shown.shown(context, [found]);
    return batch ?? null;
  }
}
