import { sqlFile } from '../database/sql-file.js';
import type { Connection } from '../database/transaction.js';
import { entryHash } from './entry-hash.js';

/** Whether a city's security log is as it was written; `position` is the first place where it is not. */
export type SecurityLogState =
  | { readonly intact: true; readonly entries: number }
  | { readonly intact: false; readonly position: string; readonly problem: 'missing' | 'altered' | 'cut-off' };

interface End {
  readonly position: string;
  readonly hash: Buffer;
  readonly pruned_position: string;
  readonly pruned_hash: Buffer;
}

interface Entry {
  readonly position: string;
  readonly hash: Buffer;
  readonly columns: readonly (string | null)[];
}

const ENTRIES = sqlFile(import.meta.url, 'check-entries.sql');
/** Entries read at a time. */
const BATCH = 2_000;

/**
 * Reads a city's security log from its beginning and computes its chain again. It finds an entry that was changed,
 * removed, put in or exchanged by somebody who did not compute all that follows anew.
 */
export class SecurityLogCheck {
  constructor(private readonly connection: Connection) {}

  /** @param tenant `''` for what belongs to no city. */
  async verify(tenant: string): Promise<SecurityLogState> {
    const { rows: ends } = await this.connection.query<End>(
      'select position, hash, pruned_position, pruned_hash from identity.security_log_end where tenant = $1',
      [tenant],
    );
    const [end] = ends;
    if (end === undefined) return this.isEmpty(tenant);
    const last = BigInt(end.position);
    let at = BigInt(end.pruned_position);
    let hash = end.pruned_hash;
    while (at < last) {
      const { rows } = await this.connection.query<Entry>(ENTRIES, [tenant, at.toString(), end.position, BATCH]);
      for (const entry of rows) {
        at += 1n;
        if (BigInt(entry.position) !== at) return broken(at, 'missing');
        hash = entryHash(hash, entry.columns);
        if (!hash.equals(entry.hash)) return broken(at, 'altered');
      }
      if (rows.length === 0) return broken(at + 1n, 'cut-off');
    }
    if (!hash.equals(end.hash)) return broken(at, 'altered');
    return { intact: true, entries: Number(last - BigInt(end.pruned_position)) };
  }

  /** Where nothing was ever written nothing may stand. */
  private async isEmpty(tenant: string): Promise<SecurityLogState> {
    const { rows } = await this.connection.query<{ position: string }>(
      'select position from identity.security_log where tenant = $1 order by position limit 1',
      [tenant],
    );
    const [entry] = rows;
    return entry === undefined ? { intact: true, entries: 0 } : broken(BigInt(entry.position), 'cut-off');
  }
}

function broken(position: bigint, problem: 'missing' | 'altered' | 'cut-off'): SecurityLogState {
  return { intact: false, position: position.toString(), problem };
}
