import {
  entriesAmong,
  foldRecognitionList,
  parseRecognitionEvent,
  recognitionStream,
  type Claim,
  type RecognitionList,
  type RecognitionLists,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';

/** Lists of recognitions as the deciders see them, by the numbers of their documents: folded from the log. */
@Injectable()
export class RecognitionFiles extends RequestLoader<RecognitionList> {
  constructor(
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  /** The lists on whose entries a claim rests. */
  async onWhich(context: GraphqlContext, { evidence }: Pick<Claim, 'evidence'>): Promise<RecognitionLists> {
    const lists = [...new Set(entriesAmong(evidence).map(({ list }) => list))];
    const found = await Promise.all(lists.map((list) => this.load(context, list)));
    return new Map(lists.map((list, index) => [list, found[index] ?? null]));
  }

  protected async loadAll(
    tenant: string,
    lists: readonly string[],
  ): Promise<ReadonlyMap<string, RecognitionList | Error>> {
    return this.read(tenant, lists, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    lists: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RecognitionList | Error>> {
    return this.read(userOf(context).tenant, lists, upTo);
  }

  private async read(
    tenant: string,
    lists: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RecognitionList | Error>> {
    return this.streams.by({ tenant, upTo }, lists, recognitionStream, (events) => {
      const list = foldRecognitionList(events.map(parseRecognitionEvent));
      if (list === null) throw new Error('The stream of a list begins with its proposal.');
      return list;
    });
  }
}
