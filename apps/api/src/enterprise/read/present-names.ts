import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';

const PRESENT = sqlFile(import.meta.url, 'present-names.sql');
/** Behind every position of a log. */
const NOW = (1n << 63n) - 1n;

/** The names of enterprises that were renamed, from the tables, which may lack a change of this moment. */
@Injectable()
export class PresentNames {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /**
   * The name that an enterprise has at a position, by one that it had before; what names none, or several, is left out.
   */
  async of(tenant: string, names: readonly string[], position = NOW): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ stated: string; present: string }>({
      name: 'read.present-names',
      text: PRESENT,
      values: [tenant, names, position.toString()],
    });
    return new Map(rows.map(({ stated, present }) => [stated, present]));
  }
}
