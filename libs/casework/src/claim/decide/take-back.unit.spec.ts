import { describe, expect, it } from '@jest/globals';
import { CLAIM, clerk, command, official, otherClerk, refusalBy } from '../../spec/fixtures.spec.js';
import {
  industry,
  lead,
  otherLead,
  planning,
  routed,
  science,
  tax,
  threeAgreed,
  Walk,
} from '../../spec/routes.spec.js';
import type { Actor } from '../../common/actor.js';
import { routeDeadlinesOf } from '../deadline/deadlines.js';
import { openSteps } from '../route.js';
import { decideReview } from './review.js';
import { decideTakeBack } from './take-back.js';

const AT = '2026-03-02T01:00:00.000000Z';
/** 24 hours later to the second: the last in which nobody's city says otherwise. */
const LAST = '2026-03-03T01:00:00.000Z';
const OVER = '2026-03-03T01:00:01.000Z';

function takeBack(walk: Walk, actor: Actor, change: { reason?: string; now?: string } = {}) {
  const { reason = '误点同意', now = LAST } = change;
  const moments = { actedAt: AT, now };
  return decideTakeBack({
    command: { ...command(actor), claim: CLAIM, reason },
    claim: walk.claim,
    catalogue: routed,
    moments,
  });
}

function reviewed(walk: Walk, actor: Actor): Walk {
  const sent = { ...command(actor), claim: CLAIM, opinion: '属实', agreedAmount: null, distinction: null };
  const papers = { evidence: [], statuses: new Map(), others: [] };
  return walk.record(decideReview({ command: sent, claim: walk.claim, ...papers, catalogue: routed }));
}

const open = ({ claim }: Walk) => (claim.route === null ? [] : openSteps(claim.route).map(({ key }) => key));
const says = (decision: ReturnType<typeof takeBack>) => (decision.ok ? '' : decision.refusal.message.en);

describe('a step that is taken back', () => {
  it('of a route leaves the claim as it was, closes the stage that it opened, and counts its taker as having taken part', () => {
    const walk = threeAgreed();
    const before = new Walk().accepted().takes(science, 'science').takes(industry, 'industry').claim;
    expect(open(walk)).toEqual(['tax']);
    walk.record(takeBack(walk, planning));

    const { lastAct, participants, ...now } = walk.claim;
    const { lastAct: _, participants: took, ...was } = before;
    expect(now).toEqual({ ...was, clocks: was.clocks && { ...was.clocks, attempts: 4 } });
    expect(open(walk)).toEqual(['planning']);
    expect(participants).toEqual([...took, { userId: 'planning', capacity: 'reviewer' }]);
    expect([lastAct.by, lastAct.reversible]).toEqual(['经办人planning', null]);
    expect(walk.types.slice(-2)).toEqual(['RouteStepTaken', 'StepTakenBack']);
  });

  it('may be taken again by whoever took it back, and then opens the next stage anew', () => {
    const walk = threeAgreed();
    walk
      .record(takeBack(walk, planning))
      .takes(planning, 'planning', { outcome: 'conditions', conditions: '补交合同' });
    expect(open(walk)).toEqual(['tax']);
    expect(walk.claim.agreedBy).toEqual(['science', 'industry', 'planning']);
    // In no other office: he took part in this one.
    const elsewhere = official('planning', 'clerk', '350582');
    expect(walk.claim.participants).toContainEqual({ userId: 'planning', capacity: 'reviewer' });
    expect(refusalBy(takeBack(walk, elsewhere))?.code).toBe('NOT_YOUR_OFFICE');
  });

  it('lets the clock of its office run on from the day on which that began', () => {
    const walk = threeAgreed();
    const [tax] = routeDeadlinesOf(walk.claim.clocks, '2026-03-02');
    walk.record(takeBack(walk, planning));
    const [deadline] = routeDeadlinesOf(walk.claim.clocks, '2026-03-02');
    const untouched = new Walk().accepted().claim;
    const [first] = routeDeadlinesOf(untouched.clocks, '2026-03-02').filter(({ key }) => key === 'planning');
    expect(deadline).toEqual(first);
    // What is opened next is no run of before: what was reported of that one is not this one's.
    walk.takes(planning, 'planning');
    const [again] = routeDeadlinesOf(walk.claim.clocks, '2026-03-02');
    expect([tax?.attempt, again?.attempt]).toEqual([4, 5]);
  });

  it('of the window leads back to it, and a review back to the lead department', () => {
    const accepted = new Walk().accepted();
    accepted.record(takeBack(accepted, otherClerk));
    expect([accepted.claim.status, accepted.claim.lastActor, accepted.claim.wasAccepted]).toEqual([
      'submitted',
      'clerk',
      false,
    ]);
    expect(accepted.accepted().claim.status).toBe('accepted');

    const walk = reviewed(threeAgreed().takes(tax, 'tax'), lead);
    expect([walk.claim.status, walk.claim.agreedBy.at(-1)]).toEqual(['reviewed', 'lead']);
    walk.record(takeBack(walk, lead));
    expect([walk.claim.status, walk.claim.lastActor, walk.claim.agreedBy.at(-1)]).toEqual(['accepted', 'tax', 'tax']);
    expect(reviewed(walk, otherLead).claim.status).toBe('reviewed');
  });
});

