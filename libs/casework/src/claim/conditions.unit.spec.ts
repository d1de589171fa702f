import { describe, expect, it } from '@jest/globals';
import { initialEntitlement } from '../entitlement/entitlement.js';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  command,
  finance,
  recordedBy,
  refusalBy,
  returned,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { industry, planning, science, tax, Walk } from '../spec/routes.spec.js';
import type { Claim } from './claim.js';
import { conditionsOf, type ConditionAnswer } from './conditions.js';
import { decideDetermination } from './decide/determination.js';
import { decideReview } from './decide/review.js';
import type { ClaimEvent } from './claim-event.js';

const CONDITION = '12月底前补齐验收报告';
const review = (conditions?: string, claim: Claim = claimAfter(submitted(), accepted)) =>
  decideReview({
    command: {
      ...{ ...command(reviewer), claim: CLAIM, opinion: '同意', agreedAmount: null, distinction: null },
      ...(conditions === undefined ? {} : { conditions }),
    },
    ...{ claim, evidence: [], statuses: new Map(), others: [], catalogue },
  });

/** What the review records. */
function reviewedOn(conditions: string): ClaimEvent {
  const decision = review(conditions);
  if (!decision.ok) throw new Error(decision.refusal.message.en);
  return decision.streams[0]?.events[0] as ClaimEvent;
}

const conditional = claimAfter(submitted(), accepted, reviewedOn(CONDITION));
const answer = (change: Partial<ConditionAnswer> = {}): ConditionAnswer => ({
  ...{ condition: 'review', met: true, reason: '验收报告已收到' },
  ...change,
});
const determine = (conditions: readonly ConditionAnswer[], claim: Claim = conditional) =>
  decideDetermination({
    command: { ...command(finance), claim: CLAIM, conditions },
    ...{ claim, entitlement: initialEntitlement, programme: new Map(), catalogue },
  });

describe('an agreement of the lead department on a condition', () => {
  it('says which, and is refused with none', () => {
    expect(recordedBy(review(` ${CONDITION} `))[`claim-${CLAIM}`]?.[0]?.data).toMatchObject({ conditions: CONDITION });
    expect(recordedBy(review())[`claim-${CLAIM}`]?.[0]?.data).not.toHaveProperty('conditions');
    expect(refusalBy(review(' '))).toEqual({ code: 'INVALID_INPUT', field: 'conditions' });
  });

  it('is the claim’s until it is stated or reviewed anew', () => {
    expect(conditionsOf(conditional)).toEqual([
      { key: 'review', text: CONDITION, by: reviewer.displayName, department: '市数据管理局', on: '2026-03-02' },
    ]);
    const first = { ...reviewedOn(CONDITION), type: 'ClaimFirstReviewed', schemaVersion: 1 } as ClaimEvent;
    expect(conditionsOf(claimAfter(submitted(), accepted, first))).toMatchObject([{ key: 'first-review' }]);
    expect(conditionsOf(claimAfter(submitted(), accepted, first, returned))).toEqual([]);
    expect(conditionsOf(claimAfter(submitted(), accepted, reviewed))).toEqual([]);
  });
});

describe('its determination', () => {
  it('says what meets the condition', () => {
    const [determined] = recordedBy(determine([answer()]))[`claim-${CLAIM}`] ?? [];
    expect(determined).toMatchObject({
      type: 'ClaimDetermined',
      data: { conditions: [{ key: 'review', text: CONDITION, reason: '验收报告已收到' }] },
    });
  });

  it('says nothing of conditions where there is none', () => {
    const plain = claimAfter(submitted(), accepted, reviewed);
    expect(recordedBy(determine([], plain))[`claim-${CLAIM}`]?.[0]?.data).not.toHaveProperty('conditions');
  });

  it.each([
    ['unanswered', [], 'conditions'],
    ['not met', [answer({ met: false })], 'conditions[0].met'],
    ['met for no reason', [answer({ reason: ' ' })], 'conditions[0].reason'],
    ['another one', [answer(), answer({ condition: 'step-none' })], 'conditions[1].condition'],
    ['answered twice', [answer(), answer()], 'conditions[1].condition'],
  ])('is refused while one is %s', (_, answers, field) => {
    expect(refusalBy(determine(answers))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('answers what an office of the route agreed on as well', () => {
    const walk = new Walk()
      .accepted()
      .takes(science, 'science', { outcome: 'conditions', conditions: CONDITION })
      .takes(industry, 'industry')
      .takes(planning, 'planning')
      .takes(tax, 'tax')
      .happens(reviewer, { type: 'ClaimReviewed', data: { opinion: '同意', agreedAmount: null, distinction: null } });
    expect(conditionsOf(walk.claim)).toMatchObject([{ key: 'step-science', text: CONDITION, department: '市科技局' }]);
    expect(refusalBy(determine([], walk.claim))).toEqual({ code: 'INVALID_INPUT', field: 'conditions' });
    expect(refusalBy(determine([answer({ condition: 'step-science' })], walk.claim))).toBeNull();
  });

  it('answers each of several by its own key, in whichever order they are sent', () => {
    const walk = new Walk()
      .accepted()
      .takes(science, 'science', { outcome: 'conditions', conditions: '补交检测报告' })
      .takes(industry, 'industry')
      .takes(planning, 'planning')
      .takes(tax, 'tax')
      .happens(reviewer, {
        type: 'ClaimReviewed',
        data: { opinion: '同意', agreedAmount: null, distinction: null, conditions: CONDITION },
      });
    const ofStep = { condition: 'step-science', reason: '检测报告已补交' };
    const sent = determine([answer({ reason: '验收报告已收到' }), answer(ofStep)], walk.claim);
    const [determined] = recordedBy(sent)[`claim-${CLAIM}`] ?? [];
    expect(determined).toMatchObject({
      data: {
        conditions: [
          { key: 'step-science', text: '补交检测报告', reason: '检测报告已补交' },
          { key: 'review', text: CONDITION, reason: '验收报告已收到' },
        ],
      },
    });
    expect(refusalBy(determine([answer(), answer({ ...ofStep, met: false })], walk.claim))).toEqual({
      code: 'INVALID_INPUT',
      field: 'conditions[1].met',
    });
  });
});
