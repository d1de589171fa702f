import { describe, expect, it } from '@jest/globals';
import { fen, type Fen } from '@duixian/money';
import {
  accepted,
  catalogue,
  CITY,
  CLAIM,
  claimAfter,
  command,
  COUNTY_RENTAL,
  official,
  recordedBy,
  refusalBy,
  RENTAL,
  reviewer,
  submitted,
  uscc,
  USCC,
} from '../../spec/fixtures.spec.js';
import { decideReview } from './review.js';

const OTHER = '350582-2025-00000000';

const OTHER_FIRM = uscc('91350582MA2YYYYY0');
const matter = { year: 2025, subject: null, overlaps: false };

function holding(measure: string, holder = USCC) {
  const holders = [
    { claim: CLAIM, measure: RENTAL, uscc: USCC, matter },
    { claim: OTHER, measure, uscc: holder, matter },
  ];
  return [{ kind: 'invoice' as const, number: '25352000000012345678', holders }];
}

describe('review', () => {
  const claim = claimAfter(submitted(), accepted);
  const review = { ...command(reviewer), claim: CLAIM, opinion: ' 同意 ', agreedAmount: null };
  const given = { command: review, claim, evidence: [], catalogue };

  it('records the department’s opinion', () => {
    expect(recordedBy(decideReview(given))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClaimReviewed', data: { opinion: '同意', agreedAmount: null } }],
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
