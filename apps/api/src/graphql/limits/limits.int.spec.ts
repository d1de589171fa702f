import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { errorCode } from '../../spec/queries.spec.js';

describe('limits of a query', () => {
  let api: Api;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    auditor = await api.hire('auditor', '350500');
  });

  afterAll(() => api.stop());

  it('refuses one that nests too deep, also through fragments', async () => {
    const nested = (levels: number): string => (levels === 0 ? 'id' : `payments { claim { ${nested(levels - 1)} } }`);
    const inFragment = `fragment Deep on Claim { ${nested(4)} } { claim(id: "none") { payments { claim { payments { claim { ...Deep } } } } } }`;

    expect(await errorCode(api, auditor, `{ claim(id: "none") { ${nested(4)} } }`)).toBeNull();
    expect(await errorCode(api, auditor, `{ claim(id: "none") { ${nested(6)} } }`)).toBe('QUERY_TOO_LARGE');
    expect(await errorCode(api, auditor, inFragment)).toBe('QUERY_TOO_LARGE');
  });

  it('refuses one that multiplies pages, whether the size is a literal or a variable', async () => {
    const pages = (size: string): string =>
      `enterprises(first: ${size}) { nodes { claims(first: ${size}) { nodes { id status year } } } }`;

    expect(await errorCode(api, auditor, `{ ${pages('10')} }`)).toBeNull();
    expect(await errorCode(api, auditor, `{ ${pages('100')} }`)).toBe('QUERY_TOO_LARGE');
    expect(await errorCode(api, auditor, `query ($n: Int) { ${pages('$n')} }`, { n: 100 })).toBe('QUERY_TOO_LARGE');
  });

  it('refuses one that says the same thousands of times', async () => {
    const aliases = Array.from({ length: 2_000 }, (_, index) => `a${index}: me { id }`).join(' ');

    expect(await errorCode(api, auditor, `{ ${aliases} }`)).not.toBeNull();
  });

  it('refuses a batch', async () => {
    expect((await sent([{ query: '{ me { id } }' }, { query: '{ me { id } }' }])).status).toBe(400);
  });

  it('keeps no query under a hash, under which it could be run with other variables', async () => {
    const query = 'query ($n: Int) { enterprises(first: $n) { nodes { claims(first: $n) { nodes { id } } } } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };

    await sent({ query, variables: { n: 1 }, extensions });
    const { text } = await sent({ variables: { n: 100 }, extensions });

    expect(text).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('names tokens, length and variables where there are too many of them', async () => {
    const deep = JSON.parse('{"a":'.repeat(20) + '1' + '}'.repeat(20)) as object;
    const requests: readonly [object, RegExp][] = [
      [{ query: `{ ${'me { id } '.repeat(1_000)} }` }, /4000 tokens/],
      [{ query: `{ me { id } } #${'x'.repeat(64_000)}` }, /64000 characters/],
      [{ query: `{ me { ${'x'.repeat(201)} } }` }, /200 characters/],
      [{ query: '{ me { id } }', variables: { list: Array(2_001).fill(1) } }, /2000 values/],
      [{ query: '{ me { id } }', variables: { deep } }, /16 levels/],
    ];
    for (const [request, says] of requests) {
      const { status, text } = await sent(request);
      expect([status, text]).toEqual([400, expect.stringMatching(says)]);
      expect(text).toContain('QUERY_TOO_LARGE');
    }
  });

  it('says which variable does not fit, of a long one its ends', async () => {
    const query = 'query ($filter: ClaimFilter) { claims(filter: $filter) { nodes { id } } }';

    const { status, text } = await sent({ query, variables: { filter: { unknown: 'x'.repeat(100_000) } } });

    const [error] = (JSON.parse(text) as { errors: { extensions: object }[] }).errors;
    expect([status, error?.extensions]).toMatchObject([400, { code: 'BAD_USER_INPUT', field: 'filter' }]);
    expect(text).toContain('Field \\"unknown\\" is not defined');
    expect(text.length).toBeLessThan(2_000);
  });

  it('has no subscriptions, and says so', async () => {
    const { status, text } = await sent({ query: 'subscription { claims }' });

    expect([status, text]).toEqual([400, expect.stringMatching(/没有订阅[^]*no subscriptions/)]);
  });

  it('answers the whole of its own description', async () => {
    const introspection =
      '{ __schema { types { name fields { name args { name type { name ofType { name ofType { name ofType { name } } } } } type { name ofType { name ofType { name ofType { name } } } } } } } }';

    expect(await errorCode(api, auditor, introspection)).toBeNull();
  });

  async function sent(body: object): Promise<{ status: number; text: string }> {
    const response = await fetch(`${await api.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }
});
