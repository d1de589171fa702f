import type { Places } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { nameAndCodeFor, nameFor } from '../common/division-name.js';
import { isDivision, liesIn } from '../common/division.js';
import type { PlainDate } from '../common/plain-date.js';
import { isInArea } from '../common/reach.js';
import { refusal, type FieldProblem, type Refusal } from '../common/refusal.js';

/**
 * Problems of a division that an enterprise of the tenant shall belong to from now on: a county or zone that is in force
 * on the day, or the city itself where the standard divides it no further. What is not there has no treasury: what it
 * owed could never be paid.
 */
export function divisionProblems(
  { division, tenant, on }: { readonly division: string; readonly tenant: string; readonly on: PlainDate },
  places: Places,
): FieldProblem[] {
  const counties = places.countiesOf(tenant, on);
  if (counties.length === 0) return division === tenant || !liesIn(division, tenant) ? [] : [undivided(tenant)];
  if (!isDivision(division) || division.endsWith('00')) {
    return [
      {
        field: 'division',
        message: {
          zh: '请填写企业所在县（市、区）的六位行政区划代码。',
          en: 'State the six digits of the county or district to which the enterprise belongs.',
        },
      },
    ];
  }
  if (counties.some(({ code }) => code === division) || !liesIn(division, tenant)) return [];
  const now = places.asOf(division, on);
  if (places.isInForce(now, on)) return [ended(division, now, on, places)];
  const list = counties.map(({ code, name }) => `${name} ${code}`);
  return [
    {
      field: 'division',
      message: {
        zh: `本市没有代码为${division}的县（市、区）或开发区，请填写其中之一：${list.join('、')}。`,
        en: `The city has no county, district or zone ${division}: state one of these: ${list.join(', ')}.`,
      },
    },
  ];
}

function ended(division: string, now: string, on: PlainDate, places: Places): FieldProblem {
  const was = places.find(division, on);
  const is = places.find(now, on);
  const to = was?.to ?? null;
  const [old, current] = [`${was?.name ?? ''} ${division}`, `${is?.name ?? ''} ${now}`];
  const message =
    to !== null && to <= on
      ? {
          zh: `${old}已于${to}停用，请填写承接它的${current}。`,
          en: `${old} is no longer in force since ${to}: state ${current}, which goes on in its place.`,
        }
      : {
          zh: `${old}在${on}尚未启用，请填写当时的${current}。`,
          en: `${old} was not yet in force on ${on}: state ${current}, which it was then.`,
        };
  return { field: 'division', message };
}

function undivided(tenant: string): FieldProblem {
  const message = {
    zh: `本市不设县（市、区），请填写本市代码${tenant}。`,
    en: `The city has no counties or districts: state its own code, ${tenant}.`,
  };
  return { field: 'division', message };
}

/** Why a clerk may not enter that an enterprise belongs to the division. */
export function divisionRefusal(division: string, tenant: string, actor: Actor): Refusal | null {
  const stated = nameAndCodeFor(actor, division);
  if (!liesIn(division, tenant)) {
    return refusal(
      'WRONG_JURISDICTION',
      {
        zh: `${stated}不属于${nameFor(actor, tenant)}，请到企业所在地登记。`,
        en: `${stated} does not belong to ${nameFor(actor, tenant)}: register the enterprise where it belongs.`,
      },
      'division',
    );
  }
  if (actor.roles.includes('clerk') && isInArea(actor, division)) return null;
  return refusal(
    'NOT_YOUR_OFFICE',
    {
      zh: `${stated}的企业由当地窗口登记，请转交其办理。`,
      en: `Enterprises of ${stated} are entered by the window there: pass it on to that office.`,
    },
    'division',
  );
}

/** Why somebody is none of the clerks who keep what is known of an enterprise of the division; null when he is one. */
export function clerkRefusal(division: string, actor: Actor): Refusal | null {
  if (actor.roles.includes('clerk') && isInArea(actor, division)) return null;
  const name = nameFor(actor, division);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `企业现属${name}，此事由当地窗口办理，请转交其办理。`,
    en: `The enterprise belongs to ${name} now: this is for the window there, pass it on to that office.`,
  });
}
