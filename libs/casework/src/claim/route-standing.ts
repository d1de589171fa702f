import type { RouteOffice } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { departmentName } from '../common/division-name.js';
import { isOfDepartment, isOfOffice } from '../common/reach.js';
import { invalidInput, refusal, type Refusal } from '../common/refusal.js';
import type { Claim } from './claim.js';
import { ROLE_NAMES } from './names.js';
import { personRefusal } from './office.js';
import { capacityRefusal } from './participants.js';
import {
  barredFrom,
  currentStage,
  isTurnedDown,
  openSteps,
  stepsOf,
  samplingOf,
  takenStep,
  undecidedSteps,
  type ClaimRoute,
  type OpenStep,
} from './route.js';

type NameOf = (division: string) => string;

/**
 * Why `actor` may not take a step of the claim's route now; null when he may.
 *
 * @param key of the step; null asks for any that is open.
 */
export function routeStepRefusal(claim: Claim, key: string | null, actor: Actor, nameOf: NameOf): Refusal | null {
  const { route } = claim;
  const asked = stepAsked(route, key, (office) => isTheirs(office, actor));
  if (!asked.ok) return asked.refusal;
  const { step } = asked;
  return (
    openStepRefusal(asked.route, step, nameOf) ??
    notTheirsRefusal(step.office, actor, nameOf) ??
    personRefusal(claim.lastActor, actor) ??
    barredRefusal(route, actor) ??
    capacityRefusal(step.office.role, claim.participants, actor)
  );
}

/** A step that is asked for, or why there is none. */
type StepAsked =
  | { readonly ok: true; readonly route: ClaimRoute; readonly step: OpenStep }
  | { readonly ok: false; readonly refusal: Refusal };

/** @param key null asks for any that is open, first one that is `own`. */
export function stepAsked(
  route: ClaimRoute | null,
  key: string | null,
  own: (office: RouteOffice) => boolean,
): StepAsked {
  if (route === null) return { ok: false, refusal: noRouteRefusal() };
  if (key !== null) {
    const found = stepsOf(route).find(({ step }) => step.key === key);
    return found === undefined
      ? { ok: false, refusal: unknownStep(key, route) }
      : { ok: true, route, step: found.step };
  }
  const open = openSteps(route);
  const first = open.find(({ office }) => own(office)) ?? open[0];
  if (first !== undefined) return { ok: true, route, step: first };
  return { ok: false, refusal: endedRefusal(route) ?? undrawnRefusal(route) ?? doneRefusal() };
}

/** Why a step is not open; null while it is. */
export function openStepRefusal(route: ClaimRoute, step: OpenStep, nameOf: NameOf): Refusal | null {
  return (
    takenRefusal(route, step) ??
    endedRefusal(route) ??
    notDrawnRefusal(route, step) ??
    aheadRefusal(route, step, nameOf)
  );
}

/** Why the lead department may not review the claim yet: which offices are still to answer. */
export function routeOpenRefusal({ route }: Claim, nameOf: NameOf): Refusal | null {
  if (route === null) return null;
  return endedRefusal(route) ?? waitingRefusal(openSteps(route), nameOf) ?? undrawnRefusal(route);
}

/** Why somebody does not review what he had a hand in just before. */
export function barredRefusal(route: ClaimRoute | null, actor: Actor): Refusal | null {
  if (route === null || !barredFrom(route, currentStage(route)).includes(actor.userId)) return null;
  return refusal('SAME_PERSON', {
    zh: '本环节或上一环节由您本人办理，须由另一位经办人办理。',
    en: 'You took a step of this stage or of the one before: this one is for a colleague.',
  });
}

export function isTheirs({ role, division, department }: RouteOffice, actor: Actor): boolean {
  return (
    actor.roles.includes(role) &&
    isOfOffice(actor, division) &&
    (department === null || isOfDepartment(actor, department))
  );
}

