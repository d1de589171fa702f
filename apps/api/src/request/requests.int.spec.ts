import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { Api, type Official } from '../spec/api.spec.js';

describe('a request', () => {
  let api: Api;
  let auditor: Official;
  let url: string;

  beforeAll(async () => {
    api = await Api.on(await testDatabase(), 'both', { DUIXIAN_BUDGET_ACCOUNT: '2000' });
    auditor = await api.hire('auditor', '350500');
    url = `${await api.app.getUrl()}/graphql`;
  });

  afterAll(() => api.stop());

  it('by GET is answered with a token, and refused without one, as any site could send it', async () => {
    const query = `${url}?query=${encodeURIComponent('{ me { username } }')}`;
    const authorization = `Bearer ${auditor.token}`;

    const known = await fetch(query, { headers: { authorization } });
    const stranger = await fetch(query);
    const basic = await fetch(query, { headers: { authorization: 'Basic YTpi' } });

    expect(await known.json()).toMatchObject({ data: { me: { username: auditor.username } } });
    expect([stranger.status, basic.status]).toEqual([400, 400]);
  });

  it('by GET changes nothing', async () => {
    const query = `${url}?query=${encodeURIComponent('mutation { logout }')}`;

    const { status } = await fetch(query, { headers: { authorization: `Bearer ${auditor.token}` } });

    expect(status).toBe(405);
  });

  it('has a number, in the answer and in each of its errors: the one that it came with, if it is one', async () => {
    const named = await post('{ nothing }', { 'x-request-id': 'proxy-0001' });
    const odd = await post('{ me { id } }', { 'x-request-id': 'a b' });

    expect(named.response.headers.get('x-request-id')).toBe('proxy-0001');
    expect(named.body.errors?.[0]?.extensions).toMatchObject({ requestId: 'proxy-0001' });
    expect(odd.response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('beyond the budget of a minute waits, and is told for how long', async () => {
    const statuses: number[] = [];
    let last = await post('{ events { totalCount nodes { data } } }');
    while (last.response.status === 200 && statuses.length < 20) {
      statuses.push(last.response.status);
      last = await post('{ events { totalCount nodes { data } } }');
    }

    expect(statuses.length).toBeGreaterThan(0);
    expect(last.response.status).toBe(429);
    expect(Number(last.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.body.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  async function post(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}`, ...headers },
      body: JSON.stringify({ query }),
    });
    return { response, body: (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] } };
  }
});
