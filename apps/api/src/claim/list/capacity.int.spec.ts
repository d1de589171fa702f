import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadModel } from '../../log/read-model.js';
import { Api, usccOf, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { MARK_EVERY } from '../read-model/tally.js';

const QUESTION = `{
  claims(first: 100) { nodes { id status actions { action allowed } } }
  mine: claims(first: 100, filter: { waitingForMe: true }) { nodes { id } totalCount }
  payments(first: 100) { nodes { id actions { action allowed } } }
  myPayments: payments(first: 100, filter: { waitingForMe: true }) { nodes { id } totalCount }
  dashboard { waitingPayments waiting { count } }
}`;

interface Node {
  readonly id: string;
  readonly status: string;
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
}
interface Answered {
  readonly claims: { readonly nodes: readonly Node[] };
  readonly mine: { readonly nodes: readonly { readonly id: string }[]; readonly totalCount: number };
  readonly payments: { readonly nodes: readonly Node[] };
  readonly myPayments: { readonly nodes: readonly { readonly id: string }[]; readonly totalCount: number };
  readonly dashboard: { readonly waitingPayments: number; readonly waiting: readonly { readonly count: number }[] };
}

const NEXT: Readonly<Record<string, string>> = {
  SUBMITTED: 'ACCEPT',
  RETURNED: 'RESUBMIT',
  ACCEPTED: 'REVIEW',
  REVIEWED: 'DETERMINE',
  DETERMINED: 'PUBLICISE',
  PUBLICISED: 'INSTRUCT',
};

describe('whoever came to another office', () => {
  let api: Api;
  let bureau: Bureau;
  let veterans: readonly Official[];
  let instructed: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    const claims = [
      (await bureau.instructed({ uscc: await bureau.enterprise() })).id,
      await bureau.submitted({ uscc: await bureau.enterprise() }),
      await bureau.accepted({ uscc: await bureau.enterprise() }),
      await bureau.reviewed({ uscc: await bureau.enterprise() }),
      (await bureau.determined({ uscc: await bureau.enterprise() })).id,
    ];
    instructed = claims[0] ?? '';
    const { clerk, otherClerk, finance, otherFinance } = bureau;
    veterans = [clerk, otherClerk, await bureau.reviewer(), finance, otherFinance];
  });

  afterAll(() => api.stop());

  it.each([
    ['clerk', null],
    ['reviewer', '市数据管理局'],
    ['finance', null],
    ['treasury', null],
  ] as const)('finds as a %s just what he may do, and as often as it is counted', async (role, department) => {
    for (const veteran of veterans) {
      const moved = await api.transfer(veteran, role, CITY, department);
      const answered = (await ask(api, moved, QUESTION)) as unknown as Answered;
      await api.transfer(moved, veteran.roles[0] ?? role, veteran.division, veteran.department);
      const { claims, mine, payments, myPayments, dashboard } = answered;
      const may = ({ actions }: Node, wanted: string | undefined): boolean =>
        actions.some(({ action, allowed }) => allowed && action === wanted);
      expect(idsOf(mine.nodes)).toEqual(idsOf(claims.nodes.filter((node) => may(node, NEXT[node.status]))));
      expect(mine.totalCount).toBe(mine.nodes.length);
      expect(dashboard.waiting.reduce((sum, { count }) => sum + count, 0)).toBe(mine.totalCount);
      expect(idsOf(myPayments.nodes)).toEqual(idsOf(payments.nodes.filter((node) => may(node, 'CONFIRM'))));
      expect([myPayments.totalCount, dashboard.waitingPayments]).toEqual(Array(2).fill(myPayments.nodes.length));
    }
  });

  it('leaves the payment of a claim that he accepted to a colleague', async () => {
    const moved = await api.transfer(bureau.otherClerk, 'treasury', CITY);
    const input = { payment: `${instructed}-${CITY}`, attempt: 1, bankReference: 'B1', paidOn: '2026-08-13' };
    expect(await api.send(moved, 'confirmPayment', input)).toMatchObject({
      __typename: 'NotPermitted',
      code: 'CAPACITY_MIXED',
    });
    const treasury = await bureau.treasury(CITY);
    expect(await api.send(treasury, 'confirmPayment', input)).toMatchObject({ status: 'PAID' });
  });
});

describe('what waited', () => {
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  it('is told alike as of a position, whether it lies near or far back', async () => {
    await bureau.submitted({ uscc: await bureau.enterprise() });
    await bureau.submitted({ uscc: await bureau.enterprise() });
    await bureau.reviewed({ uscc: await bureau.enterprise() });
    await bureau.determined({ uscc: await bureau.enterprise() });
    const { clerk, otherClerk, finance, otherFinance } = bureau;
    const officials = [clerk, otherClerk, await bureau.reviewer(), finance, otherFinance];
    const { position } = (await ask(api, clerk, '{ claims(first: 1) { position } }')).claims as { position: string };
    const waited = async (): Promise<unknown[]> => {
      const question = `{ dashboard(asOf: { position: "${position}" }) { waiting { status action count oldestOn } } }`;
      const answers: unknown[] = [];
      for (const official of officials) answers.push(await ask(api, official, question));
      return answers;
    };

    const near = await waited();
    await bury(api, clerk, Number(MARK_EVERY) + 1);

    expect(near).toContainEqual({
      dashboard: { waiting: expect.arrayContaining([expect.objectContaining({ action: 'ACCEPT', count: 2 })]) },
    });
    expect(await waited()).toEqual(near);
  });
});

/** Records so many events that have nothing to do with any claim. */
async function bury(api: Api, { id: userId, username, displayName }: Official, events: number): Promise<void> {
  const commandId = randomUUID();
  const uscc = usccOf(CITY, 999_999);
  const meta = { actor: { userId, username, displayName, division: CITY, department: null }, commandId };
  const erased = { type: 'ContactErased', schemaVersion: 1, occurredOn: TODAY, data: { uscc }, meta };
  const result = await api.store.append({
    tenant: CITY,
    commandId,
    requestHash: 'events that no claim knows',
    guards: [],
    streams: [
      {
        stream: `contact-${uscc}`,
        expectedVersion: 0,
        events: Array.from({ length: events }, () => ({ eventId: randomUUID(), ...erased })),
      },
    ],
  });
  if (result.outcome !== 'appended') throw new Error(result.outcome);
  await api.app.get(ReadModel).caughtUp(CITY, result.last);
}

function idsOf(nodes: readonly { readonly id: string }[]): string[] {
  return nodes.map(({ id }) => id);
}
