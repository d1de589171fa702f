import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { newApiKey } from '../identity/machine/api-key.js';
import { Api, type Official } from '../spec/api.spec.js';

const SERVED = JSON.stringify({ query: '{ measures { id } }' });
/** Well formed, and nobody’s. */
const KEY = newApiKey({ tenant: '350500', machine: '00000000-0000-4000-8000-000000000000' });
const REFUSED = JSON.stringify({ query: `{ ${'a'.repeat(300)} }` });

describe('a request', () => {
  let api: Api;
  let auditor: Official;
  let url: string;

  beforeAll(async () => {
    api = await Api.on(await testDatabase(), 'both', {
      DUIXIAN_BUDGET_ACCOUNT: '2000',
      DUIXIAN_CORS_ORIGINS: 'https://portal.example.cn',
    });
    auditor = await api.hire('auditor', '350500');
    url = `${await api.app.getUrl()}/graphql`;
  });

  afterAll(() => api.stop());

  it.each([5, -1, true, {}, [1], 'soon'])(
    'with a position to wait for of %j is refused, by POST and by GET',
    async (atLeast) => {
      const headers = { authorization: `Bearer ${auditor.token}`, 'content-type': 'application/json' };
      const query = '{ me { id } }';
      const body = JSON.stringify({ query, extensions: { atLeast } });
      const address = new URLSearchParams({ query, extensions: JSON.stringify({ atLeast }) });

      const answers = [
        fetch(url, { method: 'POST', headers, body }),
        fetch(`${url}?${address.toString()}`, { headers }),
      ];

      for (const answer of await Promise.all(answers)) {
        expect(await answer.json()).toMatchObject({
          errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'extensions.atLeast' } }],
        });
      }
    },
  );

  it('by GET is answered with a token, and refused without one, as any site could send it', async () => {
    const query = `${url}?query=${encodeURIComponent('{ me { username } }')}`;
    const authorization = `Bearer ${auditor.token}`;

    const known = await fetch(query, { headers: { authorization } });
    const stranger = await fetch(query);
    const basic = await fetch(query, { headers: { authorization: 'Basic YTpi' } });

    expect(await known.json()).toMatchObject({ data: { me: { username: auditor.username } } });
    expect([stranger.status, basic.status]).toEqual([400, 400]);
  });

  it('leaves its answer to no cache, whether it was answered or refused', async () => {
    const headers = { authorization: `Bearer ${auditor.token}`, 'content-type': 'application/json' };
    const bodies = [JSON.stringify({ query: '{ me { id } }' }), REFUSED];

    const answers = await Promise.all(bodies.map((body) => fetch(url, { method: 'POST', headers, body })));

    expect(answers.map(({ status, headers: sent }) => [status, sent.get('cache-control')])).toEqual([
      [200, 'no-store'],
      [400, 'no-store'],
    ]);
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

  it('has a number also where it is refused before GraphQL sees it', async () => {
    const answers = await Promise.all([
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x'.repeat(300_000) }),
      fetch(url.replace('/graphql', '/nothing')),
      fetch(url.replace('/graphql', '/health/ready')),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 413, 404, 200]);
    for (const { headers } of answers) expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('is known by its cookie, whatever a proxy before it asks for in the header', async () => {
    const cookie = `duixian_session=${auditor.token}`;
    for (const authorization of ['Basic YTpi', 'Negotiate abc', '']) {
      const { body } = await post('{ me { username } }', { cookie, authorization });
      expect(body).toMatchObject({ data: { me: { username: auditor.username } } });
    }
  });

  it.each(['bearer', 'BEARER', 'Bearer '])('is known by its token under the scheme %s', async (scheme) => {
    const { body } = await post('{ me { username } }', { authorization: `${scheme} ${auditor.token}` });

    expect(body).toMatchObject({ data: { me: { username: auditor.username } } });
  });

  it('of a page elsewhere is answered to the origins that are named in the settings', async () => {
    const preflight = (origin: string) =>
      fetch(url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
    const named = await preflight('https://portal.example.cn');
    const other = await preflight('https://portal.example.cn.evil.example');
    const { response } = await post('{ me { id } }', { origin: 'https://portal.example.cn' });

    expect(named.status).toBe(204);
    expect(named.headers.get('access-control-allow-origin')).toBe('https://portal.example.cn');
    expect(named.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(named.headers.get('access-control-allow-credentials')).toBeNull();
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBe('https://portal.example.cn');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['br, gzip', 'br'],
    ['identity', null],
  ])('that takes %s is answered so, if the answer is longer than a kilobyte', async (accepted, encoding) => {
    const reader = await api.hire('auditor', '350500');
    const headers = { 'accept-encoding': accepted, authorization: `Bearer ${reader.token}` };
    const long = await post('{ policy(id: "quanzhou-2024-7") { text } }', headers);
    const short = await post('{ me { id } }', headers);

    expect(long.response.headers.get('content-encoding')).toBe(encoding);
    expect(long.body).toHaveProperty('data.policy.text');
    expect(short.response.headers.get('content-encoding')).toBeNull();
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

  it.each([
    { sent: 'what is no query', headers: {}, body: REFUSED, refusedWith: 400 },
    { sent: 'keys that are none', headers: { authorization: `Bearer ${KEY}` }, body: SERVED, refusedWith: 401 },
  ])(
    'of a sender who was refused too often, by $sent, waits for its turn; a colleague’s at his address does not',
    async ({ headers, body, refusedWith }) => {
      const strict = await Api.start({ DUIXIAN_BUDGET_REFUSED: '3' });
      const colleague = await strict.hire('auditor', '350500');
      const at = `${await strict.app.getUrl()}/graphql`;
      const asked = () =>
        fetch(at, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
      const isServed = async () => (await strict.post(colleague, '{ me { id } }', {})).errors === undefined;
      expect(await isServed()).toBe(true);
      for (let refusal = 1; refusal <= 3; refusal += 1) expect((await asked()).status).toBe(refusedWith);

      const crowd = Promise.all(Array.from({ length: 100 }, asked));
      const served = await Promise.all(Array.from({ length: 30 }, isServed));
      const answers = await crowd;
      await strict.stop();

      // Some are read in their turn; the others are told to come again, since too many wait.
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([refusedWith, 429]));
      expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toContainEqual([429, '5']);
      expect(served).toEqual(served.map(() => true));
    },
  );

  async function post(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}`, ...headers },
      body: JSON.stringify({ query }),
    });
    return { response, body: (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] } };
  }
});
