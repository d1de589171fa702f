import { isOfDepartment, isOfOffice } from '@duixian/casework';
import type { Measure } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { isAmong, RECUSED } from '../assignment/colleagues.js';
import { participationsElsewhere } from '../list/duties.js';
import { agreement, type ClaimRow } from '../read-model/claim-row.js';

interface Reviewer {
  readonly id: string;
  readonly division: string;
  readonly department: string | null;
  readonly recused: readonly string[];
}

/** Who reviews in a city now: the key of all of them. */
const ALL = 'all';

/** The reviewers of a city whose accounts are open, in one statement for a request. */
@Injectable()
export class Reviewers extends RequestLoader<readonly Reviewer[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly divisions: Divisions,
  ) {
    super();
  }

  /** Whether somebody of the lead department may answer an objection to the claim: one who neither agreed to it nor acted elsewhere, and takes part in it. */
  async mayAnswer(context: GraphqlContext, claim: ClaimRow, { clause, policy }: Measure): Promise<boolean> {
    const reviewers = (await this.load(context, ALL)) ?? [];
    return reviewers.some(({ id, recused, ...office }) => {
      const actor = { ...office, reach: this.divisions.reachOf(office) };
      return (
        isOfOffice(actor, policy.division) &&
        isOfDepartment(actor, clause.departments.lead) &&
        ![agreement(id), ...participationsElsewhere(id, 'reviewer')].some((each) =>
          claim.participants.includes(each),
        ) &&
        !isAmong(recused, claim)
      );
    });
  }

  protected async loadAll(tenant: string): Promise<ReadonlyMap<string, readonly Reviewer[]>> {
    const { rows } = await this.pool.query<Reviewer>(
      `select u.id, u.division, u.department, ${RECUSED} as recused from identity."user" u
        where u.tenant = $1 and not u.disabled and 'reviewer' = any (u.roles)`,
      [tenant],
    );
    return new Map([[ALL, rows]]);
  }
}
