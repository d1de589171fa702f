import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, RENTAL } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const FIGURES = 'month claims requested determined paid';
const CITY_BUREAU = '泉州市数据管理局';

interface Figures {
  readonly month: string;
  readonly claims: number | null;
  readonly requested: string | null;
  readonly determined: string;
  readonly paid: string;
}
interface Monthly {
  readonly series: readonly { readonly id: string; readonly months: readonly Figures[] }[];
  readonly total: { readonly months: readonly Figures[] };
}

let api: Api;
let auditor: Official;
let paid: string;
let determined: string;
/** Position before the payment. */
let instructed: bigint;

/** 120,000 are claimed in June and determined in July, twice; of the first, the city's half was paid on 31 August. */
beforeAll(async () => {
  api = await Api.start();
  const bureau = await Bureau.open(api, CITY, COUNTY, '2026-06-30');
  const claims = [
    await bureau.reviewed({ uscc: await bureau.enterprise() }),
    await bureau.reviewed({ uscc: await bureau.enterprise(OTHER_COUNTY) }),
  ];
  const withdrawn = await bureau.reviewed({ uscc: await bureau.enterprise(OTHER_COUNTY) });
  api.today('2026-07-01');
  for (const claim of [...claims, withdrawn]) await bureau.done(bureau.finance, 'determineClaim', { claim });
  await bureau.done(bureau.clerk, 'withdrawClaim', { claim: withdrawn, reason: '企业撤回' });
  [paid = '', determined = ''] = claims;
  await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim: paid, days: 7 });

  const { finance } = await Bureau.open(api, CITY, COUNTY, '2026-08-31');
  await bureau.done(finance, 'instructPayments', { claim: paid });
  const settled = { payment: `${paid}-${CITY}`, attempt: 1, paidOn: '2026-08-31', bankReference: 'QZ-31' };
  instructed = await api.store.head(CITY);
  await bureau.done(await bureau.treasury(CITY), 'confirmPayment', settled);
  api.today('2026-09-02');
  auditor = await api.hire('auditor', CITY);
});

afterAll(() => api.stop());

async function monthly(by: string, rest = ''): Promise<Monthly> {
  const query = `{ figures: monthlyFigures(by: ${by}, months: 4${rest}) {
    series { id months { ${FIGURES} } } total { months { ${FIGURES} } } } }`;
  return ((await ask(api, auditor, query)) as unknown as { figures: Monthly }).figures;
}

function month(
  name: string,
  claims: number | null,
  requested: string | null,
  sums: readonly [string, string],
): Figures {
  const [inForce, byBank] = sums;
  return { month: name, claims, requested, determined: inForce, paid: byBank };
}

const NOTHING = ['0.00', '0.00'] as const;

