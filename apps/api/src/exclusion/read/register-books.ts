import {
  editionStream,
  exclusionStream,
  foldEditionParts,
  foldExclusion,
  foldRegister,
  parseEditionEvent,
  parseExclusionEvent,
  parseRegisterEvent,
  registerStream,
  type EditionParts,
  type ListedRow,
  type RegisterBook,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';

/** What is made of one stream for each key, from the log: as it was at the position of the request. */
@Injectable()
abstract class FromLog<Value> extends RequestLoader<Value> {
  protected abstract readonly streamOf: (key: string) => string;

  constructor(
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected abstract foldOf(events: readonly RecordedEvent[]): Value;

  protected async loadAll(tenant: string, keys: readonly string[]): Promise<ReadonlyMap<string, Value | Error>> {
    const { position } = await this.positions.of(tenant);
    return this.streams.by({ tenant, upTo: position }, keys, this.streamOf, (events) => this.foldOf(events));
  }

  protected override foldAll(
    context: GraphqlContext,
    keys: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, Value | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, keys, this.streamOf, (events) => this.foldOf(events));
  }
}

/** The editions of registers, by the registers' ids. */
@Injectable()
export class RegisterBooks extends FromLog<RegisterBook> {
  protected readonly streamOf = registerStream;

  protected foldOf(events: readonly RecordedEvent[]): RegisterBook {
    return foldRegister(events.map(parseRegisterEvent));
  }
}

/** Which parts of editions are read, by the editions' ids. */
@Injectable()
export class PartsOfEditions extends FromLog<EditionParts> {
  protected readonly streamOf = editionStream;

  protected foldOf(events: readonly RecordedEvent[]): EditionParts {
    return foldEditionParts(events.map(parseEditionEvent));
  }
}

/** Rows of registers that are about enterprises, by their codes. */
@Injectable()
export class ListedRows extends FromLog<readonly ListedRow[]> {
  protected readonly streamOf = exclusionStream;

  protected foldOf(events: readonly RecordedEvent[]): readonly ListedRow[] {
    return foldExclusion(events.map(parseExclusionEvent));
  }
}
