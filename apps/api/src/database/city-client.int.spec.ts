import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { acrossCities, currentRequest, forCity, forNobody, inRequest } from '../request/request-scope.js';
import { Api } from '../spec/api.spec.js';
import { inTransaction } from './transaction.js';

const CITIES = ['350200', '350500'];
/** As somebody would write it who forgot the city. */
const FORGETFUL = 'select distinct tenant from identity."user" order by tenant';

let api: Api;
let pool: pg.Pool;

beforeAll(async () => {
  api = await Api.start();
  pool = api.pool;
  for (const city of CITIES) await api.hire('clerk', city);
});

afterAll(() => api.stop());

/** What the work comes to while a request of the city is served; null: of somebody who is not known yet. */
function asked<Result>(tenant: string | null, work: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    inRequest({ id: 'spec', isOfMachine: false }, () => {
      const scope = currentRequest();
      if (scope !== null) scope.tenant = tenant;
      work().then(resolve, reject);
    });
  });
}

async function seen(connection: Pick<pg.ClientBase, 'query'> = pool): Promise<string[]> {
  const { rows } = await connection.query<{ tenant: string }>(FORGETFUL);
  return rows.map(({ tenant }) => tenant);
}

describe('a statement that forgets to name the city', () => {
  it('answers what is of the city whose request it is', async () => {
    expect(await asked('350500', seen)).toEqual(['350500']);
    expect(await asked('350200', seen)).toEqual(['350200']);
  });

  it('answers nothing before it is known who asks', async () => {
    expect(await asked(null, seen)).toEqual([]);
  });

  it('answers the same whether it was prepared, has values, or has neither', async () => {
    const named = { name: 'spec.users', text: `${FORGETFUL} limit $1`, values: [10] };
    const ways = [() => pool.query(named), () => pool.query(named.text, [10]), () => pool.query({ text: FORGETFUL })];
    for (const way of ways) {
      for (const city of CITIES) expect((await asked(city, way)).rows).toEqual([{ tenant: city }]);
      expect((await way()).rows).toEqual(CITIES.map((tenant) => ({ tenant })));
    }
  });

  it('answers what is of the city in a transaction as well, and nothing of it is left behind', async () => {
    const together = await asked('350500', () =>
      inTransaction(pool, async (connection) => [
        await seen(connection),
        await acrossCities(() => seen(connection)),
        await seen(connection),
      ]),
    );

    expect(together).toEqual([['350500'], CITIES, ['350500']]);
    expect(await seen()).toEqual(CITIES);
  });

  it('answers all cities where it is said that it looks beyond one, or nobody’s request asks', async () => {
    expect(await asked('350500', () => acrossCities(seen))).toEqual(CITIES);
    expect(await asked('350500', () => forNobody(seen))).toEqual(CITIES);
    expect(await forCity('350200', seen)).toEqual(['350200']);
  });

  it('changes nothing of another city', async () => {
    const change = `update identity."user" set display_name = display_name where tenant = '350200'`;

    expect((await asked('350500', () => pool.query(change))).rowCount).toBe(0);
    expect((await asked('350200', () => pool.query(change))).rowCount).toBeGreaterThan(0);
  });
});

describe('a connection', () => {
  it('says what was wrong with a statement, and serves the next', async () => {
    const fails = { name: 'spec.fails', text: 'select 1 / $1::int as one', values: [0] };

    await expect(asked('350500', () => pool.query(fails))).rejects.toMatchObject({ code: '22012' });
    await expect(asked('350500', () => pool.query('select nothing'))).rejects.toMatchObject({ code: '42703' });
    expect((await asked('350500', () => pool.query({ ...fails, values: [1] }))).rows).toEqual([{ one: 1 }]);
  });

  it('sends nothing for a request that it cannot bind', async () => {
    await expect(asked('350500', () => pool.query('select 1; select 2'))).rejects.toMatchObject({ code: '42601' });
    const cursor = new pg.Query('select 1');
    await expect(asked('350500', () => Promise.resolve(pool.query(cursor)))).rejects.toThrow(TypeError);
    expect(await asked('350500', seen)).toEqual(['350500']);
  });
});
