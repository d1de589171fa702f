import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { qualified, type KeptTable } from './catalogue.js';
import type { TableEnd } from './parse-manifest.js';

/**
 * What a value's text depends on, and the order of rows: the same table has to give the same bytes on any server. No
 * limit of the server's may end a copy that takes an hour.
 */
export const COPY_SETTINGS = [
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  `client_encoding = 'UTF8'`,
  `timezone = 'UTC'`,
  `datestyle = 'ISO, YMD'`,
  `intervalstyle = 'iso_8601'`,
  'extra_float_digits = 1',
  `bytea_output = 'hex'`,
  'row_security = off',
  'synchronize_seqscans = off',
  'max_parallel_workers_per_gather = 0',
].map((setting) => `set ${setting}`);

const END_OF_ROW = 0x0a;

/** Reads a table as COPY writes it, in chunks, and sums it up as it goes by. */
export class TableReader {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private rows = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly table: KeptTable,
  ) {}

  async *chunks(): AsyncGenerator<Buffer> {
    const columns = this.table.columns.map((column) => this.client.escapeIdentifier(column)).join(', ');
    const select = `select ${columns} from ${qualified(this.client, this.table)}`;
    const stream = this.client.query(copyTo(`copy (${select}) to stdout`));
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('COPY gave something else than bytes.');
      this.hash.update(chunk);
      this.bytes += chunk.length;
      this.rows += rowsIn(chunk);
      yield chunk;
    }
  }

  /** To be asked once after all chunks were read. */
  end(): TableEnd {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/**
 * COPY ends each row by a line feed, and has none within it. How many rows there were, the server says only after the last
 * of them, when the stream may long have ended.
 */
function rowsIn(chunk: Buffer): number {
  let rows = 0;
  for (let at = chunk.indexOf(END_OF_ROW); at >= 0; at = chunk.indexOf(END_OF_ROW, at + 1)) rows += 1;
  return rows;
}

/** Gathers small pieces into larger ones: COPY gives a row at a time, which nobody could compress. */
export async function* gathered(chunks: AsyncIterable<Buffer>, bytesMin: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < bytesMin) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}
