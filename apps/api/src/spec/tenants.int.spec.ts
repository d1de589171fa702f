import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from './api.spec.js';
import { Bureau } from './bureau.spec.js';
import { ask } from './queries.spec.js';

const EVERYTHING = `query ($claim: ID!, $payment: ID!, $uscc: ID!, $user: ID!) {
  claim(id: $claim) { id }
  payment(id: $payment) { id }
  enterprise(uscc: $uscc) { uscc }
  user(id: $user) { id }
  claims { nodes { id } totalCount }
  byName: claims(filter: { query: "青石" }) { totalCount }
  payments { nodes { id } totalCount }
  enterprises { nodes { uscc } totalCount }
  yearlyTotals { nodes { id } totalCount }
  events { nodes { position } totalCount }
  ofClaim: events(filter: { claim: $claim }) { totalCount }
  users(filter: { role: CLERK }) { nodes { id } }
  dashboard { totals { claims paid } recent { type } caps { id } waitingPayments waiting { count } }
  simulate(input: { measure: "quanzhou-2024-7/2", year: 2025, occurredOn: "2025-12-31", division: "350582",
    facts: { serviceFee: "1200000.00" }, uscc: $uscc }) { ... on Assessment { amount } }
}`;

describe('two cities on one database', () => {
  let api: Api;
  let names: Record<string, string>;
  let ours: Official;
  let theirs: Official;

  beforeAll(async () => {
    api = await Api.start();
    const quanzhou = await Bureau.open(api);
    const uscc = await quanzhou.enterprise();
    const instructed = await quanzhou.instructed({ uscc });
    const [payment] = instructed.payments;
    names = { claim: instructed.id, payment: payment?.id ?? '', uscc, user: quanzhou.clerk.id };
    ours = await api.hire('system-administrator', '350500');
    theirs = await api.hire('system-administrator', '350200');
  });

  afterAll(() => api.stop());

  it('shows a city all that is its own', async () => {
    const seen = await ask(api, ours, EVERYTHING, names);

    expect(seen).toMatchObject({
      claim: { id: names.claim },
      payment: { id: names.payment },
      enterprise: { uscc: names.uscc },
      user: { id: names.user },
      claims: { totalCount: 1 },
      payments: { totalCount: 2 },
      simulate: { amount: '180000.00' },
      dashboard: { totals: { claims: 1, paid: '0.00' } },
    });
  });

  it("shows nothing of it to another city's administrator, by whatever way he asks", async () => {
    const seen = await ask(api, theirs, EVERYTHING, names);

    const none = { nodes: [], totalCount: 0 };
    expect(seen).toMatchObject({
      claim: null,
      payment: null,
      enterprise: null,
      user: null,
      claims: none,
      byName: { totalCount: 0 },
      payments: none,
      enterprises: none,
      yearlyTotals: none,
      // Of his own city he sees his own account.
      events: { nodes: [{ position: '1' }], totalCount: 1 },
      ofClaim: { totalCount: 0 },
      users: { nodes: [] },
      dashboard: {
        totals: { claims: 0, paid: '0.00' },
        recent: [{ type: 'AccountTakenOver' }],
        caps: [],
        waitingPayments: 0,
      },
      // With no earlier grants of that enterprise in these books, the whole yearly ceiling is left.
      simulate: { amount: '300000.00' },
    });
  });

  it("does not let another city's administrator change an official", async () => {
    const change = `mutation ($id: ID!, $commandId: ID!) { disableAccount(input: { id: $id, commandId: $commandId, reason: "x" }) { __typename } }`;

    const { data } = await api.post(theirs, change, { id: names.user, commandId: randomUUID() });

    expect(data).toEqual({ disableAccount: { __typename: 'NotFound' } });
  });
});
