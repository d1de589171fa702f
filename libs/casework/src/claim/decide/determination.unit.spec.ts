import { describe, expect, it } from '@jest/globals';
import { fen } from '@duixian/money';
import { event, eventAt } from '../../common/decision.js';
import type { FundingLine } from '../determination.js';
import { foldEntitlement, initialEntitlement, type Entitlement } from '../../entitlement/entitlement.js';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  command,
  determination,
  COUNTY,
  COUNTY_RENTAL,
  finance,
  movesBy,
  official,
  recordedBy,
  refusalBy,
  RENTAL,
  returned,
  reviewed,
  reviewer,
  submitted,
  USCC,
} from '../../spec/fixtures.spec.js';
import type { ClaimEvent } from '../claim-event.js';
import { placeLines } from '../../entitlement/accounts.js';
import { ceilingRefusal } from '../../entitlement/ceiling.js';
import type { Claim } from '../claim.js';
import type { Determination } from '../determination.js';
import { decideDetermination } from './determination.js';

type Submitted = Parameters<typeof submitted>[0];

const OTHER = '350500-2025-00000000';
const given = {
  command: { ...command(finance), claim: CLAIM },
  entitlement: initialEntitlement,
  programme: new Map<string, never>(),
  catalogue,
};

function reviewedClaim(change: Submitted = {}, review: ClaimEvent = reviewed) {
  return claimAfter(submitted(change), accepted, review);
}

/** What the enterprise was granted on another claim. */
function granted(measure: string, lines: FundingLine[], year = 2025, subject: string | null = null): Entitlement {
  const key = { claim: OTHER, uscc: USCC, measure, year };
  return foldEntitlement([
    eventAt(2, command(finance), 'GrantReserved', {
      claim: OTHER,
      measure,
      year,
      subject,
      kind: 'grant',
      amount: '0.00',
      lines: placeLines(key, lines, catalogue).lines,
      quota: null,
      policyVersion: 'v1',
      payee: 'enterprise',
    }),
  ]);
}

