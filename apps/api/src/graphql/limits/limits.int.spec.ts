import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { errorCode } from '../../spec/queries.spec.js';

/** What was entered: nobody is told it again. */
const SECRET = '春眠不觉晓处处闻啼鸟';

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

  it('takes the size of a page from the operation that asks for it, whatever another says of a variable by its name', async () => {
    const pages = (head: string): string =>
      `${head} { enterprises(first: $n) { nodes { claims(first: $n) { nodes { id status year } } } } }`;
    const other = 'query B($n: Int = 1) { claims(first: $n) { nodes { id } } }';

    expect(await errorCode(api, auditor, pages('query A($n: Int = 10)'))).toBeNull();
    for (const query of [
      `${pages('query A($n: Int = 100)')} ${other}`,
      `${other} ${pages('query A($n: Int = 100)')}`,
    ]) {
      const { status, text } = await sent({ query, operationName: 'A' });
      expect([status, text]).toEqual([400, expect.stringContaining('QUERY_TOO_LARGE')]);
    }
  });

  it.each(['constructor', 'toString', 'under'])(
    'counts a list as narrowed only by what was sent, also of a variable named %s',
    async (name) => {
      const all = Array.from({ length: 5 }, (_, index) => `a${index}: divisions(under: $${name}) { code name }`).join(
        ' ',
      );

      expect(await errorCode(api, auditor, `query ($${name}: String!) { ${all} }`, { [name]: '350500' })).toBeNull();
      expect(await errorCode(api, auditor, `query ($${name}: String) { ${all} }`)).toBe('QUERY_TOO_LARGE');
    },
  );

  it('takes a list for narrowed by the operation that asks for it, whatever another requires', async () => {
    const all = Array.from({ length: 5 }, (_, index) => `a${index}: divisions(under: $u) { code name }`).join(' ');
    const query = `query A($u: String) { ${all} } query B($u: String!) { divisions(under: $u) { code } }`;

    const { status, text } = await sent({ query, operationName: 'A' });

    expect([status, text]).toEqual([400, expect.stringContaining('QUERY_TOO_LARGE')]);
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

  it.each([
    ['missing', { uscc: undefined }, 'input.uscc', '缺少此项', 'is missing'],
    ['null', { uscc: null }, 'input.uscc', '缺少此项', 'is missing'],
    ['missing further in', { evidence: [{}] }, 'input.evidence[0].kind', '缺少此项', 'is missing'],
    ['unknown', { colour: SECRET }, 'input.colour', '没有此项', 'no such field'],
    ['of another type', { year: SECRET }, 'input.year', '应为整数', 'a whole number'],
    ['no text', { measure: true }, 'input.measure', '应为文本', 'a text in quotation marks'],
    ['no amount', { requestedAmount: 5 }, 'input.requestedAmount', '应为以元计', 'yuan in quotation marks'],
    ['no object', SECRET, 'input', 'SubmitClaimInput 类型的对象', 'an object of the type SubmitClaimInput'],
    [
      'no word of an enum',
      { evidence: [{ kind: SECRET, number: SECRET }] },
      'input.evidence[0].kind',
      '没有这个取值',
      'no such value',
    ],
  ])('names in both languages the field of a variable that is %s, and no value', async (_, given, field, zh, en) => {
    const query = 'mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) { __typename } }';
    const others = {
      uscc: SECRET,
      year: 2026,
      measure: SECRET,
      occurredOn: '2026-01-01',
      requestedAmount: '1.00',
      evidence: [],
      facts: {},
    };
    const input = typeof given === 'string' ? given : { ...others, ...given };

    const { status, text } = await sent({ query, variables: { input } });

    const { errors } = JSON.parse(text) as { errors: readonly [{ extensions: object }] };
    const says = {
      zh: expect.stringMatching(`^${literal(field)}：.*${zh}`),
      en: expect.stringMatching(`^${literal(field)}: .*${en}`),
    };
    expect([status, errors[0].extensions]).toMatchObject([400, { code: 'BAD_USER_INPUT', field, says }]);
    expect(text).not.toContain(SECRET);
  });

  it('says of a variable that is not given that it is missing, and shows no password that is beside it', async () => {
    const query = 'mutation ($i: ActivateAccountInput!) { activateAccount(input: $i) { __typename } }';
    const none = await sent({ query, variables: {} });
    const password = await sent({ query, variables: { i: { username: 'a.b', newPassword: SECRET } } });

    expect(JSON.parse(none.text)).toMatchObject({ errors: [{ extensions: { field: 'i' } }] });
    expect(JSON.parse(password.text)).toMatchObject({ errors: [{ extensions: { field: 'i.firstHalf' } }] });
    expect(password.text).not.toContain(SECRET);
  });

  it.each([
    ['no JSON', 400, '{"query": "{ me { id } }"', /不是有效的 JSON/, /no valid JSON/],
    ['empty', 400, '', /正文为空/, /no body/],
    [
      'a danger to objects',
      400,
      '{"query": "{ me { id } }", "__proto__": {}}',
      /__proto__/,
      /field of the name __proto__/,
    ],
    ['too large', 413, JSON.stringify({ query: '#'.repeat(300_000) }), /256 KB/, /too large/],
    ['a list', 400, '[{"query": "{ me { id } }"}]', /成批/, /no list/],
    ['a word', 400, '"word"', /JSON 对象/, /JSON object/],
    ['without a query', 400, '{"variables": {}}', /^query：.*没有查询/, /^query: .*no query/],
    ['a query that is no text', 400, '{"query": {}}', /^query：.*文本/, /^query: .*text/],
    [
      'variables that are no object',
      400,
      '{"query": "{ me { id } }", "variables": [1]}',
      /^variables：/,
      /^variables: /,
    ],
    ['extensions that are none', 400, '{"query": "{ me { id } }", "extensions": 5}', /^extensions：/, /^extensions: /],
  ])('refuses a body that is %s in both languages', async (_, status, body, zh, en) => {
    expect(await answerTo(body, 'application/json')).toMatchObject({
      status,
      errors: [
        { message: expect.stringMatching(en), extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } },
      ],
      says: { zh: expect.stringMatching(zh), en: expect.stringMatching(en) },
    });
  });

  it.each([
    [415, 'application/xml', /不接受这种正文类型/, /of this type are not taken/],
    [400, 'text/plain', /跨站请求伪造/, /Any site could/],
    [400, 'application/x-www-form-urlencoded', /跨站请求伪造/, /Any site could/],
  ])('refuses with %d a body of type %s in both languages', async (status, type, zh, en) => {
    expect(await answerTo('{"query": "{ me { id } }"}', type)).toMatchObject({
      status,
      says: { zh: expect.stringMatching(zh), en: expect.stringMatching(en) },
    });
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

  async function answerTo(body: string, type: string) {
    const headers = { 'content-type': type };
    const response = await fetch(`${await api.app.getUrl()}/graphql`, { method: 'POST', headers, body });
    const { errors } = (await response.json()) as { errors: readonly { extensions: { says: object } }[] };
    return { status: response.status, errors, says: errors[0]?.extensions.says };
  }

  async function sent(body: object): Promise<{ status: number; text: string }> {
    const response = await fetch(`${await api.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }
});

function literal(text: string): string {
  return text.replace(/[.[\]]/g, '\\$&');
}
