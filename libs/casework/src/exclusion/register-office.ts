import type { RegisterOffice } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { isOfDepartment, isOfOffice } from '../common/reach.js';
import { refusal, type Refusal } from '../common/refusal.js';
import { officeName } from './hits.js';

/** Why somebody may not keep a register or clear its rows: the office that the city names does. */
export function registerOfficeRefusal(office: RegisterOffice, actor: Actor, city: string): Refusal | null {
  const { role, department } = office;
  const isTheirs =
    actor.roles.includes(role) &&
    isOfOffice(actor, city) &&
    (department === undefined || isOfDepartment(actor, department));
  if (isTheirs) return null;
  const name = officeName(office);
  return refusal('NOT_YOUR_OFFICE', {
    zh: `由${name.zh}办理，请转交其办理。`,
    en: `It is for ${name.en}: pass it on to that office.`,
  });
}
