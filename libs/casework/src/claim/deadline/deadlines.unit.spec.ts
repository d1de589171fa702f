import { workingDay, workingDaysFrom } from '@duixian/calendar';
import { describe, expect, it } from '@jest/globals';
import { PAUSES, type TimeLimits } from '@duixian/policy';
import fc from 'fast-check';
import { event, eventAt } from '../../common/decision.js';
import { addDays } from '../../common/plain-date.js';
import {
  returnedBy,
  claimAfter,
  clerk,
  command,
  determination,
  finance,
  otherClerk,
  otherFinance,
  reviewer,
  submitted,
} from '../../spec/fixtures.spec.js';
import type { ClaimEvent } from '../claim-event.js';
import type { Claim } from '../claim.js';
import { deadlinesOf, dueDaysOf, lightAmong } from './deadlines.js';

const PROMISED: TimeLimits = {
  kind: 'promised',
  whole: 5,
  steps: [],
  remind: 1,
  pauses: [...PAUSES],
  source: '示例',
};
const AUTOMATIC: TimeLimits = {
  ...PROMISED,
  whole: 4,
  steps: [
    { of: ['acceptance', 'review'], days: 2 },
    { of: ['determination', 'publicity', 'instruction'], days: 1 },
    { of: ['payment'], days: 1 },
  ],
};

/** Events on the days that they are given. */
const on = (day: string) => ({
  submitted: (limits: TimeLimits = PROMISED): ClaimEvent => ({ ...submitted({ limits }), occurredOn: day }),
  accepted: event(command(otherClerk, day), 'ClaimAccepted', { held: null }),
  returned: returnedBy(command(reviewer, day)),
  resubmitted: (): ClaimEvent => {
    const { claim, uscc, enterpriseName, measure, year, ...application } = submittedData();
    return eventAt(2, command(clerk, day), 'ClaimResubmitted', application);
  },
  reviewed: eventAt(2, command(reviewer, day), 'ClaimReviewed', {
    opinion: '同意',
    agreedAmount: null,
    distinction: null,
  }),
  determined: event(command(finance, day), 'ClaimDetermined', determination),
  publicised: (until: string): ClaimEvent =>
    eventAt(2, command(otherFinance, day), 'DeterminationPublicised', {
      ...{ from: day, until, days: 7, unit: 'days' as const, least: 7 },
    }),
  instructed: event(command(finance, day), 'PaymentsInstructed', { payments: [] }),
  paid: event(command(finance, day), 'ClaimPaid', {}),
  reopened: event(command(finance, day), 'ClaimReopened', { reason: '户名不符', payment: 'p' }),
  suspended: event(command(reviewer, day), 'ClockSuspended', {
    ground: 'inspection' as const,
    basis: '示例第三条',
    reason: '现场核查设备',
  }),
  suspendedTo: (until: string): ClaimEvent =>
    event(command(reviewer, day), 'ClockSuspended', {
      ...{ ground: 'inspection' as const, basis: '示例第三条', reason: '现场核查设备', until },
    }),
  resumed: event(command(reviewer, day), 'ClockResumed', { reason: '核查属实' }),
});

function submittedData() {
  const first = submitted();
  if (first.type !== 'ClaimSubmitted') throw new Error('It is the first event.');
  return first.data;
}

function after(...events: ClaimEvent[]): Claim {
  return claimAfter(...events);
}

function wholeOn({ clocks }: Claim, today: string) {
  const { due, light, left, pausedSince } = deadlinesOf(clocks, today)?.whole ?? {};
  return { due: due?.is === 'known' ? due.day : due?.is, light, left, pausedSince };
}

