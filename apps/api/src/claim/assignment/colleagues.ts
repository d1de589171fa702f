import { isOfDepartment, isOfOffice, type Actor, type Role } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import type { CurrentUser } from '../../identity/current-user.js';
import type { ClaimRow } from '../read-model/claim-row.js';
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
  /** Where the log last changed his office; null where it never did. */
  readonly moved_at: string | null;
  readonly recused: readonly string[];
}

/** Somebody whose account is open. */
export interface Known {
  readonly actor: Actor;
  readonly movedAt: bigint;
  /** In what he takes no part. */
  readonly recused: readonly string[];
}

/** Position at which the office of user "u" was last changed. */
const MOVED_AT = `(select max(e.position) from es.event e
                    where e.tenant = u.tenant and e.stream = 'official-' || u.id
                      and e.type in ('OfficeChanged', 'RolesGranted'))`;

/** Behind every position. */
const NOW = '9223372036854775807';

/** Numbers of claims and codes of enterprises in which user "u" takes no part. */
export const RECUSED = `array(select coalesce(r.claim, o.uscc)
                                from read.recusal r
                                left join lateral read.codes_onward(r.tenant, r.uscc, ${NOW}) o (uscc) on r.uscc is not null
                               where r.tenant = u.tenant and r.official = u.id::text and r.lifted_on is null)`;

/** That user "u" takes no part in claim "c". */
const RECUSAL = `select from read.recusal r
                  where r.tenant = u.tenant and r.official = u.id::text and r.lifted_on is null
                    and (r.claim = c.id or c.uscc in (select read.codes_onward(r.tenant, r.uscc, ${NOW})))`;

/** The officials of a city whose accounts are open, by their ids. */
@Injectable()
export class Colleagues extends RequestLoader<Known> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {
    super();
  }

  /** As he acts now; null where nobody of that id has an account that is open. */
  async actor(context: GraphqlContext, id: string): Promise<Actor | null> {
    return (await this.load(context, id))?.actor ?? null;
  }

  /**
   * Whether he looks after a claim that he was given at a position: with an account that is open, in the office that he had
   * then, and as long as he takes part in it. `kept.sql` asks the same for lists.
   */
  async keeps(
    context: GraphqlContext,
    official: string,
    { id, uscc, assigned_at: givenAt }: Pick<ClaimRow, 'id' | 'uscc' | 'assigned_at'>,
  ): Promise<boolean> {
    const known = await this.load(context, official);
    return known !== null && known.movedAt < BigInt(givenAt ?? 0) && !isAmong(known.recused, { id, uscc });
  }

  /** Null where nobody of that id has an account that is open. */
  async find(tenant: string, id: string): Promise<Known | null> {
    return (await this.findAll(tenant, [id])).get(id) ?? null;
  }

  /** Those of somebody's office, himself first. @param claims numbers of which it is said who takes no part in them. */
  async of({ id, tenant, division, department, roles }: CurrentUser, claims: readonly string[]): Promise<Colleague[]> {
    const { rows } = await this.pool.query<
      Omit<Row, 'moved_at' | 'recused'> & { readonly assigned: number; readonly recused_from: string[] }
    >(
      `select u.id, u.username, u.display_name,
              (select count(*)::int from read.claim c
                where c.tenant = u.tenant and c.assigned_to = u.id::text
                  and c.assigned_at > coalesce(${MOVED_AT}, 0)
                  and not exists (${RECUSAL})) as assigned,
              array(select c.id from read.claim c
                     where c.tenant = u.tenant and c.id = any ($6) and exists (${RECUSAL}) order by c.id) as recused_from
         from identity."user" u
        where u.tenant = $1 and not u.disabled and u.division = $2 and u.department is not distinct from $3
          and u.roles && $4::text[]
        order by u.id::text <> $5, u.display_name, u.username
        limit ${COLLEAGUES_MAX}`,
      [tenant, division, department, roles.filter((role) => OFFICES.includes(role)), id, claims],
    );
    return rows.map(({ id: colleague, username, display_name: displayName, assigned, recused_from: recusedFrom }) =>
      Object.assign(new Colleague(), {
        ...{ id: colleague, username, displayName, assigned, recusedFrom },
        isMe: colleague === id,
      }),
    );
  }

  /** User ids of those who review for a department of a division and whose accounts are open. */
  async reviewersOf(tenant: string, division: string, department: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<Pick<Row, 'id' | 'division' | 'department'>>(
      `select u.id, u.division, u.department from identity."user" u
        where u.tenant = $1 and not u.disabled and 'reviewer' = any (u.roles)
        order by u.id`,
      [tenant],
    );
    return rows
      .filter((row) => {
        const office = { ...row, reach: this.divisions.reachOf(row) };
        return isOfOffice(office, division) && isOfDepartment(office, department);
      })
      .map(({ id }) => id);
  }

  protected loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    return this.findAll(tenant, ids);
  }

  /** Those whose accounts are open, by their ids. */
  async findAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const { rows } = await this.pool.query<Row>(
      `select u.id, u.username, u.display_name, u.division, u.department, u.roles, ${MOVED_AT} as moved_at,
              ${RECUSED} as recused
         from identity."user" u
        where u.tenant = $1 and not u.disabled and u.id::text = any ($2)`,
      [tenant, ids],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { actor: this.actorOf(row), movedAt: BigInt(row.moved_at ?? 0), recused: row.recused },
      ]),
    );
  }

  private actorOf({ id: userId, username, display_name: displayName, division, department, roles }: Row): Actor {
    const reach = this.divisions.reachOf({ division, department });
    return { userId, username, displayName, division, department, roles, reach };
  }
}

/** Whether a claim is one of those, or its enterprise is. */
export function isAmong(recused: readonly string[], { id, uscc }: Pick<ClaimRow, 'id' | 'uscc'>): boolean {
  return recused.includes(id) || recused.includes(uscc);
}
