import type { Actor } from '../common/actor.js';
import { isDivision, liesIn, type Division } from '../common/division.js';
import { refusal, type FieldProblem, type Refusal } from '../common/refusal.js';

/** A county of a city as the standard lists it. */
export interface County {
  readonly code: Division;
  /** In Chinese. */
  readonly name: string;
}

/**
 * Problems of a division that an enterprise of the tenant shall belong to. A county that is not there has no treasury:
 * what it owed could never be paid.
 *
 * @param counties all of the tenant; none where the standard divides the city no further, as 441900.
 */
export function divisionProblems(division: string, tenant: string, counties: readonly County[]): FieldProblem[] {
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
  const isKnown = counties.length === 0 || counties.some(({ code }) => code === division);
  if (isKnown || !liesIn(division, tenant)) return [];
  const list = counties.map(({ code, name }) => `${name} ${code}`);
  return [
    {
      field: 'division',
      message: {
        zh: `本市没有代码为${division}的县（市、区），请填写其中之一（开发区企业填写所在县市区）：${list.join('、')}。`,
        en: `The city has no county or district ${division}: state one of these, also for a development zone in it: ${list.join(', ')}.`,
      },
    },
  ];
}

/** Why a clerk may not enter that an enterprise belongs to the division. */
export function divisionRefusal(division: string, tenant: string, actor: Actor): Refusal | null {
  if (!liesIn(division, tenant)) {
    return refusal(
      'WRONG_JURISDICTION',
      {
        zh: `${division}不属于本市（${tenant}），请到企业所在地登记。`,
        en: `${division} does not belong to this city (${tenant}): register the enterprise where it belongs.`,
      },
      'division',
    );
  }
  if (actor.roles.includes('clerk') && liesIn(division, actor.division)) return null;
  return refusal(
    'NOT_YOUR_OFFICE',
    {
      zh: `${division}的企业由当地窗口登记，请转交其办理。`,
      en: `Enterprises of ${division} are entered by the window there: pass it on to that office.`,
    },
    'division',
  );
}

/** Why somebody is none of the clerks who keep what is known of an enterprise of the division; null when he is one. */
export function clerkRefusal(division: string, actor: Actor): Refusal | null {
  if (actor.roles.includes('clerk') && liesIn(division, actor.division)) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: `企业现属${division}，此事由当地窗口办理，请转交其办理。`,
    en: `The enterprise belongs to ${division} now: this is for the window there, pass it on to that office.`,
  });
}