describe('the whole limit', () => {
  it.each([
    [3, '2026-02-13', '2026-02-25'],
    [5, '2026-04-30', '2026-05-11'],
    [5, '2026-09-30', '2026-10-13'],
    [10, '2026-09-24', '2026-10-15'],
  ])('of %i working days from %s ends on %s', (whole, from, until) => {
    expect(wholeOn(after(on(from).submitted({ ...PROMISED, whole })), from)).toMatchObject({ due: until });
  });

  // Monday 2 November: Tuesday to Friday, and Monday 9.
  it.each([
    ['2026-11-02', 'on-time', 5],
    ['2026-11-05', 'on-time', 2],
    ['2026-11-06', 'due-soon', 1],
    ['2026-11-08', 'due-soon', 1],
    ['2026-11-09', 'due-today', 0],
    ['2026-11-10', 'overdue', -1],
    ['2026-11-14', 'overdue', -4],
  ])('on %s is %s, with %i working days left', (today, light, left) => {
    const due = '2026-11-09';
    expect(wholeOn(after(on('2026-11-02').submitted()), today)).toEqual({ due, light, left, pausedSince: null });
  });

  it('is overdue from the day after its last one, though that is no working day', () => {
    const claim = after(on('2026-11-02').submitted({ ...PROMISED, whole: 4 }));
    expect(wholeOn(claim, '2026-11-06')).toMatchObject({ due: '2026-11-06', light: 'due-today', left: 0 });
    expect(wholeOn(claim, '2026-11-07')).toMatchObject({ light: 'overdue', left: 0 });
  });

  it('stands while the enterprise corrects, as far as the rule lets it', () => {
    const sent = [on('2026-11-02').submitted(), on('2026-11-04').returned];
    expect(wholeOn(after(...sent), '2026-11-20')).toEqual({
      due: 'paused',
      light: 'paused',
      left: 4,
      pausedSince: '2026-11-04',
    });
    // Wednesday 11, Thursday, Friday, Monday.
    expect(wholeOn(after(...sent, on('2026-11-11').resubmitted()), '2026-11-11')).toMatchObject({
      due: '2026-11-16',
      left: 3,
    });
    const strict = [on('2026-11-02').submitted({ ...PROMISED, pauses: ['publicity'] }), on('2026-11-04').returned];
    expect(wholeOn(after(...strict), '2026-11-04')).toMatchObject({ due: '2026-11-09', light: 'on-time' });
  });

  it('does not count the publicity, and knows its last day meanwhile', () => {
    const shown = [
      on('2026-11-02').submitted(),
      on('2026-11-03').accepted,
      on('2026-11-03').reviewed,
      on('2026-11-04').determined,
      on('2026-11-04').publicised('2026-11-11'),
    ];
    // Tuesday 3 counted; Thursday 12, Friday, Monday, Tuesday.
    expect(wholeOn(after(...shown), '2026-11-05')).toMatchObject({ due: '2026-11-17', left: 4, pausedSince: null });
    const objected = event(command(clerk, '2026-11-06'), 'ObjectionRaised', {
      ...{ objection: 'O', receivedOn: '2026-11-06', what: '不实', evidence: null, workingDays: 5 },
      ...{ by: { kind: 'person', name: '林**', phone: '*******0000', hash: 'h' } as const },
      ...{ answerBy: '2026-11-13', counted: 'schedule' as const },
    });
    expect(wholeOn(after(...shown, objected), '2026-11-09')).toMatchObject({ due: 'paused', left: 4 });
    const dismissed = event(command(reviewer, '2026-11-16'), 'ObjectionDismissed', {
      ...{ objection: 'O', reason: '不成立', nextAnswerBy: null },
    });
    // From Monday 16 on: Tuesday, Wednesday, Thursday.
    expect(wholeOn(after(...shown, objected, dismissed), '2026-11-16')).toMatchObject({ due: '2026-11-19' });
  });

  it('stands by a suspension, which ends with the next step at the latest', () => {
    const stood = [on('2026-11-02').submitted(), on('2026-11-03').accepted, on('2026-11-04').suspended];
    const claim = after(...stood);
    expect(claim.status).toBe('accepted');
    expect(claim.lastActor).toBe(otherClerk.userId);
    expect(deadlinesOf(claim.clocks, '2026-11-30')).toMatchObject({
      whole: { light: 'paused', left: 4, pausedSince: '2026-11-04' },
      suspension: { ground: 'inspection', basis: '示例第三条', by: reviewer.displayName },
    });
    expect(wholeOn(after(...stood, on('2026-11-11').resumed), '2026-11-11')).toMatchObject({ due: '2026-11-16' });
    const reviewed = after(...stood, on('2026-11-11').reviewed);
    expect(wholeOn(reviewed, '2026-11-11')).toMatchObject({ due: '2026-11-16' });
    expect(deadlinesOf(reviewed.clocks, '2026-11-11')?.suspension).toBeNull();
  });

  it('goes on by itself after the last day of a stop, which is known from its beginning, or before it when it is let', () => {
    const begun = [on('2026-11-02').submitted(), on('2026-11-03').accepted];
    const stood = [...begun, on('2026-11-04').suspendedTo('2026-11-10')];
    // Tuesday 3 counted; Wednesday 11, Thursday, Friday, Monday 16.
    expect(wholeOn(after(...stood), '2026-11-05')).toMatchObject({ due: '2026-11-16', left: 4 });
    expect(wholeOn(after(...stood), '2026-11-17')).toMatchObject({ light: 'overdue' });
    expect(deadlinesOf(after(...stood).clocks, '2026-11-10')?.suspension?.until).toBe('2026-11-10');
    expect(deadlinesOf(after(...stood).clocks, '2026-11-11')?.suspension).toBeNull();
    // Let go on on Friday 6: Friday, Monday, Tuesday, Wednesday 11.
    expect(wholeOn(after(...stood, on('2026-11-06').resumed), '2026-11-06')).toMatchObject({ due: '2026-11-11' });
    expect(wholeOn(after(...stood, on('2026-11-06').returned), '2026-11-20')).toMatchObject({ due: 'paused', left: 4 });
    expect(wholeOn(after(...stood, on('2026-11-06').reviewed), '2026-11-06')).toMatchObject({ due: '2026-11-11' });
  });

  it('that was passed before it stands stays overdue', () => {
    const claim = after(on('2026-11-02').submitted(), on('2026-11-12').returned);
    expect(wholeOn(claim, '2026-11-20')).toMatchObject({ due: '2026-11-09', light: 'overdue', left: -2 });
    expect(dueDaysOf(claim.clocks)).toMatchObject({ clock: 'paused', dueOn: '2026-11-09' });
  });

  it('is over once it is paid, and goes on when the bank sends the money back', () => {
    const paid = [
      on('2026-11-02').submitted(),
      on('2026-11-02').accepted,
      on('2026-11-03').reviewed,
      on('2026-11-03').determined,
      on('2026-11-03').publicised('2026-11-10'),
      on('2026-11-11').instructed,
      on('2026-11-12').paid,
    ];
    expect(deadlinesOf(after(...paid).clocks, '2026-12-01')).toBeNull();
    // Wednesday 11 counted; Monday 23 to Thursday.
    expect(wholeOn(after(...paid, on('2026-11-23').reopened), '2026-11-23')).toMatchObject({ due: '2026-11-26' });
  });

  it('of a loan limit is over with its publicity', () => {
    const loan = event(command(finance, '2026-11-03'), 'ClaimDetermined', {
      ...{ ...determination, kind: 'loan-limit' as const },
    });
    const taken = [on('2026-11-02').submitted(), on('2026-11-02').accepted, on('2026-11-02').reviewed];
    const claim = after(...taken, loan, on('2026-11-04').publicised('2026-11-11'));
    expect(deadlinesOf(claim.clocks, '2026-11-12')).toBeNull();
  });

  it('names no day in a year whose working days are not published, but sorts by the earliest that it can be', () => {
    const claim = after(on('2026-11-26').submitted({ ...PROMISED, whole: 60 }));
    const found = deadlinesOf(claim.clocks, '2026-11-27')?.whole;
    // 25 working days are left of 2026.
    expect(workingDaysFrom('2026-11-27', '2027-01-01')).toBe(25);
    expect(found).toMatchObject({
      due: { is: 'unpublished', year: 2027, earliest: '2027-02-04' },
      light: 'unpublished',
      left: 59,
    });
    expect(deadlinesOf(claim.clocks, '2027-01-04')?.whole.left).toBeNull();
    expect(dueDaysOf(claim.clocks)).toMatchObject({ dueOn: null, earliest: '2027-02-04', clock: 'unpublished' });
  });

  it('is none of a claim that was submitted while there was no rule', () => {
    expect(after(submitted(), on('2026-11-02').accepted).clocks).toBeNull();
    expect(deadlinesOf(null, '2026-11-02')).toBeNull();
  });
});