describe('figures of months', () => {
  it('count each claim, determination and payment in the month of its own day, and nothing that was withdrawn', async () => {
    expect((await monthly('DIVISION')).total.months).toEqual([
      month('2026-06', 3, '360000.00', NOTHING),
      month('2026-07', 0, '0.00', ['240000.00', '0.00']),
      month('2026-08', 0, '0.00', ['0.00', '60000.00']),
      month('2026-09', 0, '0.00', NOTHING),
    ]);
  });

  it('are told apart by where the enterprise is, by who leads the measure, by who pays, and by the measure', async () => {
    const of = async (by: string) =>
      new Map((await monthly(by)).series.map(({ id, months }) => [id, months.map((each) => each.determined)]));

    expect(await of('DIVISION')).toEqual(
      new Map([
        [COUNTY, ['0.00', '120000.00', '0.00', '0.00']],
        [OTHER_COUNTY, ['0.00', '120000.00', '0.00', '0.00']],
      ]),
    );
    expect(await of('TREASURY')).toEqual(
      new Map([
        [CITY, ['0.00', '120000.00', '0.00', '0.00']],
        [COUNTY, ['0.00', '60000.00', '0.00', '0.00']],
        [OTHER_COUNTY, ['0.00', '60000.00', '0.00', '0.00']],
      ]),
    );
    expect(await of('MEASURE')).toEqual(new Map([[RENTAL, ['0.00', '240000.00', '0.00', '0.00']]]));
    expect(await of('DEPARTMENT')).toEqual(new Map([[CITY_BUREAU, ['0.00', '240000.00', '0.00', '0.00']]]));
  });

  it('say of a treasury what it pays, and not how many claims there are, of which it has a part', async () => {
    const { series } = await monthly('TREASURY');

    expect(series.find(({ id }) => id === CITY)?.months[2]).toEqual(month('2026-08', null, null, ['0.00', '60000.00']));
  });

  it('lead to the rows that they count', async () => {
    const claims = (filter: string) => ask(api, auditor, `{ claims(filter: ${filter}) { totalCount nodes { id } } }`);
    const payments = (filter: string) => ask(api, auditor, `{ payments(filter: ${filter}) { nodes { id } } }`);
    const july = 'determinedFrom: "2026-07-01", determinedTo: "2026-07-31"';
    const august = 'paidFrom: "2026-08-01", paidTo: "2026-08-31"';

    expect(await claims(`{ ${july}, division: "${OTHER_COUNTY}", status: [REVIEWED, DETERMINED] }`)).toMatchObject({
      claims: { totalCount: 1, nodes: [{ id: determined }] },
    });
    expect(await claims(`{ ${july}, payer: "${OTHER_COUNTY}" }`)).toMatchObject({
      claims: { nodes: [{ id: determined }] },
    });
    // The one that was withdrawn is in no figure, and in no list to which one leads.
    expect(await claims(`{ ${july} }`)).toMatchObject({ claims: { totalCount: 2 } });
    expect(await claims(`{ department: "${CITY_BUREAU}" }`)).toMatchObject({ claims: { totalCount: 3 } });
    expect(await payments(`{ ${august}, division: "${COUNTY}", department: "${CITY_BUREAU}" }`)).toEqual({
      payments: { nodes: [{ id: `${paid}-${CITY}` }] },
    });
    for (const elsewhere of [`division: "${OTHER_COUNTY}"`, 'measure: "quanzhou-2024-7/3"', 'paidTo: "2026-08-30"']) {
      expect(await payments(`{ ${elsewhere}, paidFrom: "2026-08-01" }`)).toEqual({ payments: { nodes: [] } });
    }
  });

  it('end with the month that is asked for, and hold for the past', async () => {
    const { total } = await monthly('MEASURE', ', until: "2026-06-15"');
    expect(total.months.map(({ month: name }) => name)).toEqual(['2026-03', '2026-04', '2026-05', '2026-06']);

    const then = await monthly('DIVISION', `, asOf: { position: "${String(instructed)}" }`);
    // They end with the month that the casework had come to.
    expect(then.total.months).toMatchObject([
      { month: '2026-05', determined: '0.00', paid: '0.00' },
      { month: '2026-06', determined: '0.00', paid: '0.00' },
      { month: '2026-07', determined: '240000.00', paid: '0.00' },
      { month: '2026-08', determined: '0.00', paid: '0.00' },
    ]);
  });

  it.each([
    ['monthlyFigures(by: DIVISION, months: 0) { position }', 'months'],
    ['monthlyFigures(by: DIVISION, months: 25) { position }', 'months'],
    ['claims(filter: { department: "泉州市气象局" }) { nodes { id } }', 'filter.department'],
    ['payments(filter: { department: "泉州市气象局" }) { nodes { id } }', 'filter.department'],
  ])('are refused as %s, with the field named', async (query, field) => {
    const { errors } = await api.post(auditor, `{ ${query} }`, {});
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('a pool', () => {
  const POOL = 'xiamen-2023-10/3';
  const fees = (serviceFee: string) => ({ measure: POOL, facts: { serviceFee }, requestedAmount: '500000.00' });

  it('lasts as long as it does at the pace of the last three months and this one', async () => {
    const [city, county] = ['350200', '350211'];
    const before = await Bureau.open(api, city, county, '2026-05-20');
    const [first, second] = [await before.enterprise(), await before.enterprise()];
    const lastsUntil = async (today: string): Promise<unknown> => {
      api.today(today);
      const query = `{ programmes(year: 2025) { measure { id } pool { remaining } lastsUntil } }`;
      const { programmes } = (await ask(api, await api.hire('auditor', city), query)) as {
        programmes: readonly { measure: { id: string }; pool: unknown; lastsUntil: unknown }[];
      };
      const pool = programmes.find(({ measure }) => measure.id === POOL);
      return [pool?.pool, pool?.lastsUntil];
    };
    expect(await lastsUntil('2026-05-20')).toEqual([{ remaining: '10000000.00' }, null]);

    await before.determined({ uscc: first, ...fees('1000000.00') });
    const bureau = await Bureau.open(api, city, county, '2026-08-03');
    await bureau.determined({ uscc: second, ...fees('600000.00') });

    // 800,000 in the 95 days from 1 May: 9,200,000 last for 1,092 days.
    expect(await lastsUntil('2026-08-03')).toEqual([{ remaining: '9200000.00' }, '2029-07-30']);
    // 300,000 in the 93 days from 1 June: 2,852 days.
    expect(await lastsUntil('2026-09-01')).toEqual([{ remaining: '9200000.00' }, '2034-06-23']);
    expect(await lastsUntil('2026-12-01')).toEqual([{ remaining: '9200000.00' }, null]);
  });
});
