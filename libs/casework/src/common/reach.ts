import type { Actor } from './actor.js';
import { liesIn, type Division } from './division.js';

/** Whether the division is that of the official's office, under any of its codes. */
export function isOfOffice({ division: own, reach }: Pick<Actor, 'division' | 'reach'>, division: Division): boolean {
  return own === division || reach?.divisions.includes(division) === true;
}

/** Whether the division is the official's own or lies in it. */
export function isInArea({ division: own, reach }: Actor, division: Division): boolean {
  return liesIn(division, own) || reach?.areas.some((area) => division.startsWith(area)) === true;
}

/** Whether the department that a document names is the official's, under any of its names. */
export function isOfDepartment(
  { department: own, reach }: Pick<Actor, 'department' | 'reach'>,
  department: string,
): boolean {
  return own === department || reach?.departments.includes(department) === true;
}
