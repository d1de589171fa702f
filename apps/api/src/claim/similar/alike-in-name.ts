import { mayLookLike, subjectLookOf, type Claim, type ClaimState } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Records } from '../../command/records.js';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { SIMILAR_MAX } from './similar-claims.js';

const ALIKE = sqlFile(import.meta.url, 'alike-in-name.sql');

/**
 * The claims that a review compares by their subjects' names: what the enterprise was granted is read from the log, with
 * all before it; what is still under way from the tables, which may lack what was entered this moment.
 */
@Injectable()
export class AlikeInName {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async besides(records: Records, claim: ClaimState): Promise<Claim[]> {
    const look = claim?.subject == null ? null : subjectLookOf(claim.subject);
    if (claim === null || look === null) return [];
    const { grants, predecessors } = await records.entitlement(claim.uscc);
    const granted = [...grants.values()].filter(({ subject, subjectKey }) => {
      if (subject === null || subjectKey === null) return false;
      return mayLookLike(subjectKey, look) && subjectLookOf(subject) === look;
    });
    const { tenant } = records;
    const { rows } = await this.pool.query<{ claim: string }>({
      name: 'read.alike-in-name',
      text: ALIKE,
      values: [tenant, look, [claim.uscc, ...predecessors], SIMILAR_MAX],
    });
    const ids = new Set([...granted, ...rows].map((each) => each.claim));
    ids.delete(claim.id);
    const others = await Promise.all([...ids].map((id) => records.claim(id)));
    return others.flatMap((other) => other ?? []);
  }
}
