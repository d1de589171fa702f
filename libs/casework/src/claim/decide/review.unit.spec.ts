import { describe, expect, it } from '@jest/globals';
import { fen, type Fen } from '@duixian/money';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  command,
  COUNTY,
  COUNTY_RENTAL,
  official,
  otherClerk,
  recordedBy,
  refusalBy,
  RENTAL,
  reviewer,
  submitted,
  uscc,
  USCC,
} from '../../spec/fixtures.spec.js';
import { event } from '../../common/decision.js';
import { CLAIM_STATUSES, type ClaimStatus } from '../claim-status.js';
import type { Distinction } from '../near-subjects.js';
import { decideReview } from './review.js';

const OTHER = '350582-2025-00000000';

const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const matter = { year: 2025, subject: null, overlaps: false };

function holding(measure: string, holder = USCC, answered: string[] = []) {
  const holders = [
    { claim: CLAIM, measure: RENTAL, uscc: USCC, matter, parties: null, answered: [] },
    { claim: OTHER, measure, uscc: holder, matter, parties: null, answered },
  ];
  return [{ kind: 'invoice' as const, number: '25352000000012345678', holders }];
}

describe('review', () => {
  const claim = claimAfter(submitted(), accepted);
  const review = { ...command(reviewer), claim: CLAIM, opinion: ' 同意 ', agreedAmount: null, distinction: null };
  const given = { command: review, claim, evidence: [], statuses: new Map(), others: [], catalogue };

  it('records the department’s opinion', () => {
    expect(recordedBy(decideReview(given))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimReviewed', data: { opinion: '同意', agreedAmount: null, distinction: null } }],
    });
  });

  describe('of a measure that leaves the amount to the department', () => {
    const task = { measure: 'quanzhou-2024-7/9', facts: {}, subject: '大模型攻关', requestedAmount: '2000000.00' };
    const keyTask = claimAfter(submitted(task), accepted);
    const scientist = official('scientist', 'reviewer', CITY, '市科技局');
    const agree = (agreedAmount: Fen | null) =>
      decideReview({ ...given, claim: keyTask, command: { ...review, ...command(scientist), agreedAmount } });

    it('records the amount', () => {
      expect(recordedBy(agree(fen(150_000_000n)))).toMatchObject({
        [`claim-${CLAIM}`]: [{ data: { agreedAmount: '1500000.00' } }],
      });
    });

    it('demands the amount', () => {
      expect(refusalBy(agree(null))).toEqual({ code: 'INVALID_INPUT', field: 'agreedAmount' });
      expect(refusalBy(agree(fen(0n)))).toEqual({ code: 'INVALID_INPUT', field: 'agreedAmount' });
    });

    it('takes no more than was asked for', () => {
      expect(agree(fen(200_000_000n)).ok).toBe(true);
      expect(refusalBy(agree(fen(200_000_001n)))).toEqual({ code: 'INVALID_INPUT', field: 'agreedAmount' });
    });
  });

  it('takes no amount where the clause has a formula', () => {
    const decision = decideReview({ ...given, command: { ...review, agreedAmount: fen(100n) } });
    expect(refusalBy(decision)).toEqual({ code: 'INVALID_INPUT', field: 'agreedAmount' });
  });

  describe('of a measure without a limit (一事一议)', () => {
    const VOUCHER = 'zhangzhou-2024-2/2.voucher';
    const ZHANGZHOU = '350600';
    const department = '市工信局';
    const stated = { measure: VOUCHER, division: '350602', facts: {}, subject: '算力券', requestedAmount: '500000.00' };
    const voucher = claimAfter(submitted(stated), accepted);
    const [first, second] = ['first', 'second'].map((id) => official(id, 'reviewer', ZHANGZHOU, department));
    const agree = (actor = first, amount = 40_000_000n, on = voucher) => {
      const sent = { ...review, ...command(actor ?? reviewer), agreedAmount: fen(amount) };
      return decideReview({ ...given, claim: on, command: sent });
    };
    const data = { opinion: '同意', agreedAmount: '400000.00', distinction: null };
    const afterFirst = claimAfter(
      submitted(stated),
      accepted,
      event(command(first ?? reviewer), 'ClaimFirstReviewed', data),
    );

    it('is the first of two', () => {
      expect(recordedBy(agree())).toEqual({ [`claim-${CLAIM}`]: [{ type: 'ClaimFirstReviewed', data }] });
      expect(afterFirst).toMatchObject({ status: 'accepted', agreedAmount: fen(40_000_000n), lastActor: 'first' });
    });

    it('needs another reviewer, who agrees to the same amount', () => {
      expect(refusalBy(agree(first, 40_000_000n, afterFirst))).toEqual({ code: 'SAME_PERSON', field: null });
      for (const other of [40_000_001n, 39_999_999n]) {
        expect(refusalBy(agree(second, other, afterFirst))).toEqual({ code: 'INVALID_INPUT', field: 'agreedAmount' });
      }
      expect(recordedBy(agree(second, 40_000_000n, afterFirst))).toEqual({
        [`claim-${CLAIM}`]: [{ type: 'ClaimReviewed', data }],
      });
    });
  });

  describe('of one of several promised years', () => {
    const rent = { annualRent: '100000.00', area: 500, leaseYear: 1, filedBefore: true };
    const lease = { measure: 'jinjiang-2025-6/5.2', year: 2026, facts: rent };
    const park = { measure: 'jinjiang-2025-6/5.1', year: 2026, facts: { phase: 'aboveScale1' } };
    const integrated = official('integrated', 'reviewer', COUNTY, '市集成电路筹备组');
    const industry = official('industry', 'reviewer', COUNTY, '市工信局');
    const granted = (stated: object, change: object = {}) => ({
      ...claimAfter(submitted({ ...stated, claim: OTHER, year: 2025 })),
      status: 'paid' as const,
      ...change,
    });
    const decide = (stated: Parameters<typeof submitted>[0], before: object, distinction: Distinction | null = null) =>
      decideReview({
        ...given,
        claim: claimAfter(submitted(stated), accepted),
        promised: [granted(before)],
        command: { ...review, ...command(stated?.measure === park.measure ? industry : integrated), distinction },
      });

    it('demands the reviewer’s word where an earlier claim stated the same one, and records it', () => {
      expect(decide(lease, lease)).toMatchObject({
        refusal: { code: 'INVALID_INPUT', field: 'distinction', message: { zh: expect.stringContaining('2025年度') } },
      });
      expect(refusalBy(decide(park, park))?.field).toBe('distinction');
      expect(recordedBy(decide(lease, lease, { claims: [OTHER], reason: '另一份租约' }))).toMatchObject({
        [`claim-${CLAIM}`]: [{ data: { distinction: { claims: [OTHER], reason: '另一份租约' } } }],
      });
    });

    it('asks nothing where the years follow each other', () => {
      expect(decide({ ...lease, facts: { ...rent, leaseYear: 2 } }, lease).ok).toBe(true);
      expect(decide({ ...park, facts: { phase: 'aboveScale2' } }, park).ok).toBe(true);
      expect(decide(park, { ...park, facts: { phase: 'first' } }).ok).toBe(true);
    });

    it('demands it where they do not', () => {
      expect(refusalBy(decide({ ...lease, facts: { ...rent, leaseYear: 3 } }, lease))?.field).toBe('distinction');
    });
  });

  describe('of a subject that another claim has almost', () => {
    const scenario = { measure: 'quanzhou-2024-7/3', facts: {}, subject: '场景甲（升级版）' };
    const stated = claimAfter(submitted(scenario), accepted);
    const industry = official('industry', 'reviewer', CITY, '市工信局');
    const others = [claimAfter(submitted({ ...scenario, claim: OTHER, subject: '场景甲' }))];
    const decide = (distinction: Distinction | null, change: object = {}) =>
      decideReview({
        ...given,
        claim: stated,
        others,
        command: { ...review, ...command(industry), distinction },
        ...change,
      });

    it('demands the reviewer’s word on it, and records it', () => {
      expect(decide(null)).toMatchObject({
        refusal: { code: 'INVALID_INPUT', field: 'distinction', message: { zh: expect.stringContaining(OTHER) } },
      });
      expect(refusalBy(decide({ claims: ['350500-2025-11111111'], reason: '设备不同' }))?.field).toBe('distinction');
      expect(refusalBy(decide({ claims: [OTHER], reason: '  ' }))?.field).toBe('distinction.reason');
      expect(recordedBy(decide({ claims: [OTHER], reason: ' 设备不同 ' }))).toMatchObject({
        [`claim-${CLAIM}`]: [{ data: { distinction: { claims: [OTHER], reason: '设备不同' } } }],
      });
    });

    it('demands it on each of them', () => {
      const also = claimAfter(submitted({ ...scenario, claim: '350500-2025-22222222', subject: '场景甲二期' }));
      const near = { others: [...others, also] };
      expect(refusalBy(decide({ claims: [OTHER], reason: '设备不同' }, near))?.field).toBe('distinction');
      expect(decide({ claims: [OTHER, also.id], reason: '设备不同' }, near).ok).toBe(true);
    });

    it.each([
      ['that has the same name, for the reckoning knows it', { subject: '场景甲升级版' }],
      ['that is called otherwise', { subject: '场景乙' }],
      ['under a clause that pays by itself', { measure: 'quanzhou-2024-7/4', subject: '场景甲' }],
    ])('asks nothing of a claim %s', (_, change) => {
      const other = claimAfter(submitted({ ...scenario, claim: OTHER, ...change }));
      expect(recordedBy(decide(null, { others: [other] }))).toMatchObject({
        [`claim-${CLAIM}`]: [{ data: { distinction: null } }],
      });
    });

    it.each(['ClaimRejected', 'ClaimWithdrawn'] as const)('asks nothing of a claim that ended by %s', (type) => {
      const end = event(command(type === 'ClaimRejected' ? industry : otherClerk), type, { reason: '重复' });
      const ended = claimAfter(submitted({ ...scenario, claim: OTHER, subject: '场景甲' }), accepted, end);
      expect(decide(null, { others: [ended] }).ok).toBe(true);
    });
  });

  it('waits while another claim rests on the same evidence, and names it', () => {
    const decision = decideReview({ ...given, evidence: holding(RENTAL, OTHER_FIRM) });
    expect(decision).toMatchObject({
      refusal: {
        code: 'EVIDENCE_CONTESTED',
        evidence: [{ kind: 'invoice', number: '25352000000012345678' }],
        claims: [OTHER],
      },
    });
  });

  it('does not wait for one that nobody but its clerk has seen, nor for one that was answered before', () => {
    const passes = (status: ClaimStatus, answered: string[] = []) =>
      decideReview({
        ...given,
        evidence: holding(RENTAL, OTHER_FIRM, answered),
        statuses: new Map([[OTHER, status]]),
      }).ok;
    expect([passes('submitted'), passes('accepted', [CLAIM])]).toEqual([true, true]);
    expect([passes('accepted'), passes('accepted', [OTHER])]).toEqual([false, false]);
  });

  it.each(CLAIM_STATUSES.filter((status) => !['submitted', 'accepted'].includes(status)))(
    'waits for one that is %s, whatever was answered before',
    (status) => {
      const evidence = holding(RENTAL, OTHER_FIRM, [CLAIM]);
      const decision = decideReview({ ...given, evidence, statuses: new Map([[OTHER, status]]) });
      expect(refusalBy(decision)?.code).toBe('EVIDENCE_CONTESTED');
    },
  );

  it('lets city and county share an invoice of one enterprise, and of one only', () => {
    expect(decideReview({ ...given, evidence: holding(COUNTY_RENTAL) }).ok).toBe(true);
    expect(refusalBy(decideReview({ ...given, evidence: holding(COUNTY_RENTAL, OTHER_FIRM) }))).toEqual({
      code: 'EVIDENCE_CONTESTED',
      field: 'evidence',
    });
  });

  it.each([
    ['another department', official('r', 'reviewer', CITY, '市工信局')],
    ['the county’s department', official('r', 'reviewer', '350582', '市数据管理局')],
    ['finance', official('r', 'finance', CITY, '市数据管理局')],
  ])('is not for %s', (_, actor) => {
    const decision = decideReview({ ...given, command: { ...review, ...command(actor) } });
    expect(refusalBy(decision)).toEqual({ code: 'NOT_YOUR_OFFICE', field: null });
  });

  it('demands an opinion', () => {
    const decision = decideReview({ ...given, command: { ...review, opinion: '  ' } });
    expect(refusalBy(decision)).toEqual({ code: 'INVALID_INPUT', field: 'opinion' });
  });
});
