import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Api } from '../../spec/api.spec.js';
import { Bureau, COUNTY_RENTAL, RENTAL, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const LATER = '2026-08-20';
const TOTALS = `query ($uscc: ID!, $asOf: AsOf) {
  enterprise(uscc: $uscc, asOf: $asOf) {
    totals { measure { id } counted { granted } inherited { from { uscc } since counted { granted } } }
    inherited(year: 2025) { from { uscc name } since measure { id } year counted { granted paid city county } }
    before: inherited(year: 2024) { id }
  }
}`;

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

async function merged(uscc: string, successor: string, on: string): Promise<string> {
  api.today(on);
  const change = { uscc, kind: 'MERGED', on, successors: [successor] };
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
  const proposal = changeProposals[0]?.id ?? '';
  await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
  return proposal;
}

async function totalsOf(uscc: string, asOf: object | null = null): Promise<unknown> {
  return (await ask(api, bureau.finance, TOTALS, { uscc, asOf })).enterprise;
}

it('shows what an enterprise inherited apart from what it was granted itself, from whom and since when', async () => {
  const [first, second, third] = [await bureau.enterprise(), await bureau.enterprise(), await bureau.enterprise()];
  await bureau.determined({ uscc: first });
  expect(await totalsOf(second)).toEqual({ totals: [], inherited: [], before: [] });
  await merged(first, second, TODAY);
  // 30% of 400,000: half of it rests on Jinjiang's own document, and counts under both.
  const counted = { granted: '120000.00', paid: '0.00', city: '60000.00', county: '60000.00' };
  const ofCounty = { granted: '60000.00', paid: '0.00', city: '0.00', county: '60000.00' };
  const from = { uscc: first, name: expect.any(String) };
  const inherited = (since: string) => [
    { from, since, measure: { id: COUNTY_RENTAL }, year: 2025, counted: ofCounty },
    { from, since, measure: { id: RENTAL }, year: 2025, counted },
  ];
  expect(await totalsOf(second)).toEqual({ totals: [], inherited: inherited(TODAY), before: [] });

  // What it is granted itself stands beside it, and what is left of the cap is what both leave.
  await bureau.determined({ uscc: second, facts: { serviceFee: '2000000.00' }, requestedAmount: '600000.00' });
  const [, city] = inherited(TODAY);
  expect(await totalsOf(second)).toMatchObject({
    totals: [
      { measure: { id: COUNTY_RENTAL } },
      {
        measure: { id: RENTAL },
        counted: { granted: '180000.00' },
        inherited: [{ from: { uscc: first }, since: TODAY, counted: { granted: city?.counted.granted } }],
      },
    ],
  });

  // Whoever goes on in the place of the second goes on with both, from that day.
  await merged(second, third, LATER);
  const { inherited: all } = (await totalsOf(third)) as { inherited: unknown[] };
  expect(all).toEqual(expect.arrayContaining(inherited(LATER)));
  expect(all).toHaveLength(4);
});

it('shows nothing of it once the change never came about, but in the past', async () => {
  api.today(TODAY);
  const [first, second] = [await bureau.enterprise(), await bureau.enterprise()];
  await bureau.determined({ uscc: first });
  const change = await merged(first, second, TODAY);
  const { enterprise } = await ask(api, bureau.finance, 'query ($uscc: ID!) { enterprise(uscc: $uscc) { position } }', {
    uscc: second,
  });
  const position = (enterprise as { position: string }).position;
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeChangeCorrection', {
    uscc: first,
    change,
    on: null,
  });
  await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: first, proposal: changeProposals[0]?.id });

  expect(await totalsOf(second)).toMatchObject({ inherited: [] });
  expect(await totalsOf(second, { position })).toMatchObject({ inherited: [{ since: TODAY }, { since: TODAY }] });
});
