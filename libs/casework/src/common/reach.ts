import type { Actor } from './actor.js';
import { liesIn, type Division } from './division.js';

/**
 * For what else an official acts, beside the division and department under which he is on record: his division may have
 * been renamed or merged, his department may go on with another's work, and zones may lie in his county.
 */
export interface Reach {
  /** Codes of divisions that are one office with his own. */
  readonly divisions: readonly Division[];
  /** What the codes of all divisions begin with that lie in his. */
  readonly areas: readonly string[];
  /** Names under which documents know his department. */
  readonly departments: readonly string[];
}

/** Whether the division is that of the official's office, under any of its codes. */
export function isOfOffice({ division: own, reach }: Actor, division: Division): boolean {
  return own === division || reach?.divisions.includes(division) === true;
}

/** Whether the division is the official's own or lies in it. */
export function isInArea({ division: own, reach }: Actor, division: Division): boolean {
  return liesIn(division, own) || reach?.areas.some((area) => division.startsWith(area)) === true;
}

/** Whether the department that a document names is the official's, under any of its names. */
export function isOfDepartment({ department: own, reach }: Actor, department: string): boolean {
  return own === department || reach?.departments.includes(department) === true;
}
