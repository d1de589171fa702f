import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, COUNTY_RENTAL, RENTAL } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const TABLES = [
  'claim',
  'claim_past',
  'claim_tally',
  'claim_tally_mark',
  'claim_tally_then',
  'evidence_holder',
  'enterprise',
  'entitlement_line',
  'yearly_total',
  'treasury_total',
  'yearly_total_past',
  'programme_total',
  'programme_total_past',
  'payment',
  'payment_past',
  'enterprise_past',
  'day_reached',
  'progress',
];

describe('read models', () => {
  let api: Api;
  let bureau: Bureau;
  let administrator: Official;
  let uscc: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    administrator = await api.hire('system-administrator', CITY);
    uscc = await bureau.enterpriseOf('2026-01-05');
    await bureau.moved(uscc, '350583', '2026-02-01');
    await bureau.submitted({ uscc, evidence: [{ kind: 'INVOICE', number: '25352000000000000001' }] });
    const instructed = await bureau.instructed({ uscc });
    const treasury = await bureau.treasury(CITY);
    api.today('2026-08-20');
    const settled = { bankReference: 'ICBC-1', paidOn: '2026-08-20' };
    await bureau.done(treasury, 'confirmPayment', { payment: `${instructed.id}-${CITY}`, attempt: 1, ...settled });
    const [, other] = instructed.payments;
    const payer = other?.id.slice(-6) ?? COUNTY;
    await bureau.done(await bureau.treasury(payer), 'recordBankReturn', {
      payment: other?.id,
      attempt: 1,
      reason: '账号有误',
    });
    await bureau.determined({ uscc, year: 2025 });
    await api.caughtUp(CITY);
  });

  afterAll(() => api.stop());

  it('are the same when they are built anew from the log', async () => {
    const before = await contents();

    const { data } = await api.post(administrator, 'mutation { rebuildReadModels }', {});

    expect(data).toEqual({ rebuildReadModels: true });
    expect(await contents()).toEqual(before);
  });

  it('are built anew once for all who ask meanwhile, and everybody is answered', async () => {
    const asked = Array.from({ length: 40 }, () => api.post(administrator, 'mutation { rebuildReadModels }', {}));

    for (const { data } of await Promise.all(asked)) expect(data).toEqual({ rebuildReadModels: true });
  });

  it('go on following after a rebuild', async () => {
    const { dashboard } = await ask(api, administrator, '{ dashboard { totals { claims } } }');
    await bureau.submitted({ uscc });

    const after = await ask(api, administrator, '{ dashboard { totals { claims } } claims { totalCount } }');

    const { totals } = dashboard as { totals: { claims: number } };
    expect(after).toEqual({
      dashboard: { totals: { claims: totals.claims + 1 } },
      claims: { totalCount: totals.claims + 1 },
    });
  });

  it('hold the yearly totals that the guards hold', async () => {
    const { rows } = await api.pool.query<{ measure: string; year: number; reserved: string; paid: string }>(
      `select measure, year, counted_reserved as reserved, counted_paid as paid
         from read.yearly_total where tenant = $1 and uscc = $2`,
      [CITY, uscc],
    );
    const accounts = rows.map(({ measure, year }) => `enterprise:${uscc}:${measure}:${year}`);
    const guards = await api.store.readGuards(CITY, accounts);

    expect(rows.map(({ measure }) => measure)).toContain(RENTAL);
    for (const { measure, year, reserved, paid } of rows) {
      expect(guards.get(`enterprise:${uscc}:${measure}:${year}`)).toMatchObject({
        reserved: BigInt(reserved),
        paid: BigInt(paid),
      });
    }
    expect([RENTAL, COUNTY_RENTAL]).toEqual(expect.arrayContaining(rows.map(({ measure }) => measure)));
  });

  it('hold the programmes as the guards hold them', async () => {
    const { rows } = await api.pool.query(
      `select account, p.reserved, p.paid, g.reserved, g.paid
         from (select account, reserved, paid from read.programme_total where tenant = $1) p
         full join (select account, reserved, paid from es.guard
                     where tenant = $1 and account ~ '^(pool|quota):' and (reserved > 0 or paid > 0)) g using (account)
        where (coalesce(p.reserved, 0), coalesce(p.paid, 0)) <> (coalesce(g.reserved, 0), coalesce(g.paid, 0))`,
      [CITY],
    );

    expect(rows).toEqual([]);
  });

  it('hold a tally that equals a count', async () => {
    const key = 'status, measure, year, division, last_actor, kind';
    const { rows } = await api.pool.query(
      `select ${key}, publicity_until, claims, requested, determined, reserved, paid, returned
         from read.claim_tally where tenant = $1
       except
       select ${key}, case status when 'publicised' then publicity_until end as until,
              count(*), sum(requested), coalesce(sum(determined), 0), sum(reserved), sum(paid), sum(returned)
         from read.claim where tenant = $1 group by ${key}, until`,
      [CITY],
    );

    expect(rows).toEqual([]);
  });

  it('say up to where of the log they answer', async () => {
    const head = await api.store.head(CITY);

    expect(await ask(api, administrator, '{ claims { position } events(first: 1) { position } }')).toEqual({
      claims: { position: head.toString() },
      events: { position: head.toString() },
    });
  });

  async function contents(): Promise<Record<string, unknown>> {
    const tables = TABLES.map(async (table) => {
      const { rows } = await api.pool.query(
        `select to_jsonb(t) as row from read.${table} t order by to_jsonb(t)::text`,
      );
      return [table, rows] as const;
    });
    return Object.fromEntries(await Promise.all(tables));
  }
});
