import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import { TablesWait } from '../../log/tables-wait.js';
import { acrossCities } from '../../request/request-scope.js';

/** More claims than these with one content are not looked at one by one. */
export const SAME_CONTENT_MAX = 20;
/** Cities that are named at the most. */
export const CITIES_MAX = 20;

/** Where else a content was attached: claims of the city, and which other cities have it. */
export interface SameContents {
  readonly here: readonly { readonly claim: string; readonly name: string }[];
  readonly cities: readonly string[];
}

// Laterally, so that each content is found by its key: joined, all that the city holds would be read.
const HERE = `
  select asked.sha256, f.claim, f.name
    from unnest($2::text[]) as asked (sha256)
   cross join lateral (
         select claim, min(name) as name from read.evidence_file_at($1, $3) x
          where x.sha256 = asked.sha256 and x.withdrawal is null
          group by claim order by claim limit ${SAME_CONTENT_MAX + 1}) f
   order by asked.sha256, f.claim`;
const ELSEWHERE = `
  select asked.sha256, f.tenant
    from unnest($2::text[]) as asked (sha256)
   cross join lateral (
         select distinct tenant from read.evidence_file x
          where x.sha256 = asked.sha256 and x.tenant <> $1 and x.withdrawal is null
          order by tenant limit ${CITIES_MAX}) f
   order by asked.sha256, f.tenant`;

/**
 * Where else contents were attached and not withdrawn, by their SHA-256. Of another city nothing leaves the database but that it has
 * the content.
 */
@Injectable()
export class SameContentsLoader extends RequestLoader<SameContents> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, hashes: readonly string[]): Promise<ReadonlyMap<string, SameContents>> {
    const { position } = await this.positions.of(tenant);
    const [here, elsewhere] = await Promise.all([
      this.pool.query<{ sha256: string; claim: string; name: string }>({
        name: 'read.same-content',
        text: HERE,
        values: [tenant, hashes, position.toString()],
      }),
      acrossCities(() =>
        this.pool.query<{ sha256: string; tenant: string }>({
          name: 'read.same-content-elsewhere',
          text: ELSEWHERE,
          values: [tenant, hashes],
        }),
      ),
    ]);
    const of = (sha256: string): SameContents => ({
      here: here.rows.filter((row) => row.sha256 === sha256).map(({ claim, name }) => ({ claim, name })),
      cities: elsewhere.rows.filter((row) => row.sha256 === sha256).map((row) => row.tenant),
    });
    return new Map(hashes.map((sha256) => [sha256, of(sha256)]));
  }

  /** Other records than what was changed: the tables say it, once they hold the change. */
  protected override async foldAll(
    context: GraphqlContext,
    hashes: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, SameContents>> {
    await this.tables.until(context, upTo);
    return this.loadAll(userOf(context).tenant, hashes);
  }
}
