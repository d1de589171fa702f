import {
  batchesStream,
  foldBatches,
  NO_BATCHES,
  parseBatchEvent,
  policyOfBatch,
  type Batch,
  type BatchBook,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';

/** The batches of documents, by the document's id: folded from the log, as they were at the position of the answer. */
@Injectable()
export class BatchFiles extends RequestLoader<BatchBook> {
  constructor(
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
    private readonly law: Law,
  ) {
    super();
  }

  /** Of the user's city, or of one document, the newest of each document first. */
  async all(context: GraphqlContext, policy: string | null): Promise<readonly Batch[]> {
    const { tenant } = userOf(context);
    const policies = this.law.known.policies.filter((each) => each.tenant === tenant).map(({ id }) => id);
    const books = await this.loadMany(context, policy === null ? policies : [policy]);
    return books.flatMap((book) => [...book.values()].reverse());
  }

  /** Null where there is none. */
  async batch(context: GraphqlContext, id: string): Promise<Batch | null> {
    const policy = policyOfBatch(id);
    const book = policy === null ? null : await this.load(context, policy);
    return (book ?? NO_BATCHES).get(id) ?? null;
  }

  protected async loadAll(
    tenant: string,
    policies: readonly string[],
  ): Promise<ReadonlyMap<string, BatchBook | Error>> {
    return this.read(tenant, policies, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, BatchBook | Error>> {
    return this.read(userOf(context).tenant, policies, upTo);
  }

  private read(
    tenant: string,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, BatchBook | Error>> {
    return this.streams.by({ tenant, upTo }, policies, batchesStream, (events) =>
      foldBatches(events.map(parseBatchEvent)),
    );
  }
}
