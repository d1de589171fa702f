import type { Measure } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { departmentName, nameFor } from '../common/division-name.js';
import { isInArea, isOfDepartment, isOfOffice } from '../common/reach.js';
import { refusal, type Refusal } from '../common/refusal.js';
import { ROLE_NAMES } from './names.js';
import type { ClaimOffice } from './claim-step.js';

/** Where a claim belongs: its enterprise's division, and the measure it is made under. */
export interface Place {
  readonly division: string;
  readonly measure: Measure;
  /** What people called a division then; what they call it on the day of the command, where it is left out. */
  readonly nameOf?: (division: string) => string;
}

/** Why the step is another office's; null when `actor` holds the one that takes it. */
export function officeRefusal(role: ClaimOffice, actor: Actor, place: Place): Refusal | null {
  return actor.roles.includes(role) && isResponsible(role, actor, place) ? null : notYourOffice(role, actor, place);
}

function isResponsible(role: ClaimOffice, actor: Actor, { division, measure }: Place): boolean {
  switch (role) {
    case 'clerk':
      return isInArea(actor, division);
    case 'reviewer':
      return isOfOffice(actor, measure.policy.division) && isOfDepartment(actor, measure.clause.departments.lead);
    case 'finance':
      return isOfOffice(actor, measure.policy.division);
  }
}

function notYourOffice(role: ClaimOffice, actor: Actor, place: Place): Refusal {
  const { zh, en } = ROLE_NAMES[role];
  const office = officeName(role, { nameOf: (division) => nameFor(actor, division), ...place });
  return refusal('NOT_YOUR_OFFICE', {
    zh: `此步骤由${office.zh}的“${zh}”岗位办理，请转交其办理。`,
    en: `This step belongs to the ${en} of ${office.en}: pass it on to that office.`,
  });
}

function officeName(
  role: ClaimOffice,
  { division, measure, nameOf }: Place & Required<Pick<Place, 'nameOf'>>,
): { zh: string; en: string } {
  const policyDivision = nameOf(measure.policy.division);
  switch (role) {
    case 'clerk':
      return { zh: `企业所在地（${nameOf(division)}）`, en: `the enterprise's division (${nameOf(division)})` };
    case 'reviewer': {
      const { lead } = measure.clause.departments;
      return { zh: departmentName(policyDivision, lead), en: `${lead} in ${policyDivision}` };
    }
    case 'finance':
      return { zh: policyDivision, en: policyDivision };
  }
}

/** The two-person rule (双人复核): why whoever took the last step may not take the next; null for anybody else. */
export function personRefusal(lastActor: string, actor: Actor): Refusal | null {
  if (lastActor !== actor.userId) return null;
  return refusal('SAME_PERSON', {
    zh: '上一步由您本人办理，下一步须由另一位经办人办理。',
    en: 'You took the previous step yourself: the next one is for a colleague.',
  });
}