/** 泉州市科技局, or the finance bureau of 鲤城区. */
export function officeNames({ division, department }: RouteOffice, nameOf: NameOf): { zh: string; en: string } {
  const place = nameOf(division);
  return department === null
    ? { zh: `${place}财政部门`, en: `the finance bureau of ${place}` }
    : { zh: departmentName(place, department), en: `${department} of ${place}` };
}

export function notTheirsRefusal(office: RouteOffice, actor: Actor, nameOf: NameOf): Refusal | null {
  if (isTheirs(office, actor)) return null;
  const names = officeNames(office, nameOf);
  const role = ROLE_NAMES[office.role];
  return refusal('NOT_YOUR_OFFICE', {
    zh: `此步骤由${names.zh}的“${role.zh}”岗位办理，请转交其办理。`,
    en: `This step belongs to the ${role.en} of ${names.en}: pass it on to that office.`,
  });
}

function takenRefusal(route: ClaimRoute, step: OpenStep): Refusal | null {
  const taken = takenStep(route, step.key);
  if (taken === undefined) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `“${step.name.zh}”已由${taken.by}于${taken.on}办理，无需再办理。`,
    en: `‘${step.name.en}’ was done by ${taken.by} on ${taken.on}: nothing is left to do here.`,
  });
}

function aheadRefusal(route: ClaimRoute, step: OpenStep, nameOf: NameOf): Refusal | null {
  const open = openSteps(route);
  if (open.some(({ key }) => key === step.key)) return null;
  return waitingRefusal(open, nameOf) ?? undrawnRefusal(route);
}

/** Nobody knows yet whether the claim takes the step. */
function undrawnRefusal(route: ClaimRoute): Refusal | null {
  const [step] = undecidedSteps(route);
  if (step === undefined) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: `此件等待抽取：是否“${step.name.zh}”由牵头部门在“申报批次”页抽取后确定。`,
    en: `The claim waits for a draw: whether it takes ‘${step.name.en}’ is known once the lead department has drawn, on the page of rounds.`,
  });
}

function notDrawnRefusal(route: ClaimRoute, step: OpenStep): Refusal | null {
  if (samplingOf(route, step.key)?.drawn !== false) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: `此件未被抽中，无需“${step.name.zh}”。`,
    en: `The claim was not drawn: it does not take ‘${step.name.en}’.`,
  });
}

function waitingRefusal(open: readonly OpenStep[], nameOf: NameOf): Refusal | null {
  if (open.length === 0) return null;
  const offices = open.map(({ office, name }) => ({ names: officeNames(office, nameOf), name }));
  return refusal('NOT_YOUR_TURN', {
    zh: `尚待${offices.map(({ names, name }) => `${names.zh}“${name.zh}”`).join('、')}，之后才能办理此步骤。`,
    en: `Still to come first: ${offices.map(({ names, name }) => `‘${name.en}’ by ${names.en}`).join('; ')}.`,
  });
}

function endedRefusal(route: ClaimRoute): Refusal | null {
  if (!isTurnedDown(route)) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '集体研究未同意此件：请由牵头部门退回补正或不予通过。',
    en: 'The meeting did not agree to the claim: the lead department returns or rejects it.',
  });
}

function noRouteRefusal(): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: '本条款没有另设办理路线，由牵头部门直接审核。',
    en: 'The clause has no route of its own: its lead department reviews the claim at once.',
  });
}

function doneRefusal(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '办理路线上的步骤均已办结，等待牵头部门审核。',
    en: 'Every step of the route is taken: the claim waits for the review of the lead department.',
  });
}

function unknownStep(key: string, route: ClaimRoute): Refusal {
  const keys = stepsOf(route).map(({ step }) => step.key);
  return invalidInput([
    {
      field: 'step',
      message: {
        zh: `此件的办理路线没有步骤“${key}”；现有：${keys.join('、')}。`,
        en: `The claim's route has no step '${key}'. It has: ${keys.join(', ')}.`,
      },
    },
  ]);
}
