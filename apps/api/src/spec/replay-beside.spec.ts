import type pg from 'pg';
import { readProjection } from '../log/read-projection.js';
import type { Api } from './api.spec.js';

/** Tables that answer at any position. */
const VERSIONED = [
  'claim',
  'claim_subject',
  'evidence_holder',
  'enterprise',
  'entitlement_line',
  'yearly_total',
  'treasury_total',
  'programme_total',
  'payment',
  'contact_change',
  'bank_account_change',
  'account_proposal',
];
const SCHEMA = 'replay';
const BATCH = 500n;

/** Read tables that are filled from nothing, up to where one stops, beside the live ones. */
export class ReplayBeside {
  private position = 0n;

  private constructor(
    private readonly api: Api,
    readonly tenant: string,
    readonly client: pg.PoolClient,
  ) {}

  static async begin(api: Api, tenant: string): Promise<ReplayBeside> {
    const client = await api.pool.connect();
    await client.query(`begin; drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}`);
    await readProjection.create(client, SCHEMA);
    await client.query('commit');
    return new ReplayBeside(api, tenant, client);
  }

  async to(position: bigint): Promise<void> {
    await this.client.query('begin');
    while (this.position < position) {
      const left = position - this.position;
      const limit = Number(left < BATCH ? left : BATCH);
      const batch = await this.api.store.readAll(this.tenant, this.position, limit, this.client);
      await readProjection.apply(batch, this.client, SCHEMA);
      this.position = batch.at(-1)?.position ?? position;
    }
    await this.client.query('commit');
  }

  async end(): Promise<void> {
    await this.client.query(`drop schema ${SCHEMA} cascade`);
    this.client.release();
  }
}

/** Rows that only the live tables have at the position, or only the replay, as texts; none where they are the same. */
export async function differencesAt({ client, tenant }: ReplayBeside, position: bigint): Promise<string[]> {
  const found: string[] = [];
  const compare = async (what: string, live: string, replayed: string): Promise<void> => {
    const { rows } = await client.query<{ row: string }>(
      `(select 'only live: ' || l::text as row from (${live}) l except all select 'only live: ' || r::text from (${replayed}) r)
       union all
       (select 'only replayed: ' || r::text from (${replayed}) r
        except all select 'only replayed: ' || l::text from (${live}) l)
       limit 3`,
    );
    found.push(...rows.map(({ row }) => `${what} at ${position}: ${row}`));
  };
  const at = `'${tenant}', ${position}`;
  for (const table of VERSIONED) {
    const replayed = `select * from ${SCHEMA}.${table}`;
    await compare(`${table}, by key`, `select * from read.${table}_at(${at})`, replayed);
    const standing = `select * from read.${table} where tenant = '${tenant}' and from_position <= ${position}`;
    await compare(`${table}, as listed`, `${standing} union all select * from read.${table}_then(${at})`, replayed);
  }
  for (const tally of ['claim_tally_before', 'claim_tally_after_mark']) {
    await compare(tally, tallied(`read.${tally}(${at})`), tallied(`${SCHEMA}.claim_tally`));
  }
  return found;
}

/** The tally by what figures are asked for. */
function tallied(from: string): string {
  const key = 'status, measure, year, division, kind';
  const sums = ['claims', 'requested', 'determined', 'reserved', 'paid', 'returned'].map((each) => `sum(${each})`);
  return `select ${key}, ${sums.join(', ')} from ${from} group by ${key} having sum(claims) <> 0`;
}
