import type { Actor } from '../common/actor.js';
import { departmentName, nameFor } from '../common/division-name.js';
import { isOfDepartment, isOfOffice } from '../common/reach.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { ListHead } from './recognition-event.js';

type Keeper = Pick<ListHead, 'division' | 'department'>;

/** Why somebody may not propose or answer for a list: its department's reviewers do, and the window of its division. */
export function listOfficeRefusal(keeper: Keeper, actor: Actor): Refusal | null {
  if (isOfOffice(actor, keeper.division)) {
    if (actor.roles.includes('clerk')) return null;
    if (actor.roles.includes('reviewer') && isOfDepartment(actor, keeper.department)) return null;
  }
  const { department } = keeper;
  const division = nameFor(actor, keeper.division);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `认定名单由${departmentName(division, department)}的“审核”岗位和同级“窗口受理”岗位提出、同意，请转交其办理。`,
    en: `The list is proposed and agreed to by reviewers of ${department} in ${division} and by its window: pass it on there.`,
  });
}

/** Why nobody of the department that answers for the list would have looked at it; null when one of the two is. */
export function departmentRefusal(keeper: Keeper, proposedFrom: string | null, actor: Actor): Refusal | null {
  if (proposedFrom === keeper.department || isOfDepartment(actor, keeper.department)) return null;
  return refusal('NOT_YOUR_OFFICE', {
    zh: `提出、同意的两人中须有一人是${keeper.department}的经办人，请由该部门“审核”岗位同意。`,
    en: `One of the two who propose and agree is of ${keeper.department}: leave the agreement to one of its reviewers.`,
  });
}
