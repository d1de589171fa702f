import { copyRows, readCopyColumns, type CopiedRows, type CopyColumn } from '@duixian/event-store';
import type pg from 'pg';

/**
 * The connection of a batch, shared by all tables: their statements take turns on it. So a table is folded while another
 * is being written, where each would otherwise wait for all before it. After the first that fails none is sent: in its
 * transaction PostgreSQL would refuse them with an error that says nothing of the cause.
 */
export class TableClient {
  private last: Promise<unknown> = Promise.resolve();
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly client: pg.ClientBase) {}

  query<Row extends pg.QueryResultRow>(
    query: string | pg.QueryConfig,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const stated = typeof query === 'string' ? { text: query, values: values === undefined ? [] : [...values] } : query;
    return this.inTurn(() => this.client.query<Row>(stated));
  }

  copy<Row>(table: string, columns: readonly CopyColumn[], rows: CopiedRows<Row>): Promise<void> {
    return this.inTurn(() => copyRows(this.client, table, columns, rows));
  }

  columnsOf(table: string): Promise<readonly CopyColumn[]> {
    return this.inTurn(() => readCopyColumns(this.client, table));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(async () => {
      if (this.failure !== null) throw this.failure.error;
      try {
        return await work();
      } catch (error) {
        this.failure = { error };
        throw error;
      }
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
