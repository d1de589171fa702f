import { CAPACITIES, isSuperiorOf } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { POOL } from '../database/database.module.js';
import { NamedPerson } from '../delegation/named-person.type.js';
import { actorOf } from '../identity/actor.js';
import type { CurrentUser } from '../identity/current-user.js';
import { Law } from '../policy/law/law.js';

/** Whom somebody may order to take no part: those whose superior he is, and everybody's for a system administrator. */
@Injectable()
export class Subordinates {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly officials: Colleagues,
    private readonly law: Law,
  ) {}

  /** Those with accounts that are open, by their names; without himself. */
  async of(user: CurrentUser): Promise<NamedPerson[]> {
    const { tenant, id, username, roles } = user;
    const { limits } = this.law.known.places;
    if (!roles.includes('system-administrator') && !limits.isSuperior(tenant, username)) return [];
    const { rows } = await this.pool.query<{ id: string }>(
      `select u.id from identity."user" u
        where u.tenant = $1 and not u.disabled and u.roles && $2::text[] and u.id::text <> $3
        order by u.display_name, u.username`,
      [tenant, CAPACITIES, id],
    );
    const ids = rows.map((row) => row.id);
    const known = await this.officials.findAll(tenant, ids);
    const actor = actorOf(user);
    return ids.flatMap((each) => {
      const official = known.get(each)?.actor;
      if (official === undefined || !isSuperiorOf(actor, official, this.law.known)) return [];
      const { userId, username: name, displayName } = official;
      return [Object.assign(new NamedPerson(), { userId, username: name, displayName })];
    });
  }
}
