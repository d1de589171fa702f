import type { Light } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { lightCondition } from '../claim/deadline/light-conditions.js';
import { dutyConditions } from '../claim/list/duty-conditions.js';
import { OwnDuties } from '../claim/list/own-duties.js';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Positions } from '../log/positions.js';
import type { DueTally } from './dashboard.type.js';

const DUE = sqlFile(import.meta.url, 'due.sql');

/** What somebody has to see to, and what stands. */
const SHOWN: readonly Light[] = ['overdue', 'due-today', 'due-soon', 'paused'];

/** Counts of what is due: indexes hold what is open, so that they cost the same however many claims there ever were. */
@Injectable()
export class DueFigures {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly duties: OwnDuties,
  ) {}

  async tallies(user: CurrentUser): Promise<DueTally[]> {
    const at = await this.positions.of(user.tenant);
    const duties = await this.duties.of(user, at);
    const values: unknown[] = [user.tenant, at.position.toString()];
    const waits = dutyConditions(values, duties, user.id)
      .map((each) => `(${each})`)
      .join(' or ');
    const parts = SHOWN.map((light) => {
      const name = `$${values.push(light)}`;
      const condition = lightCondition(values, light, at.today);
      return DUE.replace('{{light}}', name)
        .replace('{{waits}}', () => waits)
        .replace('{{condition}}', () => condition);
    });
    const { rows } = await this.pool.query<DueTally>(parts.join(' union all '), values);
    return rows;
  }

  /** What was reported to the user as overdue, and still is. */
  async escalated({ tenant, username }: CurrentUser): Promise<number> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<{ claims: number }>(
      `select count(*)::int as claims
         from (select * from read.claim where tenant = $1 and from_position <= $2
                union all
               select * from read.claim_then($1, $2)) c
        where c.clock is not null and $3 = any (c.escalated_to)`,
      [tenant, position.toString(), username],
    );
    return rows[0]?.claims ?? 0;
  }
}
