import type { RouteOffice } from '@duixian/policy';
import type { Actor } from '../../common/actor.js';
import { isOfDepartment, isOfOffice } from '../../common/reach.js';
import { invalidInput, refusal, type InvalidInput, type Refusal } from '../../common/refusal.js';
import type { Claim } from '../claim.js';
import { capacityRefusal } from '../participants.js';
import { isSameOffice, stepsOf, type ClaimRoute, type OpenStep } from '../route.js';
import { isTheirs, notTheirsRefusal, officeNames, openStepRefusal, stepAsked } from '../route-standing.js';

/** How often a step is forwarded before the lead department decides whose it is. */
export const FORWARDS_MAX = 3;

type NameOf = (division: string) => string;

/**
 * Why `actor` may not forward a step of the claim's route now, wherever to; null when he may.
 *
 * @param key of the step; null asks for any that is open.
 */
export function forwardRefusal(claim: Claim, key: string | null, actor: Actor, nameOf: NameOf): Refusal | null {
  const { route } = claim;
  const asked = stepAsked(route, key, (office) => isTheirs(office, actor));
  if (!asked.ok) return key === null || route === null ? nothingToForward(asked.refusal) : asked.refusal;
  if (route === null) return null;
  const { step } = asked;
  return (
    openStepRefusal(route, step, nameOf) ??
    notTheirsRefusal(step.office, actor, nameOf) ??
    ownRefusal(route, step) ??
    decidedRefusal(route, step, nameOf) ??
    capacityRefusal(step.office.role, claim.participants, actor)
  );
}

/** Of those reviewers who have an account that is open, whether one takes no part in the claim (回避). */
export interface Receiver {
  readonly recused: boolean;
}

/** Why a step is not forwarded to this department. @param receivers its reviewers. */
export function receiverRefusal(
  { route, department, actor, nameOf }: { route: ClaimRoute; department: string; actor: Actor; nameOf: NameOf },
  step: OpenStep,
  receivers: readonly Receiver[],
): Refusal | null {
  const to: RouteOffice = { role: 'reviewer', division: step.office.division, department };
  const names = officeNames(to, nameOf);
  if (department === step.office.department || isOfDepartment(actor, department)) {
    return wrong(
      '此步骤已在本部门，请另选部门，或直接办理。',
      'The step lies with your own department: choose another one, or take it.',
    );
  }
  const isToLead = isSameOffice(to, route.lead);
  if (timesForwarded(route, step) >= FORWARDS_MAX && !isToLead && !isOfLead(route, actor)) {
    const lead = officeNames(route.lead, nameOf);
    return wrong(
      `此步骤已转办${FORWARDS_MAX}次，只能交牵头部门（${lead.zh}）决定由谁办理；请选择该部门，或直接办理。`,
      `The step was forwarded ${FORWARDS_MAX} times: only the lead department (${lead.en}) decides whose it is. Choose it, or take the step.`,
    );
  }
  const beside = stepsOf(route).find(
    (each) => each.step.key !== step.key && each.stage === stageOf(route, step) && isSameOffice(each.step.office, to),
  );
  if (beside !== undefined && !isToLead) {
    return wrong(
      `${names.zh}在本环节已有步骤“${beside.step.name.zh}”，不能再办理此步骤；请另选部门。`,
      `${names.en} has a step of this stage already (${beside.step.name.en}): choose another department.`,
    );
  }
  if (receivers.length === 0) {
    return wrong(
      `${names.zh}没有在用的审核人账号，转去无人办理；请另选部门，或请系统管理员开设账号。`,
      `${names.en} has no reviewer with an account that is open, so that nobody could take it: choose another department, or ask the system administrator to open one.`,
    );
  }
  if (receivers.some(({ recused }) => !recused)) return null;
  return refusal(
    'RECUSED',
    {
      zh: `${names.zh}的审核人均已回避此件，不能转去；请另选部门。`,
      en: `All reviewers of ${names.en} take no part in this claim: choose another department.`,
    },
    'department',
  );
}

function timesForwarded({ forwarded }: ClaimRoute, { key }: OpenStep): number {
  return forwarded.filter(({ step }) => step === key).length;
}

function stageOf(route: ClaimRoute, { key }: OpenStep): number | undefined {
  return stepsOf(route).find(({ step }) => step.key === key)?.stage;
}

function isOfLead({ lead }: ClaimRoute, actor: Actor): boolean {
  return isOfOffice(actor, lead.division) && lead.department !== null && isOfDepartment(actor, lead.department);
}

/** What is nobody's to give away: who pays, and who leads. */
function ownRefusal(route: ClaimRoute, step: OpenStep): Refusal | null {
  const { office, kind } = step;
  if (office.role === 'finance') {
    return refusal('NOT_YOUR_TURN', {
      zh: '财政部门的步骤由出资责任确定，不能转办；有不同意见的，在办理时写明。',
      en: 'A finance bureau’s step follows from what it pays, and is not forwarded: say what speaks against it in the step.',
    });
  }
  const wasForwarded = timesForwarded(route, step) > 0;
  if (kind !== 'settlement' && (wasForwarded || !isSameOffice(office, route.lead))) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '牵头部门的步骤由政策确定，不能转办；条款不归本部门牵头的，请由财政部门更正政策文件。',
    en: 'The lead department’s steps follow from the document, and are not forwarded: where another department leads the clause, finance has the document corrected.',
  });
}

/** The lead department's word on whose step it is stands. */
function decidedRefusal(route: ClaimRoute, step: OpenStep, nameOf: NameOf): Refusal | null {
  const decided = route.forwarded.find((each) => each.step === step.key && isSameOffice(each.from, route.lead));
  if (decided === undefined) return null;
  const lead = officeNames(route.lead, nameOf);
  return refusal('ALREADY_DECIDED', {
    zh: `牵头部门（${lead.zh}）已于${decided.on}决定由本部门办理，不能再转办；有不同意见的，在办理时写明。`,
    en: `The lead department (${lead.en}) decided on ${decided.on} that the step is yours: it is forwarded no more. Say what speaks against it in the step.`,
  });
}

/** Where no step of a route is open, what is left is the lead department's review. */
function nothingToForward(reason: Refusal): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: `没有可以转办的步骤：${reason.message.zh}牵头部门的审核不能转办。`,
    en: `There is no step to forward. ${reason.message.en} The review of the lead department is not forwarded.`,
  });
}

function wrong(zh: string, en: string): InvalidInput {
  return invalidInput([{ field: 'department', message: { zh, en } }]);
}