describe("a step's limit", () => {
  const stepOn = ({ clocks }: Claim, today: string) => {
    const { due, attempt, light } = deadlinesOf(clocks, today)?.step ?? {};
    return { due: due?.is === 'known' ? due.day : due?.is, attempt, light };
  };

  it('is shared by the steps that it names, and begins anew with the next office', () => {
    const sent = on('2026-11-02').submitted(AUTOMATIC);
    expect(stepOn(after(sent), '2026-11-02')).toMatchObject({ due: '2026-11-04', attempt: 1 });
    const taken = [sent, on('2026-11-03').accepted];
    expect(stepOn(after(...taken), '2026-11-04')).toEqual({ due: '2026-11-04', attempt: 1, light: 'due-today' });
    expect(stepOn(after(...taken, on('2026-11-04').reviewed), '2026-11-04')).toMatchObject({
      due: '2026-11-05',
      attempt: 2,
    });
  });

  it('stands while the enterprise corrects, and goes on where the same office takes the claim up', () => {
    const sent = [on('2026-11-02').submitted(AUTOMATIC), on('2026-11-04').returned];
    expect(stepOn(after(...sent), '2026-11-09')).toMatchObject({ due: 'paused', attempt: 1 });
    expect(stepOn(after(...sent, on('2026-11-11').resubmitted()), '2026-11-11')).toMatchObject({
      due: '2026-11-11',
      attempt: 1,
    });
  });

  it('of an office that has it after others begins anew', () => {
    const limits = { ...AUTOMATIC, steps: [{ of: ['review' as const], days: 3 }] };
    const sent = [on('2026-11-02').submitted(limits), on('2026-11-03').accepted];
    expect(stepOn(after(...sent), '2026-11-03')).toMatchObject({ due: '2026-11-06', attempt: 1 });
    const again = [...sent, on('2026-11-05').returned, on('2026-11-09').resubmitted()];
    expect(deadlinesOf(after(...again).clocks, '2026-11-09')?.step).toBeNull();
    expect(stepOn(after(...again, on('2026-11-10').accepted), '2026-11-10')).toMatchObject({
      due: '2026-11-13',
      attempt: 2,
    });
  });

  it('of the instruction counts from the end of the publicity', () => {
    const limits = { ...AUTOMATIC, steps: [{ of: ['instruction' as const], days: 1 }] };
    const taken = [on('2026-11-02').submitted(limits), on('2026-11-02').accepted, on('2026-11-02').reviewed];
    const shown = [...taken, on('2026-11-03').determined, on('2026-11-04').publicised('2026-11-11')];
    expect(stepOn(after(...shown), '2026-11-05')).toMatchObject({ due: '2026-11-12' });
  });
});

