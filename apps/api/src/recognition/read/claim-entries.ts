import { entryNumber, subjectKeyOf } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { lineageOf } from '../../claim/holders.js';
import type { ClaimRow } from '../../claim/read-model/claim-row.js';
import { POOL } from '../../database/database.module.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import { TablesWait } from '../../log/tables-wait.js';
import type { RecognitionEntryRow } from '../read-model/recognition-tables.js';

/** More of one enterprise are no longer compared by eye. */
export const LISTED_MAX = 20;

/** What of a claim is looked for on the lists. */
interface Sought {
  readonly codes: readonly string[];
  readonly subjectKey: string | null;
  readonly certificates: readonly string[];
}

/** Entries of lists that are of a claim's enterprise and subject, or bear a certificate that it names. */
@Injectable()
export class ClaimEntries extends RequestLoader<readonly RecognitionEntryRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly enterprises: EnterprisesByUscc,
    private readonly tables: TablesWait,
    private readonly positions: Positions,
  ) {
    super();
  }

  /** Those that the claim does not name, in the order of the lists. */
  async besides(context: GraphqlContext, claim: ClaimRow): Promise<readonly RecognitionEntryRow[]> {
    const lineage = await lineageOf(claim.uscc, {
      predecessorsOf: async (each) => (await this.enterprises.load(context, each))?.predecessors ?? [],
    });
    const sought: Sought = {
      codes: [...lineage],
      subjectKey: claim.subject === null ? null : subjectKeyOf(claim.subject),
      certificates: claim.evidence.flatMap(({ kind, number }) => (kind === 'certificate' ? [number] : [])),
    };
    const named = new Set(claim.evidence.map(({ number }) => number));
    const found = (await this.load(context, JSON.stringify(sought))) ?? [];
    return found.filter((entry) => !named.has(entryNumber(entry)));
  }

  protected async loadAll(
    tenant: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecognitionEntryRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<RecognitionEntryRow & { of: string }>({
      name: 'read.claim-entries',
      text: `select x.key as of, e.*
               from unnest($2::text[]) x (key)
              cross join lateral
                    (select * from read.recognition_entry_at($1, $3) e
                      where e.is_agreed
                        and ((e.uscc = any (array(select jsonb_array_elements_text(x.key::jsonb -> 'codes')))
                              and e.subject_key = x.key::jsonb ->> 'subjectKey')
                             or e.certificate = any (array(select jsonb_array_elements_text(x.key::jsonb -> 'certificates'))))
                      order by e.list, e.no limit ${LISTED_MAX}) e`,
      values: [tenant, keys, position.toString()],
    });
    const entries = new Map<string, RecognitionEntryRow[]>();
    for (const { of, ...row } of rows) entries.set(of, [...(entries.get(of) ?? []), row]);
    return entries;
  }

  /** Other records than what was changed: the tables say it, once they hold the change. */
  protected override async foldAll(
    context: GraphqlContext,
    keys: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly RecognitionEntryRow[]>> {
    await this.tables.until(context, upTo);
    return this.loadAll(userOf(context).tenant, keys);
  }
}
