import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, freshEvidence, RENTAL } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

interface ListedClaim {
  readonly id: string;
  readonly status: string;
  readonly requestedAmount: string;
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
}

interface ClaimPage {
  readonly nodes: readonly ListedClaim[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
  readonly totalIsExact: boolean;
  readonly position: string;
}

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ClaimFilter, $sort: ClaimSort) {
  claims(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
    nodes { id status requestedAmount actions { action allowed } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount totalIsExact position
  }
}`;

/** The step that is next from each status: the one that somebody waits for. */
const NEXT: Readonly<Record<string, string>> = {
  SUBMITTED: 'ACCEPT',
  RETURNED: 'RESUBMIT',
  ACCEPTED: 'REVIEW',
  REVIEWED: 'DETERMINE',
  DETERMINED: 'PUBLICISE',
  PUBLICISED: 'INSTRUCT',
};

describe('the list of claims', () => {
  let api: Api;
  let bureau: Bureau;
  let auditor: Official;
  let uscc: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    auditor = await api.hire('auditor', CITY);
    uscc = await bureau.enterprise();
    for (const asked of ['100', '300', '200', '300', '50', '300', '400']) await submit(asked);
    await bureau.accepted({ uscc });
    await bureau.reviewed({ uscc });
    await bureau.publicised({ uscc });
    const { id } = await bureau.done(bureau.clerk, 'submitClaim', submissionOf('60'));
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim: id, reason: '缺发票' });
  });

  afterAll(() => api.stop());

  it.each([
    ['SUBMITTED_ON', 'DESC'],
    ['SUBMITTED_ON', 'ASC'],
    ['UPDATED_AT', 'DESC'],
    ['REQUESTED_AMOUNT', 'ASC'],
    ['REQUESTED_AMOUNT', 'DESC'],
    ['DETERMINED_AMOUNT', 'DESC'],
    ['ID', 'ASC'],
  ])('gives every claim once by %s %s, forward and backward', async (field, direction) => {
    const sort = { field, direction };
    const forward = await walk({ first: 3, sort });
    const backward = await walk({ last: 3, sort });

    expect(new Set(forward).size).toBe(11);
    expect(forward).toHaveLength(11);
    expect(backward).toEqual(forward);
  });

  it('sorts by the amount asked for, and by number where it is the same', async () => {
    const { nodes } = await list({ first: 100, sort: { field: 'REQUESTED_AMOUNT', direction: 'DESC' } });

    const expected = nodes.toSorted(
      (a, b) => Number(b.requestedAmount) - Number(a.requestedAmount) || (a.id < b.id ? 1 : -1),
    );
    expect(nodes.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('neither repeats nor hides a claim when others are submitted between two pages', async () => {
    const sort = { field: 'REQUESTED_AMOUNT', direction: 'ASC' };
    const before = await walk({ first: 100, sort });
    const first = await list({ first: 4, sort });
    await submit('0.01');
    await submit('150');

    const rest = await walk({ first: 100, sort, after: first.pageInfo.endCursor });

    const seen = [...first.nodes.map(({ id }) => id), ...rest];
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  it('says where a page lies', async () => {
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    const back = await list({ last: 2, before: second.pageInfo.startCursor });

    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(back.nodes.map(({ id }) => id)).toEqual(first.nodes.map(({ id }) => id));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('counts what it lists, whether it is tallied or counted', async () => {
    for (const filter of [
      {},
      { status: ['SUBMITTED'] },
      { measure: RENTAL, year: 2025 },
      { uscc },
      { division: COUNTY },
    ]) {
      const { nodes, totalCount, totalIsExact } = await list({ first: 100, filter });
      expect([filter, totalCount, totalIsExact]).toEqual([filter, nodes.length, true]);
    }
    expect((await list({ filter: { status: ['PAID'] } })).totalCount).toBe(0);
    expect((await list({ filter: { policy: 'xiamen-2023-10' } })).totalCount).toBe(0);
  });

  it('knows its length from a tally also where it is longer than anybody counts', async () => {
    const more = 20_000;
    const { totalCount } = await list({});
    const { rows } = await api.pool.query<{ place: string }>(
      `update read.claim_tally set claims = claims + $2
        where ctid = (select ctid from read.claim_tally where tenant = $1 and claims > 0 limit 1) returning ctid as place`,
      [CITY, more],
    );

    const { totalCount: longer, totalIsExact } = await list({});

    await api.pool.query('update read.claim_tally set claims = claims - $2 where ctid = $1', [rows[0]?.place, more]);
    expect([longer, totalIsExact]).toEqual([totalCount + more, true]);
  });

  it('finds claims by number, credit code and name', async () => {
    const [first] = (await list({ first: 1 })).nodes;
    const { totalCount: all } = await list({});

    expect((await list({ filter: { query: first?.id } })).nodes.map(({ id }) => id)).toEqual([first?.id]);
    expect((await list({ filter: { query: `${CITY}-2025` } })).totalCount).toBe(all);
    expect((await list({ filter: { query: uscc } })).totalCount).toBe(all);
    expect((await list({ filter: { query: '青石智算' } })).totalCount).toBe(all);
    expect((await list({ filter: { query: '没有这家企业' } })).totalCount).toBe(0);
  });

  it('lists for each official just the claims whose next step he may take', async () => {
    api.today('2026-03-12');
    const officials = [
      bureau.clerk,
      bureau.otherClerk,
      await bureau.reviewer(),
      bureau.finance,
      bureau.otherFinance,
      auditor,
      await api.hire('clerk', '350583'),
      await api.hire('reviewer', CITY, '市工信局'),
      await api.hire('finance', COUNTY),
    ];
    for (const official of officials) {
      const all = (await list({ first: 100 }, official)).nodes;
      const { nodes: mine, totalCount } = await list({ first: 100, filter: { waitingForMe: true } }, official);
      const mayGoOn = all.filter(({ status, actions }) =>
        actions.some(({ action, allowed }) => allowed && action === NEXT[status]),
      );
      expect([official.username, mine.map(({ id }) => id)]).toEqual([official.username, mayGoOn.map(({ id }) => id)]);
      expect([official.username, totalCount]).toEqual([official.username, mine.length]);
    }
  });

  it('lists what an official took a step on and others go on with', async () => {
    const ended = ['REJECTED', 'WITHDRAWN', 'DECLINED', 'PAID', 'SETTLED'];
    const took = `{ claims(first: 20) { nodes { id status timeline { actor { username } } } } }`;
    const { claims } = (await ask(api, auditor, took)) as unknown as {
      claims: {
        nodes: readonly { id: string; status: string; timeline: readonly { actor: { username: string } }[] }[];
      };
    };
    const counts: number[] = [];
    for (const official of [bureau.clerk, bureau.otherClerk, await bureau.reviewer(), bureau.finance, auditor]) {
      const { nodes: mine } = await list({ first: 100, filter: { waitingForMe: true } }, official);
      const { nodes, totalCount } = await list({ first: 100, filter: { waitingForOthers: true } }, official);
      const expected = claims.nodes
        .filter(
          ({ status, timeline }) =>
            !ended.includes(status) && timeline.some(({ actor }) => actor.username === official.username),
        )
        .map(({ id }) => id)
        .filter((id) => mine.every((each) => each.id !== id));
      expect([official.username, nodes.map(({ id }) => id)]).toEqual([official.username, expected]);
      expect(totalCount).toBe(expected.length);
      counts.push(totalCount);
    }
    expect(counts.slice(0, -1).every((count) => count > 0)).toBe(true);
    expect(counts.at(-1)).toBe(0);
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: 101 }, 'last'],
    [{ first: 5, before: 'x' }, 'first'],
    [{ after: 'no cursor' }, 'after'],
  ])('refuses the page %j', async (variables, field) => {
    const { errors } = await api.post(auditor, LIST, variables);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('refuses an input field that it does not know', async () => {
    const { errors } = await api.post(auditor, LIST, { filter: { color: 'red' } });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  function submissionOf(yuan: string): object {
    return {
      uscc,
      measure: RENTAL,
      year: 2025,
      occurredOn: '2025-12-31',
      facts: { serviceFee: '400000.00' },
      requestedAmount: yuan,
      evidence: freshEvidence(),
    };
  }

  async function submit(yuan: string): Promise<void> {
    await bureau.done(bureau.clerk, 'submitClaim', submissionOf(yuan));
  }

  async function list(variables: object, official = auditor): Promise<ClaimPage> {
    return (await ask(api, official, LIST, variables)).claims as ClaimPage;
  }

  /** Ids of all claims, page by page, in the order of the list. */
  async function walk(variables: {
    first?: number;
    last?: number;
    sort: object;
    after?: string | null;
  }): Promise<string[]> {
    const ids: string[] = [];
    let cursor = variables.after ?? null;
    for (;;) {
      const isBackward = variables.last !== undefined;
      const page = await list({ ...variables, ...(isBackward ? { before: cursor } : { after: cursor }) });
      const onPage = page.nodes.map(({ id }) => id);
      if (isBackward) ids.unshift(...onPage);
      else ids.push(...onPage);
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
      if (!(isBackward ? hasPreviousPage : hasNextPage)) return ids;
      cursor = isBackward ? startCursor : endCursor;
    }
  }
});
