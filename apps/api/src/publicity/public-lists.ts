import type { PlainDate, Shown } from '@duixian/casework';
import { fen } from '@duixian/money';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { ClaimRow } from '../claim/read-model/claim-row.js';
import { matterOfRow } from '../claim/read/matter-of-row.js';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { Divisions } from '../division/divisions.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { csvOf, sha256Of } from './public-csv.js';
import type { PublicEntry, PublicList } from './public-entry.js';
import { forCity } from '../request/request-scope.js';

const PUBLIC_LIST = sqlFile(import.meta.url, 'public-list.sql');
/** More than any city shows at a time. */
const ENTRIES_MAX = 50_000;
/** How old the list may be that somebody is shown. */
const FRESH_MS = 30_000;
/** Cities whose lists are kept at a time. */
const KEPT_MAX = 20;

type ShownClaim = Pick<
  ClaimRow,
  | 'id'
  | 'enterprise_name'
  | 'uscc'
  | 'measure'
  | 'policy_version'
  | 'occurred_on'
  | 'kind'
  | 'determined'
  | 'lines'
  | 'publicity_from'
  | 'publicity_until'
  | 'publicity_shown'
>;

/** What cities show to the public: made at most every half a minute, however many look at it. */
@Injectable()
export class PublicLists {
  private readonly kept = new LRUCache<string, Promise<PublicList>>({ max: KEPT_MAX, ttl: FRESH_MS });

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
    private readonly law: Law,
  ) {}

  /** Cities that have books here, by their codes. */
  async cities(): Promise<{ code: string; name: string }[]> {
    const { rows } = await this.pool.query<{ tenant: string }>('select tenant from es.head order by tenant');
    return rows.map(({ tenant }) => ({ code: tenant, name: this.divisions.get(tenant).name }));
  }

  /** The present list; null where the city has no books here. */
  async present(city: string): Promise<PublicList | null> {
    const known = this.kept.get(city);
    if (known !== undefined) return known;
    if (!(await this.cities()).some(({ code }) => code === city)) return null;
    const made = forCity(city, async () => {
      const { position, today } = await this.positions.of(city);
      return this.read(city, position, today);
    });
    this.kept.set(city, made);
    made.catch(() => this.kept.delete(city));
    return made;
  }

  /** What is shown next is read anew. */
  forget(): void {
    this.kept.clear();
  }

  /** The list as it was, or is, on a day by the log up to a position. */
  async read(city: string, position: bigint, on: PlainDate): Promise<PublicList> {
    const { rows } = await this.pool.query<ShownClaim>(PUBLIC_LIST, [city, position.toString(), on, ENTRIES_MAX]);
    const entries = rows.map((row) => this.entryOf(city, row));
    const csv = csvOf(entries);
    const cityName = this.divisions.get(city, on).name;
    return { city, cityName, on, position, entries, csv, sha256: sha256Of(csv) };
  }

  private entryOf(city: string, row: ShownClaim): PublicEntry {
    const { id: claim, enterprise_name: name, uscc, measure, kind, lines, publicity_from, publicity_until } = row;
    const { clause, office, telephone } = row.publicity_shown ?? this.shownBefore(city, row);
    return {
      ...{ claim, name, uscc, measure, clause, office, telephone },
      kind: kind ?? 'grant',
      amount: fen(BigInt(row.determined ?? '0')),
      lines: lines.map(({ payer, amount }) => ({
        payer: this.divisions.get(payer, row.occurred_on).name,
        amount: fen(BigInt(amount)),
      })),
      from: publicity_from ?? '',
      until: publicity_until ?? '',
    };
  }

  /** Of what was shown before events said it: as the clause has it that decided the claim. */
  private shownBefore(city: string, row: ShownClaim): Shown {
    const measure = this.law.ofClaim(city, matterOfRow(row)).measure(row.measure);
    if (measure === undefined) return { clause: { zh: row.measure, en: row.measure }, office: '', telephone: null };
    const { policy, clause } = measure;
    const office = clause.departments.lead;
    const telephone = this.law.places.departments.telephoneOf(policy.division, office);
    return { clause: clause.title, office, telephone };
  }
}
