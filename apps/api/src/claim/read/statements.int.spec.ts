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

  it('are as many for ten claims of ten enterprises as for one', async () => {
    await claimWithEverything('A');
    const forOne = await statements();
    for (let count = 2; count <= 10; count++) await claimWithEverything(`B${count}`);

    const forTen = await statements();

    expect(forTen.claims).toBeGreaterThan(forOne.claims);
    expect(forTen.statements).toBe(forOne.statements);
    expect(forTen.statements).toBeLessThanOrEqual(14);
  });

  /** An enterprise of its own, evidence that another claim contests, and payments. */
  async function claimWithEverything(number: string): Promise<void> {
    const uscc = await bureau.enterprise();
    await bureau.instructed({ uscc, evidence: [{ kind: 'INVOICE', number: `${number}-PAID` }] });
    const contested = [{ kind: 'INVOICE', number: `${number}-TWICE` }];
    await bureau.submitted({ uscc, evidence: contested });
    await bureau.submitted({ uscc: await bureau.enterprise(), evidence: contested });
  }

  async function statements(): Promise<{ statements: number; claims: number }> {
    // A session's first request in a minute notes that it is in use.
    await ask(api, auditor, '{ me { id } }');
    const query = jest.spyOn(api.pool, 'query');
    const { claims } = await ask(api, auditor, CLAIMS);
    // Followers ask for heads now and then, and the clock for the time, whoever reads.
    const count = query.mock.calls.filter((call) => !/es\.head|clock_timestamp/.test(JSON.stringify(call))).length;
    query.mockRestore();
    return { statements: count, claims: (claims as { nodes: unknown[] }).nodes.length };
  }
});
