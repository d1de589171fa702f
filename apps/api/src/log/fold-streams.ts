import { EventStore, type RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { unreadableRecord } from '../graphql/errors.js';

/** Makes records of their own streams, as they were at a position of the log: no table is asked. */
@Injectable()
export class FoldStreams {
  constructor(private readonly store: EventStore) {}

  /**
   * What `fold` makes of each stream's events, by key; a key without events is left out, as is one of whose events it
   * makes null, and one whose events cannot be folded has the error `RECORD_UNREADABLE`.
   *
   * @param streamOf the stream of a key.
   */
  async by<Value>(
    { tenant, upTo }: { readonly tenant: string; readonly upTo: bigint },
    keys: readonly string[],
    streamOf: (key: string) => string,
    fold: (events: readonly RecordedEvent[]) => Value | null,
  ): Promise<Map<string, Value | Error>> {
    const folded = keys.map(async (key): Promise<[string, Value | Error][]> => {
      const stream = streamOf(key);
      const { events } = await this.store.readStream(tenant, stream);
      const until = events.filter(({ position }) => position <= upTo);
      if (until.length === 0) return [];
      try {
        const value = fold(until);
        return value === null ? [] : [[key, value]];
      } catch (error) {
        return [[key, unreadableRecord(stream, error)]];
      }
    });
    return new Map((await Promise.all(folded)).flat());
  }
}
