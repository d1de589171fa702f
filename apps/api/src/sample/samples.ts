import { parseSampleEvent, sampleStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { RequestLoader } from '../graphql/request-loader.js';
import { FoldStreams } from '../log/fold-streams.js';
import { Positions } from '../log/positions.js';
import { Policies } from '../policy/list/policies.js';
import { Sample, SampleList, SampleSeed } from './sample.type.js';

/** The draws among the claims of documents, by the document's id: from the log, the newest first. */
@Injectable()
export class Samples extends RequestLoader<readonly Sample[]> {
  constructor(
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
    private readonly policies: Policies,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    policies: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Sample[] | Error>> {
    return this.read(tenant, policies, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly Sample[] | Error>> {
    return this.read(userOf(context).tenant, policies, upTo);
  }

  private read(
    tenant: string,
    policies: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly Sample[] | Error>> {
    return this.streams.by({ tenant, upTo }, policies, sampleStream, (events) =>
      events.map((each) => this.toSample(each)).reverse(),
    );
  }

  private toSample(recorded: RecordedEvent): Sample {
    const { data, meta, occurredOn } = parseSampleEvent(recorded);
    return Object.assign(new Sample(), {
      id: data.draw,
      measure: this.policies.measureOnRecord(data.measure),
      round: data.round,
      on: occurredOn,
      by: meta.actor.displayName,
      position: recorded.position.toString(),
      lookedAt: data.at,
      seed: Object.assign(new SampleSeed(), data.seed),
      lists: data.lists.map((list) => Object.assign(new SampleList(), { before: [], ...list })),
    });
  }
}
