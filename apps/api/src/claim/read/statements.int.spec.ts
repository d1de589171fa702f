import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

/** What the admin's list and page show together, and more. */
const CLAIMS = `{ claims(first: 30) { totalCount position nodes {
  id measure { id policy { id } } enterprise { uscc division { name } contact { name } totals { granted } }
  evidence { number contestedBy { id enterprise { name } } }
  determination { amount trace { formula } } payments { id payer { name } enterprise { uscc } actions { allowed } claim { id } }
  timeline { type summary { zh } } actions { action allowed refusal { zh } } nextStep { zh }
} } }`;

const ENTERPRISES = `{ enterprises(first: 30) { nodes {
  uscc claims(first: 3) { totalCount position nodes { id status enterprise { uscc } } }
} } }`;

describe('SQL statements of a page of claims', () => {
  let api: Api;
  let bureau: Bureau;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    auditor = await api.hire('auditor', CITY);
  });

  afterAll(() => api.stop());

  it('are as many for the claims of many enterprises as for those of one', async () => {
    const uscc = await bureau.enterprise();
    const claims = [
      await bureau.submitted({ uscc }),
      await bureau.submitted({ uscc, year: 2024, occurredOn: '2024-12-31' }),
    ];
    const forFew = await counted(ENTERPRISES);
    for (let count = 0; count < 10; count++) await bureau.submitted({ uscc: await bureau.enterprise() });

    const forMany = await counted(ENTERPRISES);

    expect(forMany.statements).toBe(forFew.statements);
    const { nodes } = forMany.data.enterprises as { nodes: { uscc: string; claims: object }[] };
    expect(nodes.length).toBeGreaterThan(10);
    const newestFirst = claims
      .toSorted()
      .toReversed()
      .map((id) => ({ id, status: 'SUBMITTED', enterprise: { uscc } }));
    expect(nodes.find((node) => node.uscc === uscc)?.claims).toMatchObject({ totalCount: 2, nodes: newestFirst });
  });

  it('are as many for ten claims of ten enterprises as for one', async () => {
    await claimWithEverything(1);
    const forOne = await statements();
    for (let count = 2; count <= 10; count++) await claimWithEverything(count);

    const forTen = await statements();

    expect(forTen.claims).toBeGreaterThan(forOne.claims);
    expect(forTen.statements).toBe(forOne.statements);
    expect(forTen.statements).toBeLessThanOrEqual(16);
  });

  /** An enterprise of its own, evidence that another claim contests, and payments. */
  async function claimWithEverything(number: number): Promise<void> {
    const uscc = await bureau.enterprise();
    const serial = String(number).padStart(17, '0');
    await bureau.instructed({ uscc, evidence: [{ kind: 'INVOICE', number: `259${serial.slice(1)}1` }] });
    const contested = [{ kind: 'INVOICE', number: `259${serial.slice(1)}2` }];
    await bureau.submitted({ uscc, evidence: contested });
    await bureau.submitted({ uscc: await bureau.enterprise(), evidence: contested });
  }

  async function statements(): Promise<{ statements: number; claims: number }> {
    const { data, statements } = await counted(CLAIMS);
    return { statements, claims: (data.claims as { nodes: unknown[] }).nodes.length };
  }

  async function counted(asked: string) {
    // A session's first request in a minute notes that it is in use.
    await ask(api, auditor, '{ me { id } }');
    const query = jest.spyOn(api.pool, 'query');
    const data = await ask(api, auditor, asked);
    const statements = query.mock.calls.filter((call) => !isNobodys(JSON.stringify(call))).length;
    query.mockRestore();
    return { statements, data };
  }
});

/** Followers ask for heads now and then and say that they live, and the clock for the time, whoever reads. */
function isNobodys(call: string): boolean {
  return /es\.head|es\.tenants-behind|follow\.beat|clock_timestamp/.test(call);
}