describe('nobody takes back', () => {
  it('what another took, whoever he is', () => {
    const walk = threeAgreed();
    for (const actor of [lead, tax, clerk]) {
      const code = actor === clerk ? 'ALREADY_DECIDED' : 'NOT_YOUR_OFFICE';
      expect(refusalBy(takeBack(walk, actor))?.code).toBe(code);
    }
    const superuser = { ...official('all', 'reviewer'), roles: ['clerk', 'reviewer', 'finance'] as const };
    expect(refusalBy(takeBack(walk, superuser))?.code).toBe('NOT_YOUR_OFFICE');
  });

  it('what somebody acted on, who is named', () => {
    const walk = threeAgreed().takes(tax, 'tax');
    const refused = takeBack(walk, planning);
    expect(refusalBy(refused)?.code).toBe('ALREADY_DECIDED');
    expect(says(refused)).toContain('经办人tax acted on 2026-03-02 (联审'.replace('联审', 'Joint review'));
  });

  it('what he has taken back already, nor the step before it', () => {
    const walk = threeAgreed();
    walk.record(takeBack(walk, planning));
    expect(says(takeBack(walk, planning))).toContain('Step taken back');
    expect(says(takeBack(walk, industry))).toContain('经办人planning');
  });

  it('once the time is over, or without a reason', () => {
    const walk = threeAgreed();
    expect(takeBack(walk, planning, { now: LAST }).ok).toBe(true);
    const late = takeBack(walk, planning, { now: OVER });
    expect([refusalBy(late)?.code, says(late)]).toEqual(['ALREADY_DECIDED', expect.stringContaining('24 hours')]);
    expect(refusalBy(takeBack(walk, planning, { reason: '  ' }))).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
  });

  it('from an office that is his no more', () => {
    const moved = { ...planning, department: '市税务局' };
    expect(refusalBy(takeBack(threeAgreed(), moved))?.code).toBe('NOT_YOUR_OFFICE');
  });

  it('what a report of the installation did not touch is his all the same', () => {
    const walk = threeAgreed().happens(lead, {
      type: 'DeadlineEscalated',
      data: {
        limit: 'step',
        attempt: 4,
        dueOn: '2026-03-02',
        office: 'reviewer',
        department: '市税务局',
        superior: { name: '甲', account: null },
      },
    });
    walk.record(takeBack(walk, planning));
    expect(open(walk)).toEqual(['planning']);
    expect(walk.claim.clocks?.escalated).toHaveLength(1);
  });
});
