import type { Actor, Role } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import type { CurrentUser } from '../../identity/current-user.js';
import { Colleague } from './assignment.type.js';

/** Roles in whose offices claims lie. */
const OFFICES: readonly Role[] = ['clerk', 'reviewer', 'finance'];
const COLLEAGUES_MAX = 100;

interface Row {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

/** The officials of a city whose accounts are open, by their ids. */
@Injectable()
export class Colleagues extends RequestLoader<Actor> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {
    super();
  }

  /** Whether an account is open: who has left looks after nothing. */
  async isOpen(context: GraphqlContext, id: string): Promise<boolean> {
    return (await this.load(context, id)) !== null;
  }

  /** Those of somebody's office, himself first. */
  async of({ id, tenant, division, department, roles }: CurrentUser): Promise<Colleague[]> {
    const { rows } = await this.pool.query<Row & { readonly assigned: number }>(
      `select u.id, u.username, u.display_name,
              (select count(*)::int from read.claim c where c.tenant = u.tenant and c.assigned_to = u.id::text) as assigned
         from identity."user" u
        where u.tenant = $1 and not u.disabled and u.division = $2 and u.department is not distinct from $3
          and u.roles && $4::text[]
        order by u.id::text <> $5, u.display_name, u.username
        limit ${COLLEAGUES_MAX}`,
      [tenant, division, department, roles.filter((role) => OFFICES.includes(role)), id],
    );
    return rows.map(({ id: colleague, username, display_name: displayName, assigned }) =>
      Object.assign(new Colleague(), { id: colleague, username, displayName, assigned, isMe: colleague === id }),
    );
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
    const { rows } = await this.pool.query<Row>(
      `select id, username, display_name, division, department, roles from identity."user"
        where tenant = $1 and not disabled and id::text = any ($2)`,
      [tenant, ids],
    );
    return new Map(rows.map((row) => [row.id, this.actorOf(row)]));
  }

  private actorOf({ id: userId, username, display_name: displayName, division, department, roles }: Row): Actor {
    const reach = this.divisions.reachOf({ division, department });
    return { userId, username, displayName, division, department, roles, reach };
  }
}
