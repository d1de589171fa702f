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
    const response = await fetch(`${await api.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` },
      body: JSON.stringify([{ query: '{ me { id } }' }, { query: '{ me { id } }' }]),
    });

    expect(response.status).toBe(400);
  });

  it('answers the whole of its own description', async () => {
    const introspection =
      '{ __schema { types { name fields { name args { name type { name ofType { name ofType { name ofType { name } } } } } type { name ofType { name ofType { name ofType { name } } } } } } } }';

    expect(await errorCode(api, auditor, introspection)).toBeNull();
  });
});
