import { describe, expect, it } from '@jest/globals';
import type { TimeLimits } from '@duixian/policy';
import { event, eventAt } from '../../common/decision.js';
import { addDays } from '../../common/plain-date.js';
import {
  accepted,
  catalogue,
  CLAIM,
  claimAfter,
  clerk,
  command,
  COUNTY,
  otherClerk,
  recordedBy,
  refusalBy,
  returnedBy,
  reviewer,
  submitted,
} from '../../spec/fixtures.spec.js';
import { decideResumption, decideSuspension } from './suspension.js';

const LIMITS: TimeLimits = {
  ...{ kind: 'promised', whole: 5, steps: [], remind: 1, source: '示例办法' },
  pauses: ['inspection'],
  stop: 3,
};
const asked = { ground: 'inspection' as const, basis: ' 示例办法第三条 ', reason: ' 现场核查设备 ' };
const given = { command: { ...command(reviewer), claim: CLAIM, ...asked }, catalogue };
const limited = submitted({ limits: LIMITS });
const suspended = event(command(reviewer), 'ClockSuspended', {
  ...{ ground: 'inspection' as const, basis: 'b', reason: 'r' },
});
const resubmitted = eventAt(2, command(clerk), 'ClaimResubmitted', {
  ...{ division: COUNTY, policyVersion: 'v', occurredOn: '2025-03-01', subject: null, facts: {} },
  ...{ requestedAmount: '1.00', evidence: [] },
});
const resuming = { command: { ...command(reviewer), claim: CLAIM, reason: '核查属实' }, catalogue };

describe('a suspension', () => {
  it('records for what the clock stands, by which rule and why', () => {
    const decision = decideSuspension({ ...given, claim: claimAfter(limited, accepted) });
    // From Monday 2 March: Tuesday, Wednesday, Thursday.
    const data = { ground: 'inspection', basis: '示例办法第三条', reason: '现场核查设备', until: '2026-03-05' };
    expect(recordedBy(decision)).toEqual({ [`claim-${CLAIM}`]: [{ type: 'ClockSuspended', data }] });
  });

  it('stands for no longer, however often the clock is stopped while the claim lies at one place', () => {
    const day = given.command.on;
    const stopped = event(command(reviewer), 'ClockSuspended', { ...asked, until: addDays(day, 3) });
    const resumed = event(command(reviewer), 'ClockResumed', { reason: 'r' });
    const again = (on: string, ...events: Parameters<typeof claimAfter>) =>
      decideSuspension({
        ...given,
        command: { ...given.command, on },
        claim: claimAfter(limited, accepted, ...events),
      });
    const data = { ground: 'inspection', basis: '示例办法第三条', reason: '现场核查设备', until: addDays(day, 3) };
    expect(recordedBy(again(addDays(day, 1), stopped, resumed))).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClockSuspended', data }],
    });
    expect(refusalBy(again(addDays(day, 2), stopped))?.code).toBe('ALREADY_DECIDED');
    expect(refusalBy(again(addDays(day, 3), stopped, resumed))?.code).toBe('ALREADY_DECIDED');
    expect(refusalBy(again(addDays(day, 30), stopped))?.code).toBe('ALREADY_DECIDED');
    // Where the claim comes to be stated anew it may have to be looked at anew.
    const anew = [stopped, returnedBy(command(reviewer)), resubmitted, accepted];
    expect(refusalBy(again(addDays(day, 30), ...anew))).toBeNull();
  });

  it('is for the office whose turn it is, whoever took the last step', () => {
    const claim = claimAfter(limited, accepted);
    const by = (actor: typeof clerk) => ({ ...given, command: { ...given.command, ...command(actor) } });
    expect(refusalBy(decideSuspension({ ...by(clerk), claim }))?.code).toBe('NOT_YOUR_OFFICE');
    expect(refusalBy(decideSuspension({ ...by(clerk), claim: claimAfter(limited) }))).toBeNull();
    expect(refusalBy(decideSuspension({ ...by(otherClerk), claim: claimAfter(limited) }))).toBeNull();
  });

  it.each([
    ['ground', { ground: 'experts' as const }],
    ['basis', { basis: ' ' }],
    ['reason', { reason: '' }],
    ['reason', { reason: '请电13800000000' }],
  ])('is refused for its %s', (field, change) => {
    const decision = decideSuspension({
      ...{ ...given, command: { ...given.command, ...change } },
      claim: claimAfter(limited, accepted),
    });
    if (decision.ok || decision.refusal.code !== 'INVALID_INPUT') throw new Error('It is refused as invalid.');
    expect(decision.refusal.problems.map((each) => each.field)).toEqual([field]);
  });

  it('is refused where there is no rule, where the rule lets it not, and where the clock stands', () => {
    const strict = submitted({ limits: { ...LIMITS, pauses: ['publicity'] } });
    expect(refusalBy(decideSuspension({ ...given, claim: claimAfter(submitted(), accepted) }))?.code).toBe(
      'NOT_YOUR_TURN',
    );
    expect(refusalBy(decideSuspension({ ...given, claim: claimAfter(strict, accepted) }))?.code).toBe('NOT_YOUR_TURN');
    expect(refusalBy(decideSuspension({ ...given, claim: claimAfter(limited, accepted, suspended) }))?.code).toBe(
      'ALREADY_DECIDED',
    );
    expect(refusalBy(decideSuspension({ ...given, claim: null }))?.code).toBe('NOT_FOUND');
  });

  it('keeps a claim held that was accepted so', () => {
    const held = event(command(otherClerk), 'ClaimAccepted', { held: { evidence: [], claims: ['x'] } });
    expect(claimAfter(limited, held, suspended).held).toBe(true);
  });
});

describe('a resumption', () => {
  it('records why, where the clock stands', () => {
    const decision = decideResumption({ ...resuming, claim: claimAfter(limited, accepted, suspended) });
    expect(recordedBy(decision)).toEqual({
      [`claim-${CLAIM}`]: [{ type: 'ClockResumed', data: { reason: '核查属实' } }],
    });
  });

  it('is refused where it goes, and without a reason', () => {
    expect(refusalBy(decideResumption({ ...resuming, claim: claimAfter(limited, accepted) }))?.code).toBe(
      'NOT_YOUR_TURN',
    );
    const over = event(command(reviewer), 'ClockSuspended', { ...asked, until: addDays(resuming.command.on, -1) });
    expect(refusalBy(decideResumption({ ...resuming, claim: claimAfter(limited, accepted, over) }))?.code).toBe(
      'NOT_YOUR_TURN',
    );
    const silent = { ...resuming, command: { ...resuming.command, reason: ' ' } };
    expect(refusalBy(decideResumption({ ...silent, claim: claimAfter(limited, accepted, suspended) }))?.code).toBe(
      'INVALID_INPUT',
    );
  });
});
