import { assessClaim, programmeAccounts, redetermine, type Claim, type PlainDate } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { parseYuan, type Fen } from '@duixian/money';
import { isFailure, type AssessAnswer, type Bilingual, type Catalogue, type Policy } from '@duixian/policy';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { toClaim } from '../../../claim/read/to-claim.js';
import type { ClaimRow } from '../../../claim/read-model/claim-row.js';
import { Entitlements } from '../../../command/entitlements.js';
import { EarlierSpellings } from '../../../command/earlier-spellings.js';
import { Records } from '../../../command/records.js';
import { POOL } from '../../../database/database.module.js';
import { sqlFile } from '../../../database/sql-file.js';
import { COUNT_MAX } from '../../../graphql/pagination.js';
import { Law } from '../../law/law.js';
import { PolicyVersionEffect, PolicyVersionEffects } from './effect.type.js';

const CLAIMS = sqlFile(import.meta.url, 'claims-of-days.sql');
const COUNT = `select count(*)::int as total from (${CLAIMS}) c`;
/** Claims held against a version in one answer. */
const COMPARED_MAX = 50;

interface Sums {
  readonly before: Fen | null;
  readonly after: Fen | null;
  readonly why: Bilingual | null;
}

/** What would come out differently by another version: reckoned on the record as it stands, and changed nowhere. */
@Injectable()
export class EffectsOfVersion {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly law: Law,
    private readonly store: EventStore,
    private readonly entitlements: Entitlements,
    private readonly spellings: EarlierSpellings,
  ) {}

  /** @param after number of the claim after which to go on; null = from the first. */
  async of(tenant: string, version: Policy, from: PlainDate, after: string | null): Promise<PolicyVersionEffects> {
    const ofPolicy = this.law.known.measures().filter(({ policy }) => policy.id === version.id);
    const measures = ofPolicy.map(({ id }) => id);
    const asked = [tenant, measures, from];
    const [{ rows: page }, { rows: counts }] = await Promise.all([
      this.pool.query<ClaimRow>(CLAIMS, [...asked, after, COMPARED_MAX + 1]),
      this.pool.query<{ total: number }>(COUNT, [...asked, null, COUNT_MAX]),
    ]);
    const rows = page.slice(0, COMPARED_MAX);
    const held = await Promise.all(rows.map((row) => this.effectOn(tenant, row, version)));
    return Object.assign(new PolicyVersionEffects(), {
      effects: held.flatMap((effect) => effect ?? []),
      compared: rows.length,
      total: counts[0]?.total ?? 0,
      next: page.length > rows.length ? (rows.at(-1)?.id ?? null) : null,
    });
  }

  /** Null where nothing differs. */
  private async effectOn(tenant: string, row: ClaimRow, version: Policy): Promise<PolicyVersionEffect | null> {
    const records = new Records(this.store, tenant, this.entitlements, this.spellings);
    const claim = await records.claim(row.id);
    if (claim === null) return null;
    const isDetermined = claim.determination !== null;
    const byVersion = this.law.withVersion(tenant, claim.occurredOn, version);
    const sums = isDetermined ? determinedSums(claim, byVersion) : await this.expectedSums(records, claim, byVersion);
    if (sums.before === sums.after) return null;
    return Object.assign(new PolicyVersionEffect(), { claim: toClaim(row), isDetermined, ...sums });
  }

  private async expectedSums(records: Records, claim: Claim, byVersion: Catalogue): Promise<Sums> {
    const { measure, year } = claim;
    const now = this.law.ofClaim(records.tenant, claim);
    const accounts = [now, byVersion].flatMap((catalogue) => programmeAccounts(catalogue, measure, year));
    const programme = await records.guards([...new Set(accounts)]);
    const entitlement = await records.entitlement(claim.uscc);
    const [before, after] = [now, byVersion].map(
      (catalogue) => assessClaim(claim, { entitlement, programme, catalogue }).answer,
    );
    return { before: amountOf(before), ...outcomeOf(after) };
  }
}

function determinedSums(claim: Claim, byVersion: Catalogue): Sums {
  return { before: parseYuan(claim.determination?.amount ?? ''), ...outcomeOf(redetermine(claim, byVersion)) };
}

function amountOf(answer: AssessAnswer | undefined): Fen | null {
  return answer === undefined || isFailure(answer) ? null : parseYuan(answer.amount);
}

function outcomeOf(answer: AssessAnswer | undefined): Pick<Sums, 'after' | 'why'> {
  const why = answer !== undefined && isFailure(answer) ? answer.error.message : null;
  return { after: amountOf(answer), why };
}
