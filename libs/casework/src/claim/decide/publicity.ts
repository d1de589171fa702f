import { dayAfterWorkingDays, knownYears } from '@duixian/calendar';
import { PUBLICITY_MAX, type Catalogue, type Measure, type PublicityRule } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, eventAt, refused } from '../../common/decision.js';
import { addDays, type PlainDate } from '../../common/plain-date.js';
import { invalidInput, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { enterpriseEnded } from '../../enterprise/closing.js';
import type { Entitlement } from '../../entitlement/entitlement.js';
import { NO_LISTS, type RecognitionLists } from '../../recognition/claimed-entries.js';
import type { PubliciseClaim } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import type { Shown } from '../claim-event.js';
import { measureOf } from '../measures.js';
import { standingOf } from '../standing.js';

/**
 * 公示: the determination is shown to the public for as many days as the rule of the clause asks, counted from the day
 * after today; payment is instructed after the last of them. Of an enterprise that has ended nothing is shown, since
 * nothing will be paid.
 */
export function decidePublicity(input: {
  readonly command: PubliciseClaim;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
  /** Those on whose entries it rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
}): CaseworkDecision {
  const { command, entitlement, catalogue, lists = NO_LISTS } = input;
  const context = { on: command.on, catalogue, evidence: [], lists };
  const standing = standingOf('PUBLICISE', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const { days, on: from } = command;
  const rule = catalogue.publicityOf(standing.claim.measure);
  if (!Number.isInteger(days) || days < rule.least || days > PUBLICITY_MAX) return refused(lengthRefusal(rule));
  const { unit, least } = rule;
  const last = lastDay(from, days, rule);
  if (!last.known) return refused(yearRefusal(last.year));
  const shown = shownOf(measureOf(catalogue, standing.claim.measure), catalogue);
  const publicised = eventAt(2, command, 'DeterminationPublicised', {
    from,
    until: last.day,
    days,
    unit,
    least,
    shown,
  });
  return accepted([{ stream: claimStream(standing.claim.id), events: [publicised] }]);
}

function shownOf({ policy, clause }: Measure, { places }: Catalogue): Shown {
  const office = clause.departments.lead;
  return { clause: clause.title, office, telephone: places.departments.telephoneOf(policy.division, office) };
}

/** The last day of a publicity that begins on `from`; or the first year whose working days nobody has published. */
function lastDay(
  from: PlainDate,
  days: number,
  { unit }: PublicityRule,
): { readonly known: true; readonly day: PlainDate } | { readonly known: false; readonly year: number } {
  if (unit === 'days') return { known: true, day: addDays(from, days) };
  const after = dayAfterWorkingDays(from, days);
  return after.known ? { known: true, day: addDays(after.day, -1) } : after;
}

function lengthRefusal({ least, unit, source }: PublicityRule): Refusal {
  const working = unit === 'workingDays';
  return invalidInput([
    {
      field: 'days',
      message: {
        zh: `公示期应为${least}至${PUBLICITY_MAX}个${working ? '工作日' : '自然日'}的整数${source === null ? '' : `（${source}）`}。`,
        en: `State the length of the publicity in whole ${working ? 'working days' : 'days'}, ${least} to ${PUBLICITY_MAX}${source === null ? '' : ` (${source})`}.`,
      },
    },
  ]);
}

function yearRefusal(year: number): Refusal {
  const held = [...new Set([knownYears.at(0), knownYears.at(-1)])].join('–');
  return invalidInput([
    {
      field: 'days',
      message: {
        zh: `${year}年的节假日安排尚未收录（已收录${held}年），无法推算工作日；请在国务院办公厅发布通知并更新系统后再公示。`,
        en: `The working days of ${year} are not in the calendar yet (it holds ${held}): publicise when the State Council’s notice is out and the system is updated.`,
      },
    },
  ]);
}
