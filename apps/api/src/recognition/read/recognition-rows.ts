import { entryNumber, entryOf, recognitionStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';
import { StreamLoader } from '../../log/stream-loader.js';
import {
  rowsOfRecognition,
  type RecognitionEntryRow,
  type RecognitionListRow,
} from '../read-model/recognition-tables.js';

/** Lists of recognitions by the numbers of their documents. */
@Injectable()
export class RecognitionLists extends StreamLoader<RecognitionListRow, RecognitionListRow> {
  protected readonly query = {
    name: 'read.recognition-lists-by-id',
    text: 'select * from read.recognition_list_at($1, $3) where list = any ($2)',
  };
  protected readonly streamOf = recognitionStream;

  protected valuesOf(rows: readonly RecognitionListRow[]): ReadonlyMap<string, RecognitionListRow> {
    return new Map(rows.map((row) => [row.list, row]));
  }

  protected foldOf(events: readonly RecordedEvent[]): RecognitionListRow | null {
    return rowsOfRecognition(events).list;
  }
}

/** Entries of lists by the numbers under which claims name them; also those that are only proposed. */
@Injectable()
export class RecognitionEntries extends RequestLoader<RecognitionEntryRow> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, RecognitionEntryRow>> {
    const { position } = await this.positions.of(tenant);
    const refs = numbers.flatMap((number) => entryOf(number) ?? []);
    const { rows } = await this.pool.query<RecognitionEntryRow>({
      name: 'read.recognition-entries-by-id',
      // Laterally, so that each entry is found by its key: joined, all entries of the city would be read.
      text: `select e.* from unnest($2::text[], $3::int[]) x (list, no)
              cross join lateral (
                    select * from read.recognition_entry_at($1, $4) where list = x.list and no = x.no offset 0) e`,
      values: [tenant, refs.map(({ list }) => list), refs.map(({ no }) => no), position.toString()],
    });
    return new Map(rows.map((row) => [entryNumber(row), row]));
  }

  protected override async foldAll(
    context: GraphqlContext,
    numbers: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RecognitionEntryRow | Error>> {
    const { tenant } = userOf(context);
    const lists = [...new Set(numbers.flatMap((number) => entryOf(number)?.list ?? []))];
    const folded = await this.streams.by(
      { tenant, upTo },
      lists,
      recognitionStream,
      (events) => rowsOfRecognition(events).entries,
    );
    return new Map(
      numbers.flatMap((number): [string, RecognitionEntryRow | Error][] => {
        const ref = entryOf(number);
        const found = ref === null ? undefined : folded.get(ref.list);
        if (found instanceof Error) return [[number, found]];
        const row = found?.find((each) => each.no === ref?.no);
        return row === undefined ? [] : [[number, row]];
      }),
    );
  }
}
