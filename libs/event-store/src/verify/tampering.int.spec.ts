import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random, testDatabase } from '@duixian/testing';
import pg from 'pg';
import { command, event, QUANZHOU, reservation, XIAMEN } from '../../spec/commands.js';
import { openLog, type Log } from '../../spec/log.js';
import { tamper, TAMPERINGS } from '../../spec/tampering.js';
import { GENESIS, linkOf, sealOf, type LinkedCommand } from '../chain.js';
import { linkOfRow, readChainRows } from '../chain-rows.js';
import { verifyLog, type RememberedHead, type TenantVerification } from '../index.js';
import { verifyTenant } from './verify-tenant.js';

/** `npm run test:tamper` makes it a thousand. */
const TIMES = Number(process.env.DUIXIAN_TAMPERINGS ?? 2 * TAMPERINGS.length);
const SEED = Number(process.env.DUIXIAN_SEED ?? 20_251_125);

let log: Log;
let superuser: pg.Client;
let remembered: RememberedHead[];

async function verified(): Promise<TenantVerification[]> {
  const found: TenantVerification[] = [];
  for await (const each of verifyLog(log.pool, remembered)) found.push(each);
  return found;
}

beforeAll(async () => {
  const url = await testDatabase();
  log = await openLog(url);
  superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  for (const tenant of [QUANZHOU, XIAMEN]) {
    for (let n = 1; n <= 24; n += 1) {
      await log.store.append(
        reservation(
          [
            { account: `pool:${n % 5}`, ceiling: 1_000_000n, reserve: BigInt(n) },
            { account: `enterprise:${n}`, ceiling: n % 3 === 0 ? null : 500n, reserve: 10n, paid: 1n },
            { account: 'pool:compared' },
          ],
          {
            tenant,
            stream: `claim:${n % 20}`,
            events: Array.from({ length: 1 + (n % 3) }, (_, at) =>
              event({
                amount: `${n}.5${at}`,
                企业: '泉州甲公司 😀',
                list: [1, 2.5, 1e-7, 1e21],
                inner: { b: null, a: true },
              }),
            ),
          },
        ),
      );
    }
    await log.store.append(command({ tenant, stream: 'claim:last' }));
  }
  remembered = (await verifiedWithout()).map(({ head }) => head);
});

async function verifiedWithout(): Promise<TenantVerification[]> {
  remembered = [];
  return verified();
}

afterAll(async () => {
  await superuser.end();
  await log.close();
});

describe('a log as it was written', () => {
  it('is found intact, and its last link is the head’s', async () => {
    const found = await verified();

    expect(found.map(({ differences }) => differences)).toEqual([[], []]);
    for (const { head } of found) {
      expect(head).toMatchObject({ position: (await log.store.head(head.tenant)).toString(), intact: true });
    }
  });

  it('has the links that the rule gives, reckoned by hand', async () => {
    const { rows } = await log.owner.query<Record<string, string> & { version: number; nonce: Buffer; link: Buffer }>(
      `select e.*, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, c.request_hash,
              c.command_id, c.moves
         from es.event e join es.command c on c.tenant = e.tenant and e.position between c.first and c.last
        where e.tenant = $1 and e.position = 1`,
      [QUANZHOU],
    );
    const [first] = rows;
    const [recorded] = await log.store.readAll(QUANZHOU, 0n, 1);
    if (first === undefined || recorded === undefined) throw new Error('There is no event.');

    const { leaf } = sealOf(QUANZHOU, recorded.stream, first.nonce.toString('hex'), recorded);
    const link = linkOf(
      GENESIS,
      leaf,
      { position: 1n, version: 1, recordedAt: recorded.recordedAt },
      { commandId: first.command_id ?? '', requestHash: 'request', moves: first.moves ?? '' },
    );

    expect(first.moves).toBe('[["pool:1","1","0","1000000"],["enterprise:1","10","1","500"]]');
    expect(link.toString('hex')).toBe(first.link.toString('hex'));
  });
});

describe('a log that a superuser rewrote', () => {
  it(`is found out each of ${TIMES} times`, async () => {
    const random = new Random(SEED);
    const unseen: string[] = [];
    let changed = 0;
    for (let n = 0; changed < TIMES; n += 1) {
      const tenant = random.next() < 0.5 ? QUANZHOU : XIAMEN;
      const known = remembered.find((head) => head.tenant === tenant) ?? null;
      await superuser.query('begin');
      const before = await fingerprint();
      const what = await tamper(superuser, n, () => random.next(), tenant, Number(known?.position));
      if ((await fingerprint()) !== before) {
        changed += 1;
        const { differences } = await verifyTenant(superuser, tenant, known);
        if (differences.length === 0) unseen.push(what);
      }
      await superuser.query('rollback');
    }

    expect(unseen).toEqual([]);
    expect(changed).toBe(TIMES);
  }, 600_000);

  /** So that a tampering that happened to change nothing is not counted as found. */
  async function fingerprint(): Promise<string> {
    const tables = ['event', 'command', 'head', 'stream', 'guard'].map(
      (table) => `(select md5(string_agg(t::text, '|' order by t::text)) from es.${table} t)`,
    );
    const { rows } = await superuser.query<{ all: string }>(`select concat_ws(' ', ${tables.join(', ')}) as all`);
    return rows[0]?.all ?? '';
  }
});

