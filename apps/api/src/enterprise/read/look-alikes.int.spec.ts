import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlFile } from '../../database/sql-file.js';
import { Api, usccOf } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const REGISTER = `mutation ($input: RegisterEnterpriseInput!) {
  registerEnterprise(input: $input) { __typename ... on Enterprise { uscc name lookAlikes { uscc name } } }
}`;

describe('enterprises whose names look alike', () => {
  let api: Api;
  let bureau: Bureau;
  let number = 500;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  async function register(name: string, division = COUNTY, clerk = bureau.clerk) {
    const uscc = usccOf(division, ++number);
    const { registerEnterprise } = await ask(api, clerk, REGISTER, {
      input: { commandId: randomUUID(), uscc, name, division },
    });
    return registerEnterprise as { uscc: string; name: string; lookAlikes: { uscc: string; name: string }[] };
  }

  async function lookAlikesOf(uscc: string): Promise<unknown> {
    const data = await ask(
      api,
      bureau.clerk,
      'query ($uscc: ID!) { enterprise(uscc: $uscc) { lookAlikes { uscc } } }',
      {
        uscc,
      },
    );
    return (data.enterprise as { lookAlikes: unknown }).lookAlikes;
  }

  it('are shown to whoever registers the second, and on the page of the first', async () => {
    const first = await register('泉州智算O2（集团）有限公司');
    const second = await register('泉州智算02(集团)有限责任公司', OTHER_COUNTY);

    expect(first.lookAlikes).toEqual([]);
    expect(second.lookAlikes).toEqual([{ uscc: first.uscc, name: '泉州智算O2（集团）有限公司' }]);
    expect(await lookAlikesOf(first.uscc)).toEqual([{ uscc: second.uscc }]);
  });

  it('are none where the names differ, or the city does', async () => {
    const xiamen = await api.hire('clerk', '350200');
    const one = await register('鹭江潮声有限公司');
    await register('鹭江潮音有限公司');
    await register('鹭江潮声有限公司', '350203', xiamen);

    expect(await lookAlikesOf(one.uscc)).toEqual([]);
  });

  it('keep their names in one way of writing, however they are typed', async () => {
    const { name } = await register('  泉州ＡＩ　(晋江)有限公司 ');

    expect(name).toBe('泉州AI（晋江）有限公司');
  });

  it.each(['锟斤拷\ufffd有限公司', '试验\n有限公司', '试验\u202e有限公司'])(
    'are not made by %p, which is refused',
    async (name) => {
      const answer = await api.send(bureau.clerk, 'registerEnterprise', {
        uscc: usccOf(COUNTY, ++number),
        name,
        division: COUNTY,
      });

      expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'name' });
    },
  );

  it('are found by an index, however many enterprises the city has', async () => {
    await api.pool.query(
      `insert into read.enterprise (tenant, uscc, name, look, division, first_division, registered_on, moves,
                                    move_proposals, has_open_move, former_names, predecessors, changes,
                                    has_open_change, known_as, from_position)
       select $1, 'X' || n, 'x', 'LOOK' || n, '350582', '350582', '2026-01-01', '[]', '[]', false, '[]', '[]', '[]',
              false, 'x', 0
         from generate_series(1, 20000) n`,
      [CITY],
    );
    await api.pool.query('analyze read.enterprise');
    const { rows } = await api.pool.query<{ 'QUERY PLAN': string }>(
      `explain ${sqlFile(import.meta.url, 'look-alikes.sql')}`,
      [CITY, ['LOOK7', 'LOOK8'], 21, 1_000],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

    expect(plan).toContain('enterprise_tenant_look_uscc_idx');
    expect(plan).not.toContain('Seq Scan on enterprise');
  });
});
