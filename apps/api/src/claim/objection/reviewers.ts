import { isOfDepartment, isOfOffice } from '@duixian/casework';
import type { Measure } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { participationsElsewhere } from '../list/duties.js';
import { agreement, type ClaimRow } from '../read-model/claim-row.js';

interface Reviewer {
  readonly id: string;
  readonly division: string;
  readonly department: string | null;
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

  /** Whether somebody of the lead department may answer an objection to the claim: one who neither agreed to it nor acted elsewhere. */
  async mayAnswer(context: GraphqlContext, claim: ClaimRow, { clause, policy }: Measure): Promise<boolean> {
    const reviewers = (await this.load(context, ALL)) ?? [];
    return reviewers.some(({ id, ...office }) => {
      const actor = { ...office, reach: this.divisions.reachOf(office) };
      return (
        isOfOffice(actor, policy.division) &&
        isOfDepartment(actor, clause.departments.lead) &&
        ![agreement(id), ...participationsElsewhere(id, 'reviewer')].some((each) => claim.participants.includes(each))
      );
    });
  }

  protected async loadAll(tenant: string): Promise<ReadonlyMap<string, readonly Reviewer[]>> {
    const { rows } = await this.pool.query<Reviewer>(
      `select id, division, department from identity."user"
        where tenant = $1 and not disabled and 'reviewer' = any (roles)`,
      [tenant],
    );
    return new Map([[ALL, rows]]);
  }
}