describe('determination', () => {
  // 30% of 1,200,000 is 360,000; the year's cap is 300,000; city and county pay half each.
  it('records the decision with its grounds and reserves each line on its guards', () => {
    const decision = decideDetermination({ ...given, claim: reviewedClaim() });
    const recorded = recordedBy(decision);
    expect(recorded[`claim-${CLAIM}`]).toMatchObject([
      {
        type: 'ClaimDetermined',
        data: {
          policyVersion: catalogue.measure(RENTAL)?.policy.version,
          facts: { serviceFee: '1200000.00' },
          eligible: true,
          kind: 'grant',
          amount: '300000.00',
          lines: [
            { payer: CITY, amount: '150000.00', basis: RENTAL },
            { payer: COUNTY, amount: '150000.00', basis: COUNTY_RENTAL },
          ],
          reasons: ['ENTERPRISE_YEAR_CAP'],
          history: [],
          programme: null,
          entitlementVersion: 0,
        },
      },
    ]);
    expect(recorded[`entitlement-${USCC}`]).toEqual([
      {
        type: 'GrantReserved',
        data: {
          claim: CLAIM,
          measure: RENTAL,
          year: 2025,
          subject: null,
          kind: 'grant',
          amount: '300000.00',
          lines: [
            {
              payer: CITY,
              amount: '150000.00',
              basis: RENTAL,
              accounts: [`enterprise:${USCC}:${RENTAL}:2025`, `line:${CLAIM}-${CITY}`],
            },
            {
              payer: COUNTY,
              amount: '150000.00',
              basis: COUNTY_RENTAL,
              accounts: [
                `enterprise:${USCC}:${RENTAL}:2025`,
                `enterprise:${USCC}:${COUNTY_RENTAL}:2025`,
                `line:${CLAIM}-${COUNTY}`,
              ],
            },
          ],
          quota: null,
          policyVersion: catalogue.measure(RENTAL)?.policy.version,
          payee: 'enterprise',
        },
      },
    ]);
    expect(movesBy(decision)).toEqual([
      { account: `enterprise:${USCC}:${RENTAL}:2025`, ceiling: 30_000_000n, reserve: 30_000_000n },
      { account: `line:${CLAIM}-${CITY}`, ceiling: 15_000_000n, reserve: 15_000_000n },
      { account: `enterprise:${USCC}:${COUNTY_RENTAL}:2025`, ceiling: 15_000_000n, reserve: 15_000_000n },
      { account: `line:${CLAIM}-${COUNTY}`, ceiling: 15_000_000n, reserve: 15_000_000n },
    ]);
  });

  describe('of a subject that was granted under another spelling', () => {
    const scenario = 'quanzhou-2024-7/3';
    const stated = { measure: scenario, facts: {}, subject: 'AI质检应用场景', requestedAmount: '100000.00' };
    const paid = [{ payer: CITY, amount: '100000.00', basis: scenario }];

    it.each(['ai质检应用场景', 'AI 质检应用', '“AI质检应用场景”', 'AI质检应用场景项目', 'ＡＩ质检应用（系统）'])(
      'as %s pays nothing twice',
      (subject) => {
        const entitlement = granted(scenario, paid, 2024, subject);
        expect(recordedBy(decideDetermination({ ...given, claim: reviewedClaim(stated), entitlement }))).toMatchObject({
          [`claim-${CLAIM}`]: [{ type: 'ClaimDeclined', data: { reasons: ['ALREADY_GRANTED'] } }],
        });
      },
    );

    it.each(['AI质检应用场景二期', 'AI分拣应用场景'])('as %s is another matter', (subject) => {
      const entitlement = granted(scenario, paid, 2024, subject);
      expect(recordedBy(decideDetermination({ ...given, claim: reviewedClaim(stated), entitlement }))).toMatchObject({
        [`claim-${CLAIM}`]: [{ type: 'ClaimDetermined', data: { amount: '100000.00' } }],
      });
    });

    it('counts against the overlap group as well', () => {
      const county = 'jinjiang-2025-6/2.4.scenario';
      const entitlement = granted(
        county,
        [{ payer: COUNTY, amount: '50000.00', basis: county }],
        2025,
        'ai 质检应用项目',
      );
      expect(recordedBy(decideDetermination({ ...given, claim: reviewedClaim(stated), entitlement }))).toMatchObject({
        [`claim-${CLAIM}`]: [{ type: 'ClaimDetermined', data: { amount: '50000.00', reasons: ['OVERLAP'] } }],
      });
    });
  });

  it('takes earlier grants off, and puts them on record', () => {
    const entitlement = granted(RENTAL, [
      { payer: CITY, amount: '100000.00', basis: RENTAL },
      { payer: COUNTY, amount: '100000.00', basis: COUNTY_RENTAL },
    ]);
    const recorded = recordedBy(decideDetermination({ ...given, claim: reviewedClaim(), entitlement }));
    expect(recorded[`claim-${CLAIM}`]).toMatchObject([
      {
        data: {
          amount: '100000.00',
          entitlementVersion: 1,
          history: [
            { measure: RENTAL, year: 2025, subject: null, payer: CITY, amount: '100000.00' },
            { measure: RENTAL, year: 2025, subject: null, payer: COUNTY, amount: '100000.00' },
          ],
        },
      },
    ]);
  });

  it('of a clause without a limit waits for two reviewers, also where the clause had one when it was reviewed', () => {
    const stated = { measure: 'zhangzhou-2024-2/2.voucher', division: '350602', facts: {}, subject: '算力券' };
    const agreed = { opinion: '同意', agreedAmount: '300000.00', distinction: null };
    const review = eventAt(2, command(reviewer), 'ClaimReviewed', agreed);
    const first = event(command(official('first', 'reviewer')), 'ClaimFirstReviewed', agreed);
    const byFinance = command(official('finance', 'finance', '350600'));
    const decide = (...reviews: ClaimEvent[]) =>
      decideDetermination({
        ...given,
        command: { ...byFinance, claim: CLAIM },
        claim: claimAfter(submitted(stated), accepted, ...reviews),
      });
    expect(refusalBy(decide(review))).toEqual({ code: 'NOT_YOUR_TURN', field: null });
    expect(decide(first, review).ok).toBe(true);
    expect(claimAfter(submitted(stated), accepted, first, returned)).toMatchObject({
      agreedAmount: null,
      firstReviewed: false,
    });
  });

  it('reserves the county’s own measure under the city’s ceiling too', () => {
    const claim = reviewedClaim({ claim: '350582-2025-7K3M9QAB', measure: COUNTY_RENTAL });
    const inJinjiang = official('county-finance', 'finance', COUNTY);
    const decision = decideDetermination({ ...given, command: { ...command(inJinjiang), claim: claim.id }, claim });
    expect(movesBy(decision)).toContainEqual({
      account: `enterprise:${USCC}:${RENTAL}:2025`,
      ceiling: 30_000_000n,
      reserve: 15_000_000n,
    });
  });

  it('declines what city and county together were granted before a move', () => {
    const entitlement = granted(RENTAL, [
      { payer: CITY, amount: '150000.00', basis: RENTAL },
      { payer: '350583', amount: '150000.00', basis: RENTAL },
    ]);
    const claim = reviewedClaim({ claim: '350582-2025-7K3M9QAB', measure: COUNTY_RENTAL });
    const inJinjiang = official('county-finance', 'finance', COUNTY);
    const decision = decideDetermination({
      ...given,
      command: { ...command(inJinjiang), claim: claim.id },
      claim,
      entitlement,
    });
    expect(recordedBy(decision)[`claim-${claim.id}`]).toMatchObject([
      { type: 'ClaimDeclined', data: { amount: '0.00', reasons: ['ENTERPRISE_YEAR_CAP', 'ALREADY_GRANTED'] } },
    ]);
  });

  it('refuses what would pass a ceiling that the reckoning does not see', () => {
    const moves = [{ account: 'year', reserve: 20_000n }];
    const entitlement = granted(RENTAL, [{ payer: CITY, amount: '150.00', basis: RENTAL }]);
    const standing = { ...entitlement, standing: entitlement.standing.set('year', fen(15_000n)) };
    expect(ceilingRefusal(moves, new Map([['year', 30_000n]]), standing)).toMatchObject({
      code: 'CEILING_REACHED',
      account: 'year',
      ceiling: 30_000n,
      used: 15_000n,
    });
    expect(ceilingRefusal(moves, new Map([['year', 35_000n]]), standing)).toBeNull();
    expect(ceilingRefusal(moves, new Map([['year', null]]), standing)).toBeNull();
  });

  it('declines what earns nothing, keeps the reason, and frees the evidence', () => {
    const decision = decideDetermination({ ...given, claim: reviewedClaim({ facts: { serviceFee: '50000.00' } }) });
    const recorded = recordedBy(decision);
    expect(Object.keys(recorded)).toEqual([`claim-${CLAIM}`, 'evidence-invoice-25352000000012345678']);
    expect(recorded[`claim-${CLAIM}`]).toMatchObject([
      { type: 'ClaimDeclined', data: { eligible: false, amount: '0.00', reasons: ['CONDITION_NOT_MET'] } },
    ]);
    expect(recorded['evidence-invoice-25352000000012345678']).toEqual([
      { type: 'EvidenceFreed', data: { claim: CLAIM } },
    ]);
    expect(movesBy(decision)).toEqual([]);
  });

  it('assesses on what the department agreed to', () => {
    const review = { opinion: '同意', agreedAmount: '2500000.00', distinction: null };
    const agreed = eventAt(2, command(reviewer), 'ClaimReviewed', review);
    const task = { measure: 'quanzhou-2024-7/9', facts: {}, subject: '大模型攻关', requestedAmount: '2500000.00' };
    const claim = reviewedClaim(task, agreed);
    expect(recordedBy(decideDetermination({ ...given, claim }))[`claim-${CLAIM}`]).toMatchObject([
      { data: { facts: { proposedAmount: '2500000.00' }, amount: '2000000.00', reasons: ['ITEM_CAP'] } },
    ]);
  });

  it('refuses more than was asked for, a fen more too', () => {
    const asking = (requestedAmount: string) =>
      decideDetermination({ ...given, claim: reviewedClaim({ requestedAmount }) });
    expect(refusalBy(asking('299999.99'))).toEqual({ code: 'INVALID_INPUT', field: 'requestedAmount' });
    expect(asking('300000.00').ok).toBe(true);
  });

  it('refuses a claim whose facts the clause no longer understands', () => {
    const claim = reviewedClaim({ facts: { fee: '1.00' } });
    expect(refusalBy(decideDetermination({ ...given, claim }))).toEqual({ code: 'INVALID_INPUT', field: 'facts.fee' });
  });
});

