import { departmentName } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { Divisions } from '../division/divisions.js';
import { Clock } from '../clock/clock.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Mentionable } from './comment.type.js';

/** How many are offered at once; whoever looks for another types more of his name. */
export const MENTIONABLE_MAX = 20;

interface Row {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly division: string;
  readonly department: string | null;
}

/** Whom an official can mention: everybody of the city whose account is open, since all of them may see its claims. */
@Injectable()
export class MentionableOfficials {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
    private readonly clock: Clock,
  ) {}

  /** Those of his own office first. @param query part of a name or a username; '' for all. */
  async find({ id, tenant, division, department }: CurrentUser, query: string): Promise<Mentionable[]> {
    const { rows } = await this.pool.query<Row>(
      `select u.id, u.username, u.display_name, u.division, u.department
         from identity."user" u
        where u.tenant = $1 and not u.disabled and u.id::text <> $2
          and ($3 = '' or strpos(u.display_name, $3) > 0 or strpos(u.username, $3) > 0 or strpos(u.department, $3) > 0)
        order by u.division <> $4, u.department is distinct from $5, u.display_name, u.username
        limit ${MENTIONABLE_MAX}`,
      [tenant, id, query, division, department],
    );
    const today = this.clock.today();
    return rows.map((row) =>
      Object.assign(new Mentionable(), {
        userId: row.id,
        username: row.username,
        displayName: row.display_name,
        office: this.officeOf(row, today),
      }),
    );
  }

  private officeOf({ division, department }: Row, on: string): string {
    const { name } = this.divisions.get(division, on);
    return department === null ? name : departmentName(name, department);
  }
}