describe('any sequence of pauses', () => {
  const START = '2026-01-05';
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 })), { maxLength: 6 });
  const arbitrary = fc.record({ whole: fc.integer({ min: 1, max: 60 }), step: fc.integer({ min: 1, max: 30 }), spans });

  /** Suspended and resumed after so many days each, the first one after the start. */
  function lifeOf({
    whole,
    step,
    spans: pauses,
  }: {
    whole: number;
    step: number;
    spans: (readonly [number, number])[];
  }) {
    const limits = { ...PROMISED, whole, remind: 3, steps: [{ of: ['review' as const], days: step }] };
    const events = [on(START).submitted(limits), on(START).accepted];
    let day = START;
    for (const [before, length] of pauses) {
      day = addDays(day, before);
      events.push(on(day).suspended);
      day = addDays(day, length);
      events.push(on(day).resumed);
    }
    return { events, last: day };
  }

  it('ends on a working day after the start, later with every day more, and the shorter limit not later than the longer', () => {
    fc.assert(
      fc.property(arbitrary, (life) => {
        const { whole, step } = life;
        const days = [whole, whole + 1].map((each) =>
          dueDaysOf(after(...lifeOf({ ...life, whole: each }).events).clocks),
        );
        const found = deadlinesOf(after(...lifeOf(life).events).clocks, START);
        for (const deadline of [found?.whole, found?.step]) {
          if (deadline?.due.is !== 'known') continue;
          expect(workingDay(deadline.due.day)).toEqual({ known: true, works: true });
          expect(deadline.due.day > START).toBe(true);
        }
        if (found?.whole.due.is === 'known' && found.step?.due.is === 'known' && step <= whole)
          expect(found.step.due.day <= found.whole.due.day).toBe(true);
        const [shorter, longer] = days.map(({ earliest }) => earliest);
        expect((shorter ?? '') <= (longer ?? '')).toBe(true);
      }),
    );
  });

  it('leaves as many working days as there were when it began', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 40 }), (life, length) => {
        const { events, last } = lifeOf(life);
        const suspended = addDays(last, 1);
        const resumed = addDays(suspended, length);
        const left = (today: string, ...more: ClaimEvent[]) =>
          deadlinesOf(after(...events, ...more).clocks, today)?.whole.left;
        const [before, stood] = [left(last), left(addDays(resumed, -1), on(suspended).suspended)];
        expect(stood).toBe(before);
        expect(left(addDays(resumed, -1), on(suspended).suspended, on(resumed).resumed)).toBe(before);
      }),
    );
  });

  it('comes to the same whether it ends by itself or somebody lets it go on on the day after', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 40 }), (life, length) => {
        const { events, last } = lifeOf(life);
        const [from, until] = [addDays(last, 1), addDays(last, length)];
        const dues = [[on(from).suspendedTo(until)], [on(from).suspended, on(addDays(until, 1)).resumed]].map(
          (stop) => {
            const found = deadlinesOf(after(...events, ...stop).clocks, addDays(until, 1));
            return [found?.whole, found?.step].map((each) => [each?.due, each?.left]);
          },
        );
        expect(dues[0]).toEqual(dues[1]);
      }),
    );
  });

  it('of a single day, which is resumed on it, changes nothing', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 0, max: 30 }), (life, ahead) => {
        const { events, last } = lifeOf(life);
        const day = addDays(last, ahead);
        const before = deadlinesOf(after(...events).clocks, day)?.whole;
        const { due, left, light } =
          deadlinesOf(after(...events, on(day).suspended, on(day).resumed).clocks, day)?.whole ?? {};
        expect({ due, left, light }).toEqual({ due: before?.due, left: before?.left, light: before?.light });
      }),
    );
  });

  it('has one light by its days and by what is left of them, and lists have the worse of two', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 0, max: 150 }), (life, ahead) => {
        const { events, last } = lifeOf(life);
        const today = addDays(last, ahead);
        const { clocks } = after(...events);
        const found = deadlinesOf(clocks, today);
        const each = [found?.whole, ...(found?.step == null ? [] : [found.step])];
        for (const deadline of each) {
          const { light, left = null } = deadline ?? {};
          if (left === null) continue;
          if (left < 0) expect(light).toBe('overdue');
          if (left > 3) expect(light === 'on-time' || light === 'unpublished').toBe(true);
          if (light === 'due-soon') expect(left >= 1 && left <= 3).toBe(true);
          if (light === 'due-today') expect(left).toBe(0);
        }
        const lights = each.map((deadline) => deadline?.light);
        const worst = (['overdue', 'due-today', 'due-soon', 'paused', 'on-time', 'unpublished'] as const).find(
          (light) => lights.includes(light),
        );
        expect(lightAmong(dueDaysOf(clocks), today)).toBe(worst);
      }),
    );
  });

  it('counts each day once: the last one is that of as many working days, with those of the pauses', () => {
    fc.assert(
      fc.property(arbitrary, (life) => {
        const { events } = lifeOf(life);
        const due = deadlinesOf(after(...events).clocks, START)?.whole.due;
        if (due?.is !== 'known') return;
        const counted = Array.from({ length: 700 }, (_, index) => addDays(START, index + 1)).filter(
          (day) => day <= due.day && isWorked(day) && !isPaused(day, life.spans),
        );
        expect(counted).toHaveLength(life.whole);
      }),
    );
  });

  function isWorked(day: string): boolean {
    const answer = workingDay(day);
    return answer.known && answer.works;
  }

  function isPaused(day: string, pauses: (readonly [number, number])[]): boolean {
    let reached = START;
    return pauses.some(([before, length]) => {
      const from = addDays(reached, before);
      reached = addDays(from, length);
      return from <= day && day < reached;
    });
  }
});