describe('who rewrites an event and the whole chain behind it', () => {
  it('is found out by the head that an earlier verification kept', async () => {
    await superuser.query('begin');
    await superuser.query(`update es.event set data = '{"amount": "9.99"}' where tenant = $1 and position = 3`, [
      QUANZHOU,
    ]);
    await rechain(QUANZHOU);

    const unknowing = await verifyTenant(superuser, QUANZHOU, null);
    const knowing = await verifyTenant(
      superuser,
      QUANZHOU,
      remembered.find(({ tenant }) => tenant === QUANZHOU) ?? null,
    );
    await superuser.query('rollback');

    expect(unknowing.differences).toEqual([]);
    expect(knowing.differences).toMatchObject([{ check: 'head', field: 'link' }]);
  });

  async function rechain(tenant: string): Promise<void> {
    let link = GENESIS;
    const { rows: commands } = await superuser.query<LinkedCommand & { first: string; last: string }>(
      `select command_id as "commandId", request_hash as "requestHash", moves, first, last
         from es.command where tenant = $1`,
      [tenant],
    );
    for await (const page of readChainRows(superuser, tenant, 0n)) {
      for (const row of page) {
        const at = Number(row.position);
        const own = commands.find(({ first, last }) => Number(first) <= at && at <= Number(last));
        if (own === undefined || row.nonce === null) throw new Error(`Position ${at} came by no command.`);
        link = Buffer.from(linkOfRow(tenant, link, row, row.nonce, own));
        await superuser.query('update es.event set link = $3 where tenant = $1 and position = $2', [tenant, at, link]);
      }
    }
    await superuser.query('update es.head set link = $2 where tenant = $1', [tenant, link]);
  }
});

describe('the first difference', () => {
  it('is named with its city, place, stream and field, and what stands there', async () => {
    await superuser.query('begin');
    await superuser.query(`update es.event set data = '{}' where tenant = $1 and position in (7, 9)`, [XIAMEN]);
    const { rows } = await superuser.query<{ stream: string; link: Buffer }>(
      'select stream, link from es.event where tenant = $1 and position = 7',
      [XIAMEN],
    );
    const { differences } = await verifyTenant(superuser, XIAMEN, null);
    await superuser.query('rollback');

    expect(differences[0]).toMatchObject({
      check: 'event',
      tenant: XIAMEN,
      position: '7',
      subject: rows[0]?.stream,
      field: 'link',
      stored: rows[0]?.link.toString('hex'),
    });
  });

  it('of a guard says what it holds and what the commands moved', async () => {
    await superuser.query('begin');
    await superuser.query(`update es.guard set ceiling = null where tenant = $1 and account = 'pool:2'`, [XIAMEN]);
    const { differences } = await verifyTenant(superuser, XIAMEN, null);
    await superuser.query('rollback');

    expect(differences[0]).toEqual({
      check: 'guard',
      tenant: XIAMEN,
      position: null,
      subject: 'pool:2',
      field: 'reserved, paid, ceiling, version',
      stored: '60 0 - 5',
      computed: '60 0 1000000 5',
    });
  });

  it('of the log comes first, and guards and streams are reckoned nevertheless', async () => {
    await superuser.query('begin');
    await superuser.query(`update es.event set data = '{}' where tenant = $1 and position = 2`, [XIAMEN]);
    await superuser.query(`update es.guard set reserved = reserved + 1 where tenant = $1 and account = 'pool:1'`, [
      XIAMEN,
    ]);
    await superuser.query(`update es.stream set version = 99 where tenant = $1 and stream = 'claim:last'`, [XIAMEN]);
    const several = await verifyTenant(superuser, XIAMEN, null);
    await superuser.query(`update es.command set moves = 'no JSON [' where tenant = $1 and first = 1`, [XIAMEN]);
    const unreadable = await verifyTenant(superuser, XIAMEN, null);
    await superuser.query('rollback');

    expect(several.differences).toMatchObject([
      { check: 'event', position: '2', field: 'link' },
      { check: 'stream', subject: 'claim:last', stored: '99' },
      { check: 'guard', subject: 'pool:1' },
    ]);
    expect(unreadable.differences.map(({ check }) => check)).toEqual(['event', 'stream', 'guard']);
  });
});
