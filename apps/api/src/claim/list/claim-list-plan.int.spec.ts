import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { ReadModel } from '../../log/read-model.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { planInCity, type PlanNode } from '../../spec/explain.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { agreement, participation } from '../read-model/claim-row.js';

const CITY = '350500';
const CLAIMS = 20_000;
const LEAD = '市数据管理局';
const PARTICIPANTS = 'read.claims_of_participants';
/** Of certain claims or enterprises, of a round, of those that wait for papers, or that changed after a position. */
const BY_FEW = /\b(?:id|uscc|application_round) = (?:ANY|')|claim_tenant_id_idx|from_position >/;
const FROM_CLAIMS = 'from read.claim c';
const LIST = `query ($after: String, $filter: ClaimFilter, $sort: ClaimSort) {
  claims(after: $after, filter: $filter, sort: $sort) { nodes { id } pageInfo { endCursor } }
}`;

/** A day of those that are open, which are three in eight. */
const OPEN_DAY = (plus: number) => `case when n % 8 < 3 then date '2026-01-01' + n % 365 + ${plus} end`;

/** Claims as the read model keeps them, straight into its table: the plans are asked for here, not the contents. */
const FILL = `insert into read.claim
  select $1::text, format('%s-2025-%s', $1::text, lpad(n::text, 8, '0')),
         (array['submitted', 'accepted', 'reviewed', 'paid', 'paid', 'paid', 'paid', 'paid'])[1 + n % 8],
         (array['quanzhou-2024-7/2', 'quanzhou-2024-7/3', 'jinjiang-2025-6/1.2'])[1 + n % 3], 'v', 'uscc' || n % 500,
         '企业' || n % 500, '350582', 2025, case when n % 9 = 0 then 'quanzhou-2024-7/2025-1' end, '2025-06-01', null, '{}', '[]', false, n * 100, null,
         case when n % 8 > 2 then n * 50 end, null, 'grant', '{}', '[]', 0, 0, 0, null, null, null, null,
         case when n % 8 = 1 and n % 3 = 0 then array['reviewer:350500:市科技局'] else '{}' end, null, null,
         '[]', null, null, ${OPEN_DAY(0)}, ${OPEN_DAY(-1)}, ${OPEN_DAY(0)}, case when n % 8 < 3 then 'going' end, null, '{}',
         null, null, null, null, date '2025-01-01' + n % 365, now(), 'somebody', '{}', 0
    from generate_series(1, $2::int) n`;

describe('plans of the list of claims', () => {
  let api: Api;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    auditor = await api.hire('auditor', CITY);
    // A server starts before its tables are built where that takes long.
    await api.app.get(ReadModel).keepBuilt();
    await openRound();
    await api.pool.query(FILL, [CITY, CLAIMS]);
    await api.pool.query('analyze read.claim');
  });

  /** The round in which claims are. */
  async function openRound(): Promise<void> {
    const reviewers = [await api.hire('reviewer', CITY, LEAD), await api.hire('reviewer', CITY, LEAD)] as const;
    api.today('2026-08-03');
    const terms = {
      ...{ policy: 'quanzhou-2024-7', number: '2025-1', name: { zh: '第一批', en: 'First' }, clauses: ['2'] },
      ...{ opens: '2026-08-03', closes: '2026-08-31', occurredFrom: '2025-01-01', occurredTo: '2025-12-31' },
    };
    const { proposals } = await api.send(reviewers[0], 'openRound', { ...terms, pays: 'FIRST_COME' });
    const proposal = proposals[0]?.id;
    const opened = await api.send(reviewers[1], 'agreeRound', { policy: terms.policy, proposal });
    expect(opened).toMatchObject({ rounds: [{ id: 'quanzhou-2024-7/2025-1' }] });
  }

  afterAll(() => api.stop());

  it.each([
    [{}],
    [{ sort: { field: 'SUBMITTED_ON', direction: 'ASC' } }],
    [{ sort: { field: 'UPDATED_AT', direction: 'DESC' } }],
    [{ sort: { field: 'REQUESTED_AMOUNT', direction: 'DESC' } }],
    [{ sort: { field: 'DETERMINED_AMOUNT', direction: 'ASC' } }],
    [{ sort: { field: 'ID', direction: 'DESC' } }],
    [{ sort: { field: 'DUE', direction: 'ASC' } }],
    [{ filter: { status: ['ACCEPTED'] } }],
    [{ filter: { measure: 'quanzhou-2024-7/3' } }],
    [{ filter: { division: '350582' } }],
    [{ filter: { round: 'quanzhou-2024-7/2025-1' } }],
    [{ filter: { status: ['ACCEPTED'], measure: 'quanzhou-2024-7/3', year: 2025 } }],
  ])('read a page of %j in the order of an index, the first one and a later one', async (variables) => {
    const first = await pagePlan(variables);
    const { claims } = await ask(api, auditor, LIST, variables);
    const after = (claims as { pageInfo: { endCursor: string } }).pageInfo.endCursor;

    const later = await pagePlan({ ...variables, after });

    for (const ways of [first, later]) expectInOrder(ways, 1);
  });

  it.each(['ASC', 'DESC'])(
    'merge what waits under each duty in the order of an index, by day %s',
    async (direction) => {
      const finance = await api.hire('finance', CITY);
      const ways = await pagePlan(
        { filter: { waitingForMe: true }, sort: { field: 'SUBMITTED_ON', direction } },
        finance,
      );

      // To take a step of a route, to determine, to publicise, to instruct, and to agree to a settlement.
      expectInOrder(ways, 5);
    },
  );

  it('find what stands under a light by the index of its days', async () => {
    api.today('2026-01-08');
    for (const light of ['OVERDUE', 'DUE_TODAY', 'DUE_SOON']) {
      const ways = await pagePlan({ filter: { light: [light] } });
      expect(ways).toHaveLength(1);
      expect(ways[0]?.at(-1)).toMatch(/^Bitmap Heap Scan$|^Index Scan$/);
      expect(ways[0]).toContain('Sort');
    }
  });

  it("reads no more than an enterprise's own claims for a page of them", async () => {
    expectInOrder(await pagePlan({ filter: { uscc: 'uscc7' } }), 1);
  });

  /** Each part of the list is read by an index, in its order, and no further than the page. */
  function expectInOrder(ways: readonly string[][], parts: number): void {
    expect(ways).toHaveLength(parts);
    for (const way of ways) expect(way.slice(way.lastIndexOf('Limit'))).toEqual(['Limit', 'Index Scan']);
  }

  it('find among all that waits what its reader took part in elsewhere by his name, and not by looking through it', async () => {
    const finance = await api.hire('finance', CITY);
    const counted = 'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }';
    const sent = await sentFor(PARTICIPANTS, () => ask(api, finance, counted, { filter: { waitingForMe: true } }));
    const waiting = await sentFor(PARTICIPANTS, () => ask(api, finance, '{ dashboard { waiting { count } } }'));

    for (const statement of [sent, waiting]) {
      const ways = (await planOf(statement)).filter((way) => !way.includes('Limit'));
      expect(ways.length).toBeGreaterThan(0);
      for (const way of ways) expect(way.at(-1)).toMatch(BY_FEW);
    }
  });

  it('find what a reviewer agreed to, of which there is much, among the objections alone', async () => {
    const reviewer = await api.hire('reviewer', CITY, LEAD);
    const counted = 'query { claims(filter: { waitingForMe: true }) { totalCount } }';
    const sent = await sentFor(PARTICIPANTS, () => ask(api, reviewer, counted));
    const [text, values] = z.tuple([z.string(), z.array(z.unknown())]).parse(sent);
    const handed = [...text.matchAll(/claims_of_participants\(\$1, \$(\d+)/g)].map(([, at]) => values[Number(at) - 1]);

    expect(handed.flat()).toContain(participation('finance', reviewer.id));
    expect(handed.flat()).not.toContain(agreement(reviewer.id));
    const ways = (await planOf(sent)).filter((way) => !way.includes('Limit'));
    for (const way of ways) expect(way.at(-1)).toMatch(new RegExp(`${BY_FEW.source}|status = 'objected'`));
  });

  it('find what somebody took part in and others go on with by his name', async () => {
    const finance = await api.hire('finance', CITY);
    const ways = await planOf(
      await sentFor(FROM_CLAIMS, () => ask(api, finance, LIST, { filter: { waitingForOthers: true } })),
    );
    for (const way of ways) expect(way.at(-1)).toContain('id = ANY');
  });

  /** Ways from the top of the page's plan to the claims that still stand, as types of nodes. */
  async function pagePlan(variables: object, official = auditor): Promise<string[][]> {
    const ways = await planOf(await sentFor(FROM_CLAIMS, () => ask(api, official, LIST, variables)));
    return ways.map((way) => way.map((node) => node.replace(/ by .*/, '')));
  }

  /** The statement, with its values, that a request sends of which this is a part. */
  async function sentFor(part: string, request: () => Promise<unknown>): Promise<readonly unknown[]> {
    const query = jest.spyOn(api.pool, 'query');
    await request();
    const sent: unknown[] | undefined = query.mock.calls.find((call) => JSON.stringify(call).includes(part));
    query.mockRestore();
    const [text, values] = sent ?? [];
    return typeof text === 'string'
      ? [text, values]
      : Object.values(z.object({ text: z.string(), values: z.array(z.unknown()) }).parse(text));
  }

  async function planOf([text, values]: readonly unknown[]): Promise<string[][]> {
    const asked = { values: Array.isArray(values) ? values : [], filled: true };
    return (await planInCity(api.pool, CITY, String(text), asked)).flatMap((plan) => waysTo('claim', plan));
  }
});

/** Each way to a table, from the top: types of nodes, and at its end by what the index is looked into. */
function waysTo(table: string, node: PlanNode): string[][] {
  const type = node['Node Type'];
  if (node['Relation Name'] === table)
    return [[`${type} by ${node['Index Name'] ?? 'none'} ${node['Index Cond'] ?? ''}`]];
  return (node.Plans ?? []).flatMap((each) => waysTo(table, each)).map((way) => [type, ...way]);
}
