import { isOfSameOffice } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { POOL } from '../database/database.module.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { actorOf } from '../identity/actor.js';
import type { CurrentUser } from '../identity/current-user.js';
import type { At } from '../log/at.js';
import { Positions } from '../log/positions.js';

/** For whom somebody stands in, and under which clauses; null: all. */
export interface StandIn {
  readonly official: string;
  readonly measures: readonly string[] | null;
}

/**
 * For whom an official stands in today: not for who has left, or has gone to another office.
 */
@Injectable()
export class StandIns {
  private readonly asked = new WeakMap<object, Promise<readonly StandIn[]>>();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly officials: Colleagues,
    private readonly positions: Positions,
  ) {}

  /** For whom the sender of a request stands in, asked once until it changes something. */
  async ofRequest(context: GraphqlContext): Promise<readonly StandIn[]> {
    const known = this.asked.get(context.loads);
    if (known !== undefined) return known;
    const user = userOf(context);
    const asked = this.positions.of(user.tenant).then((at) => this.of(user, at));
    this.asked.set(context.loads, asked);
    return asked;
  }

  async of(user: CurrentUser, at: At): Promise<readonly StandIn[]> {
    const { rows } = await this.pool.query<StandIn>({
      name: 'read.stand-ins',
      text: `select official, measures from read.delegation_at($1, $3)
              where deputy = $2 and ended_on is null and $4::date between first_day and last_day`,
      values: [user.tenant, user.id, at.position.toString(), at.today],
    });
    if (rows.length === 0) return [];
    const officials = await this.officials.findAll(
      user.tenant,
      rows.map(({ official }) => official),
    );
    const deputy = actorOf(user);
    return rows.filter(({ official }) => {
      const absent = officials.get(official)?.actor;
      return absent !== undefined && isOfSameOffice(absent, deputy);
    });
  }
}
