import { expect, it } from '@jest/globals';
import { workingDay } from '@duixian/calendar';
import type { TimeLimits } from '@duixian/policy';
import { Random } from '@duixian/testing';
import { event, eventAt } from '../../common/decision.js';
import { addDays, type PlainDate } from '../../common/plain-date.js';
import {
  accepted,
  claimAfter,
  clerk,
  command,
  COUNTY,
  returnedBy,
  reviewer,
  submitted,
} from '../../spec/fixtures.spec.js';
import type { ClaimEvent } from '../claim-event.js';
import { dueOf } from './reckon.js';

const LIVES = 500;
const LIMITS: TimeLimits = {
  ...{ kind: 'promised', whole: 1, steps: [{ of: ['review'], days: 3 }], remind: 1, source: '示例办法' },
  ...{ pauses: ['correction', 'inspection'], stop: 5 },
};
const RESTATED = {
  ...{ division: COUNTY, policyVersion: 'v', occurredOn: '2025-03-01', subject: null, facts: {} },
  ...{ requestedAmount: '1.00', evidence: [] },
};

/** From when on the clock goes, or stands; `until` the last day on which it stands, null: until something more happens. */
interface Turn {
  readonly on: PlainDate;
  readonly stands: false | { readonly until: PlainDate | null };
}

interface Life {
  readonly events: readonly ClaimEvent[];
  readonly turns: readonly Turn[];
}

/** A claim that is returned and stated anew, whose clock is stopped and goes on, several times a day and over the end of a year. */
function lifeOf(random: Random, days: number): Life {
  let day = addDays('2026-01-05', random.whole(0, 350));
  const events: ClaimEvent[] = [{ ...submitted({ limits: { ...LIMITS, whole: days } }), occurredOn: day }];
  const turns: Turn[] = [{ on: day, stands: false }];
  let status: 'submitted' | 'accepted' | 'returned' = 'submitted';
  for (let left = random.whole(0, 12); left > 0; left -= 1) {
    day = addDays(day, random.pick([0, 0, 1, 2, 3, 5, 9]));
    const by = { ...command(status === 'returned' ? clerk : reviewer), on: day };
    const goes = { on: day, stands: false } as const;
    if (status === 'returned') {
      events.push(eventAt(2, by, 'ClaimResubmitted', RESTATED));
      turns.push(goes);
      status = 'submitted';
    } else if (status === 'submitted' && random.chance(0.3)) {
      events.push({ ...accepted, occurredOn: day });
      turns.push(goes);
      status = 'accepted';
    } else if (random.chance(0.4)) {
      // No office can name a day that is over; a record that does is counted too.
      const until = addDays(day, random.whole(-4, 9));
      events.push(event(by, 'ClockSuspended', { ground: 'inspection' as const, basis: 'b', reason: 'r', until }));
      turns.push({ on: day, stands: { until } });
    } else if (random.chance(0.5)) {
      events.push(event(by, 'ClockResumed', { reason: 'r' }));
      turns.push(goes);
    } else {
      events.push(returnedBy(by));
      turns.push({ on: day, stands: { until: null } });
      status = 'returned';
    }
  }
  return { events, turns };
}

/** The last day of the limit, counted day by day; or the year that nobody has published; or that it stands for good. */
function countedBy({ turns }: Life, days: number): string {
  const first = addDays(turns[0]?.on ?? '', 1);
  let left = days;
  for (let day = first; day < addDays(first, 800); day = addDays(day, 1)) {
    const stands = turns.findLast(({ on }) => on <= day)?.stands ?? false;
    if (stands !== false && (stands.until === null || day <= stands.until)) continue;
    const answer = workingDay(day);
    if (!answer.known) return String(answer.year);
    if (answer.works) left -= 1;
    if (left === 0) return day;
  }
  return 'paused';
}

it('count the days that are counted by hand, whatever stops and however often, also on one day', () => {
  const random = new Random(7);
  const found = new Set<string>();
  for (let life = 0; life < LIVES; life += 1) {
    const days = random.whole(1, 30);
    const lived = lifeOf(random, days);
    const due = dueOf(claimAfter(...lived.events).clocks?.whole ?? { days, runs: [], pausedSince: null });
    const says = due.is === 'known' ? due.day : due.is === 'unpublished' ? String(due.year) : 'paused';
    expect([life, lived.turns, says]).toEqual([life, lived.turns, countedBy(lived, days)]);
    found.add(due.is);
  }
  expect([...found].toSorted()).toEqual(['known', 'paused', 'unpublished']);
});