describe('determination in Xiamen', () => {
  const VOUCHER = 'xiamen-2023-10/3';
  const POOL = `pool:${VOUCHER}:2025`;
  const xiamen = official('xiamen-finance', 'finance', '350200');
  const voucher = {
    ...given,
    command: { ...command(xiamen), claim: CLAIM },
    claim: reviewedClaim({
      measure: VOUCHER,
      division: '350203',
      occurredOn: '2025-10-31',
      facts: { serviceFee: '800000.00' },
      requestedAmount: '400000.00',
    }),
  };
  const poolAt = (reserved: bigint, paid: bigint) => new Map([[POOL, { ceiling: 1_000_000_000n, reserved, paid }]]);

  // 50% of 800,000 is 400,000.
  it('reserves on the pool without demanding its version while there is room', () => {
    const moves = movesBy(decideDetermination({ ...voucher, programme: poolAt(0n, 900_000_000n) }));
    expect(moves).toContainEqual({ account: POOL, ceiling: 1_000_000_000n, reserve: 40_000_000n });
  });

  it('demands the pool’s version when the pool lowers the amount', () => {
    const decision = decideDetermination({ ...voucher, programme: poolAt(90_000_000n, 900_000_000n) });
    expect(recordedBy(decision)[`claim-${CLAIM}`]).toMatchObject([
      { data: { amount: '100000.00', reasons: ['POOL_LIMIT'], programme: { poolUsed: '9900000.00', quotaUsed: 0 } } },
    ]);
    expect(movesBy(decision)).toContainEqual({
      account: POOL,
      ceiling: 1_000_000_000n,
      reserve: 10_000_000n,
      dependsOnVersion: true,
    });
  });

  it('demands it too when the pool is dry', () => {
    const decision = decideDetermination({ ...voucher, programme: poolAt(100_000_000n, 900_000_000n) });
    expect(recordedBy(decision)[`claim-${CLAIM}`]).toMatchObject([
      { type: 'ClaimDeclined', data: { eligible: true, amount: '0.00', reasons: ['POOL_LIMIT'] } },
    ]);
    expect(movesBy(decision)).toEqual([{ account: POOL, dependsOnVersion: true }]);
  });

  const loan: Submitted = {
    measure: 'xiamen-2023-10/17',
    division: '350203',
    occurredOn: '2025-10-31',
    facts: { newlyRegistered: true, previousRdSpend: '0.00' },
    requestedAmount: '10000000.00',
  };

  it('grants a loan limit without reserving a fen', () => {
    const claim = reviewedClaim(loan);
    const decision = decideDetermination({ ...voucher, claim });
    expect(recordedBy(decision)).toMatchObject({
      [`claim-${CLAIM}`]: [{ type: 'ClaimDetermined', data: { kind: 'loan-limit', amount: '10000000.00', lines: [] } }],
    });
    expect(Object.keys(recordedBy(decision))).toHaveLength(1);
    expect(movesBy(decision)).toEqual([]);
  });

  it('grants no second loan limit beside one that stands, and names it', () => {
    const claim = reviewedClaim(loan);
    const limit: Determination = { ...determination, kind: 'loan-limit', amount: '10000000.00', lines: [] };
    const standing: Claim = { ...claim, id: OTHER, status: 'publicised', determination: limit };
    const underWay = { ...claim, id: '350200-2025-11111111' };
    const refused = decideDetermination({ ...voucher, claim, others: [underWay, standing] });
    const named = {
      zh: expect.stringContaining(`10000000.00元（申报件${OTHER}）`),
      en: expect.stringContaining(OTHER),
    };
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'LIMIT_IN_FORCE', message: named } });
    const givenUp: Claim = { ...standing, status: 'withdrawn' };
    expect(decideDetermination({ ...voucher, claim, others: [underWay, givenUp] }).ok).toBe(true);
  });
});

