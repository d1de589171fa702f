import type { Claim, ClaimState } from '@duixian/casework';
import type { Catalogue } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Records } from '../../command/records.js';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';

const BESIDE = sqlFile(import.meta.url, 'loan-limits.sql');

/**
 * The other claims for a loan limit of the enterprise and all before it, each read from the log, so that of two that are
 * determined at the same moment one is decided anew. A limit stands on no guard, since no treasury pays it.
 */
@Injectable()
export class LoanLimits {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async besides(records: Records, claim: ClaimState, catalogue: Catalogue): Promise<Claim[]> {
    if (claim === null || catalogue.measure(claim.measure)?.clause.kind !== 'loan-limit') return [];
    const { uscc, measure, year } = claim;
    const { predecessors } = await records.entitlement(uscc);
    const { rows } = await this.pool.query<{ claim: string }>({
      name: 'read.loan-limits',
      text: BESIDE,
      values: [records.tenant, [uscc, ...predecessors], measure, year],
    });
    const ids = rows.map((row) => row.claim).filter((id) => id !== claim.id);
    const others = await Promise.all(ids.map((id) => records.claim(id)));
    return others.flatMap((other) => other ?? []);
  }
}
