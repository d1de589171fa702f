import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { Api, usccOf } from './api.spec.js';
import { Bureau, submission } from './bureau.spec.js';
import { ask } from './queries.spec.js';

const COUNTY = '350582';

describe('a process that answers and one that follows the log', () => {
  let api: Api;
  let worker: Api;

  beforeAll(async () => {
    const database = await testDatabase();
    worker = await Api.on(database, 'worker');
    api = await Api.on(database, 'api');
  });

  afterAll(async () => {
    await api.stop();
    await worker.stop();
  });

  it('show the sender of a mutation what he changed, in the answer and in the next list', async () => {
    const clerk = await api.hire('clerk', COUNTY);
    const uscc = usccOf(COUNTY, 1);
    const input = { uscc, name: '青石智算科技有限公司（虚构）', division: COUNTY };

    expect(await api.send(clerk, 'registerEnterprise', input)).toMatchObject({ id: uscc, name: input.name });
    expect(await ask(api, clerk, '{ enterprises { nodes { uscc } } }')).toEqual({ enterprises: { nodes: [{ uscc }] } });
  });

  it('both tell whether they are ready, and only the first answers queries', async () => {
    const statusOf = async ({ app }: Api, path: string): Promise<number> => {
      const response = await fetch((await app.getUrl()) + path, {
        method: path === '/graphql' ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json' },
        ...(path === '/graphql' ? { body: '{"query":"{ __typename }"}' } : {}),
      });
      return response.status;
    };

    expect([await statusOf(api, '/health/ready'), await statusOf(worker, '/health/ready')]).toEqual([200, 200]);
    expect([await statusOf(api, '/graphql'), await statusOf(worker, '/graphql')]).toEqual([200, 404]);
  });
});

it('a process that answers alone answers commands from the log, and says that its lists are behind', async () => {
  const api = await Api.on(await testDatabase(), 'api');
  const bureau = await Bureau.open(api);
  const uscc = await bureau.enterprise();
  const input = submission({ uscc });

  const { data, errors } = await api.post(bureau.clerk, WITH_NEIGHBOURS, { input });

  expect(errors).toBeUndefined();
  expect(data?.submitClaim).toMatchObject({
    status: 'SUBMITTED',
    enterprise: { uscc },
    payments: [],
    timeline: [{ type: 'ClaimSubmitted' }, { type: 'EvidenceClaimed' }],
  });
  const listed = await api.post(bureau.clerk, '{ claims { nodes { id } position } }', {});
  expect(listed.data).toEqual({ claims: { nodes: [], position: '0' } });
  expect(listed.extensions?.behind).toBe(true);
  await api.stop();
});

const WITH_NEIGHBOURS = `mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) {
  ... on Claim { status enterprise { uscc } payments { id } timeline { type } }
} }`;
