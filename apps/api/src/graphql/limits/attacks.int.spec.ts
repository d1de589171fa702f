import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { Api, type Official } from '../../spec/api.spec.js';
import { ANSWER_BYTES_MAX } from './limits.js';

/** Who sends it, what, with which variables, and how it was found to hurt. */
interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  readonly anonymous?: true;
}

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

const DOUBLING = many(13, (level) => {
  const inner = level === 12 ? 'id' : `...F${level + 1}`;
  return `fragment F${level} on Claim { a: payments { claim { ${inner} } } b: payments { claim { ${inner} } } }`;
});

const SAME_NAMES = (depth: number): string =>
  depth === 0 ? 'id' : many(6, () => `claim(id: "x") { ${SAME_NAMES(depth - 1)} }`);

const NESTED_TYPES = (depth: number): string =>
  depth === 0 ? 'name' : `fields { type { ofType { ofType { ofType { ${NESTED_TYPES(depth - 1)} } } } } }`;

const ATTACKS: readonly Attack[] = [
  {
    name: 'documents in clauses in documents',
    query: '{measures{policy{articles{clauses{policy{articles{clauses{policy{text}}}}}}}}}',
  },
  {
    name: 'the same, with all that a clause holds',
    query:
      '{measures{policy{articles{clauses{policy{articles{clauses{policy{articles{clauses{quotes conditions{zh en}facts{label{zh en}values{value label{zh}}}}}}}}}}}}}',
  },
  { name: 'fragments that double thirteen times', query: `{ claim(id: "x") { ...F0 } } ${DOUBLING}` },
  {
    name: 'a null for the size of a page',
    query:
      'query ($n: Int) { enterprises(first: $n) { nodes { claims(first: $n) { nodes { timeline { data summary { zh en } } } } } } }',
    variables: { n: null },
  },
  {
    name: 'a size of a page that is no number',
    query: 'query ($n: Int) { enterprises(first: $n) { nodes { claims(first: $n) { nodes { id } } } } }',
    variables: { n: { a: 1 } },
  },
  { name: 'types in types', query: `{ __schema { types { ${NESTED_TYPES(6)} } } }`, anonymous: true },
  {
    name: 'types under many names',
    query: `{ __schema { ${many(200, (index) => `a${index}: types { fields { name } }`)} } }`,
    anonymous: true,
  },
  {
    name: 'many schemas',
    query: `{ ${many(300, (index) => `a${index}: __schema { types { name } }`)} }`,
    anonymous: true,
  },
  {
    name: 'a hundred lists of the log',
    query: `{ ${many(100, (index) => `a${index}: events(first: 100) { totalCount nodes { data } }`)} }`,
  },
  {
    name: '660 times one small question',
    query: `{ ${many(660, (index) => `a${index}: publicInfo { demo }`)} }`,
    anonymous: true,
  },
  { name: 'fields of one name within each other', query: `{ ${SAME_NAMES(4)} }`, anonymous: true },
  { name: 'fields of one name beside each other', query: `{ ${many(1_900, () => 'me { id }')} }`, anonymous: true },
  {
    name: 'fragments that hold themselves',
    query: '{ ...A } fragment A on Query { me { id } ...B } fragment B on Query { ...A }',
    anonymous: true,
  },
  { name: 'directives', query: `{ me { ${many(300, () => 'id @include(if: true)')} } }` },
  { name: 'many operations', query: many(200, (index) => `query Q${index} { me { id } }`), anonymous: true },
  { name: 'nothing but brackets', query: '{a'.repeat(1_900) + '}'.repeat(1_900), anonymous: true },
  {
    name: 'a long name for what is repeated',
    query: `{ divisions { ${'n'.repeat(50_000)}: name } }`,
  },
];

/** The processor's time that this process may take for one; the loop is blocked for no longer than that. */
const BLOCKED_MS_MAX = 100;
/** Times which the machine is busy with others: the process's time is measured, and it still varies. */
const ROOM = 3;
const MEMORY_BYTES_MAX = 100_000_000;

describe('requests made to stop a city', () => {
  let api: Api;
  let auditor: Official;
  let url: string;

  beforeAll(async () => {
    api = await Api.start();
    auditor = await api.hire('auditor', '350500');
    url = `${await api.app.getUrl()}/graphql`;
    // The first of each kind compiles code, which is no cost of the request.
    for (const attack of ATTACKS) await send(attack);
  });

  afterAll(() => api.stop());

  it.each(ATTACKS)('$name: is refused, or costs little', async (attack) => {
    const before = process.memoryUsage().rss;
    const busy = performance.eventLoopUtilization();
    const processor = process.cpuUsage();

    const { status, text } = await send(attack);

    const { user, system } = process.cpuUsage(processor);
    const blockedMs = Math.min((user + system) / 1_000, performance.eventLoopUtilization(busy).active);
    expect(text.length).toBeLessThan(ANSWER_BYTES_MAX);
    expect(blockedMs).toBeLessThan(BLOCKED_MS_MAX * ROOM);
    expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_BYTES_MAX);
    if (status !== 200) expect(status).toBe(400);
  });

  it('answers what tools ask of the schema, also to strangers', async () => {
    const { status, text } = await send({ name: 'tool', query: getIntrospectionQuery(), anonymous: true });

    expect([status, text.includes('"errors"')]).toEqual([200, false]);
  });

  it('refuses with 400, a code and a sentence in both languages', async () => {
    const { status, text } = await send({
      name: 'aliases',
      query: `{ ${many(30, (index) => `a${index}: me { id }`)} }`,
    });

    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_LARGE', says: { zh: expect.any(String), en: expect.any(String) } } }],
    });
  });

  it('says of variables that do not fit what does not fit', async () => {
    const query = 'query ($n: Int!) { claims(first: $n) { nodes { id } } }';

    const answer = await send({ name: 'variable', query, variables: { n: 'many' } });

    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('got invalid value')]);
    expect(answer.text).toContain('BAD_USER_INPUT');
  });

  it('tells in each answer what it cost and what is left', async () => {
    const first = JSON.parse((await send({ name: 'me', query: '{ me { id } }' })).text) as Told;
    const second = JSON.parse((await send({ name: 'list', query: '{ claims { nodes { id } } }' })).text) as Told;

    expect(first.extensions.cost).toMatchObject({ fields: 2, statements: 0 });
    expect(second.extensions.cost).toMatchObject({ fields: 2 + 25, statements: 3 });
    expect(second.extensions.cost.left).toBeLessThanOrEqual(1_500_000);
  });

  interface Told {
    readonly extensions: { readonly cost: { readonly left: number } };
  }

  async function send({ query, variables = {}, anonymous }: Attack): Promise<{ status: number; text: string }> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(anonymous ? {} : { authorization: `Bearer ${auditor.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }
});
