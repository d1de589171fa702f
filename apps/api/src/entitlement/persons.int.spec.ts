import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau } from '../spec/bureau.spec.js';
import { FiguresCheck } from '../spec/figures-check.spec.js';
import { balanceOf } from '../spec/guards.spec.js';
import { ask } from '../spec/queries.spec.js';

/** 职业技能等级证书补贴: up to 3,000 a certificate, for the worker. */
const CERTIFICATE = 'fuzhou-2026-7/8';
/** 模型备案（登记）奖励, for the enterprise. */
const MODEL = 'fuzhou-2026-7/1';
const FUZHOU = '350100';
const SUMS = 'granted reserved paid city county';
const TOTALS = `query ($uscc: ID!) {
  yearlyTotals(first: 10, filter: { uscc: $uscc }) { nodes {
    measure { id payee { kind through says { zh } } } ${SUMS} toPersons { ${SUMS} } counted { ${SUMS} } } }
  dashboard { totals { determined reserved } treasuries { payer { code } reserved toPersons } } }`;
const NOTHING = { granted: '0.00', reserved: '0.00', paid: '0.00', city: '0.00', county: '0.00' };

describe('what a clause pays a natural person through an enterprise', () => {
  let api: Api;
  let bureau: Bureau;
  let uscc: string;
  let claim: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api, FUZHOU, '350102');
    uscc = await bureau.enterprise();
    const matter = { uscc, year: 2026, occurredOn: '2026-07-01' };
    const certificate = { ...matter, measure: CERTIFICATE, subject: '人工智能训练师三级证书', facts: {} };
    claim = (await bureau.determined({ ...certificate, requestedAmount: '3000.00' }, '3000.00')).id;
    const model = { ...matter, measure: MODEL, subject: '青石大模型', facts: { level: 'provincial' } };
    await bureau.determined({ ...model, requestedAmount: '100000.00' }, '100000.00');
  }, 120_000);

  afterAll(() => api.stop());

  it('is apart from what the enterprise was granted, and counts where ceilings count', async () => {
    const { yearlyTotals, dashboard } = (await ask(api, bureau.finance, TOTALS, { uscc })) as {
      yearlyTotals: { nodes: { measure: { id: string } }[] };
      dashboard: object;
    };
    const own = { granted: '100000.00', reserved: '100000.00', paid: '0.00', city: '100000.00', county: '0.00' };
    const persons = { granted: '3000.00', reserved: '3000.00', paid: '0.00', city: '3000.00', county: '0.00' };
    expect(yearlyTotals.nodes).toEqual([
      {
        measure: { id: MODEL, payee: { kind: 'ENTERPRISE', through: [], says: { zh: '申报的企业' } } },
        ...own,
        toPersons: NOTHING,
        counted: own,
      },
      {
        measure: {
          id: CERTIFICATE,
          payee: {
            kind: 'NATURAL_PERSON',
            through: ['TRAINING_INSTITUTION', 'EMPLOYER'],
            says: { zh: '自然人（个人），经培训机构或用人单位发放' },
          },
        },
        ...NOTHING,
        toPersons: persons,
        counted: persons,
      },
    ]);
    expect(dashboard).toEqual({
      totals: { determined: '103000.00', reserved: '103000.00' },
      treasuries: [{ payer: { code: FUZHOU }, reserved: '103000.00', toPersons: '3000.00' }],
    });
    expect(await balanceOf(api, FUZHOU, `enterprise:${uscc}:${CERTIFICATE}:2026`)).toEqual({
      reserved: 300_000n,
      paid: 0n,
    });
  });

  it('is called the person’s in the explanation of its determination', async () => {
    const { claim: found } = await ask(
      api,
      bureau.finance,
      'query ($id: ID!) { claim(id: $id) { determination { trace { step text { zh en } } } } }',
      { id: claim },
    );
    const { trace } = (found as { determination: { trace: { step: string; text: { zh: string; en: string } }[] } })
      .determination;
    const outcome = trace.find(({ step }) => step.toLowerCase() === 'outcome')?.text;
    expect(outcome?.zh).toMatch(/归自然人.*不是企业所得/);
    expect(outcome?.en).toMatch(/natural person, through the training institution or the employer/);
  });

  it('is added up so that nothing is missing', async () => {
    await new FiguresCheck(api).of(FUZHOU);
  });
});
