import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ATTACKS, type Attack } from '@duixian/testing';
import { getIntrospectionQuery } from 'graphql';
import { Api, type Official } from '../../spec/api.spec.js';
import { ANSWER_BYTES_MAX } from './limits.js';

/** The processor's time that this process may take for one; the loop is blocked for no longer than that. */
const BLOCKED_MS_MAX = 100;
/** The least of so many is what it takes by itself, whatever else the process and the machine are busy with. */
const TIMES = 5;
const MEMORY_BYTES_MAX = 100_000_000;
const ATTACKERS = 4;
const ASKED_MEANWHILE = 5;

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

describe('requests made to stop a city', () => {
  let api: Api;
  let auditor: Official;
  let neighbour: Official;
  let url: string;

  beforeAll(async () => {
    // No budget keeps an attack from being made.
    api = await Api.start({
      DUIXIAN_BUDGET_ACCOUNT: '1000000000',
      DUIXIAN_BUDGET_ADDRESS: '1000000000',
      DUIXIAN_BUDGET_ANONYMOUS: '1000000000',
    });
    auditor = await api.hire('auditor', '350500');
    neighbour = await api.hire('auditor', '350200');
    url = `${await api.app.getUrl()}/graphql`;
    // The first of each kind compiles code, which is no cost of the request.
    for (const attack of ATTACKS) await send(attack);
  });

  afterAll(() => api.stop());

  it.each(ATTACKS)('$name: is refused, or costs little', async (attack) => {
    const before = process.memoryUsage().rss;
    const blockedMs: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const busy = performance.eventLoopUtilization();
      const processor = process.cpuUsage();

      const { status, text } = await send(attack);

      const { user, system } = process.cpuUsage(processor);
      blockedMs.push(Math.min((user + system) / 1_000, performance.eventLoopUtilization(busy).active));
      expect(text.length).toBeLessThan(ANSWER_BYTES_MAX);
      if (status !== 200) expect(status).toBe(400);
    }
    expect(Math.min(...blockedMs)).toBeLessThan(BLOCKED_MS_MAX);
    expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_BYTES_MAX);
  });

  it.each(ATTACKS)('$name: keeps no other city from its lists while it is sent without end', async (attack) => {
    let isOver = false;
    const attackers = Array.from({ length: ATTACKERS }, async () => {
      while (!isOver) await send(attack);
    });
    const answers: number[] = [];
    for (let asked = 0; asked < ASKED_MEANWHILE; asked += 1) {
      answers.push((await send({ name: 'list', query: '{ claims { totalCount nodes { id } } }' }, neighbour)).status);
    }
    isOver = true;
    await Promise.all(attackers);

    expect(answers).toEqual(answers.map(() => 200));
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

    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('n: This is of another type')]);
    expect(answer.text).toContain('BAD_USER_INPUT');
  });

  it('tells in each answer what it cost and what is left', async () => {
    const first = JSON.parse((await send({ name: 'me', query: '{ me { id } }' })).text) as Told;
    const second = JSON.parse((await send({ name: 'list', query: '{ claims { nodes { id } } }' })).text) as Told;

    expect(first.extensions.cost).toMatchObject({ fields: 2, statements: 0 });
    expect(second.extensions.cost).toMatchObject({ fields: 2 + 25, statements: 4 });
    expect(second.extensions.cost.left).toBeLessThan(1_000_000_000);
  });

  interface Told {
    readonly extensions: { readonly cost: { readonly left: number } };
  }

  async function send(
    { query, variables = {}, anonymous }: Attack,
    sender = auditor,
  ): Promise<{ status: number; text: string }> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(anonymous ? {} : { authorization: `Bearer ${sender.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }
});