describe('determination in Fuzhou', () => {
  const SCENARIO = 'fuzhou-2026-7/3.2';
  const QUOTA = `quota:${SCENARIO}:2026`;
  const scenario = {
    ...given,
    command: { ...command(official('fuzhou-finance', 'finance', '350100'), '2026-11-02'), claim: CLAIM },
    claim: reviewedClaim({
      measure: SCENARIO,
      year: 2026,
      division: '350102',
      occurredOn: '2026-09-30',
      facts: {},
      subject: '智慧港口',
    }),
  };
  const quotaAt = (reserved: bigint, paid: bigint) => new Map([[QUOTA, { ceiling: 10n, reserved, paid }]]);

  it('takes one place of the quota', () => {
    const decision = decideDetermination({ ...scenario, programme: quotaAt(4n, 5n) });
    expect(movesBy(decision)).toContainEqual({ account: QUOTA, ceiling: 10n, reserve: 1n });
    expect(recordedBy(decision)[`entitlement-${USCC}`]).toMatchObject([
      { data: { subject: '智慧港口', quota: QUOTA } },
    ]);
  });

  it('declines when all places are taken, as long as they are', () => {
    const decision = decideDetermination({ ...scenario, programme: quotaAt(4n, 6n) });
    expect(recordedBy(decision)[`claim-${CLAIM}`]).toMatchObject([
      { type: 'ClaimDeclined', data: { reasons: ['QUOTA_EXHAUSTED'], programme: { quotaUsed: 10 } } },
    ]);
    expect(movesBy(decision)).toEqual([{ account: QUOTA, dependsOnVersion: true }]);
  });
});
