import { withClient } from '@duixian/postgres';
import { EventStore, migrate, openApplicationPool } from '@duixian/event-store';
import { DatabaseProxy, testDatabase } from '@duixian/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { EarlierSpellings } from './earlier-spellings.js';

const CITY = '350500';
const OTHER_CITY = '350600';
const DOCUMENT = { kind: 'certificate', number: '泉证字〔2026〕9078号' } as const;
const NOW = `evidence-certificate-${DOCUMENT.number}`;
const BEFORE = 'evidence-certificate-泉证字[2026]第09078号';
/** More than one page of names. */
const DOCUMENTS = 5_001;

describe('spellings of before', () => {
  let proxy: DatabaseProxy;
  let pool: pg.Pool;
  let spellings: EarlierSpellings;

  beforeAll(async () => {
    const database = await testDatabase();
    await migrate(database);
    await withClient(database, async (client) => {
      const streams = 'insert into es.stream (tenant, stream, version)';
      await client.query(
        `${streams} select $1, 'evidence-certificate-A-' || n, 1 from generate_series(1, ${DOCUMENTS}) n`,
        [CITY],
      );
      await client.query(`${streams} values ($1, $2, 1)`, [CITY, BEFORE]);
      await client.query(
        'insert into es.guard (tenant, account, ceiling, reserved, paid, version) values ($1, $2, 1, 0, 1, 1)',
        [CITY, `bank-reference:${CITY}:SLIP—78`],
      );
    });
    proxy = await DatabaseProxy.before(database);
    pool = openApplicationPool(proxy.url, { max: 2 });
    spellings = new EarlierSpellings(new EventStore(pool));
  });

  afterAll(async () => {
    await pool.end();
    await proxy.stop();
  });

  // First of all: what is known already is not asked for again.
  it('are asked for again after the database was away', async () => {
    proxy.goAway();
    await expect(spellings.streamsOf(CITY, DOCUMENT)).rejects.toThrow();
    await expect(spellings.settlementsOf(CITY, CITY, 'SLIP-78')).rejects.toThrow();
    proxy.open();
    expect(await spellings.streamsOf(CITY, DOCUMENT)).toContain(BEFORE);
    expect(await spellings.settlementsOf(CITY, CITY, 'SLIP-78')).toEqual([`bank-reference:${CITY}:SLIP—78`]);
  });

  it('are found however many documents there are', async () => {
    expect(await spellings.streamsOf(CITY, DOCUMENT)).toEqual([NOW, BEFORE]);
  });

  it('are those of the city, the kind and the payer alone', async () => {
    expect(await spellings.streamsOf(OTHER_CITY, DOCUMENT)).toEqual([NOW]);
    expect(await spellings.streamsOf(CITY, { ...DOCUMENT, kind: 'contract' })).toEqual([
      `evidence-contract-${DOCUMENT.number}`,
    ]);
    expect(await spellings.settlementsOf(CITY, '350582', 'SLIP-78')).toEqual([]);
    expect(await spellings.settlementsOf(OTHER_CITY, CITY, 'SLIP-78')).toEqual([]);
  });
});
