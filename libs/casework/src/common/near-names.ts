import { editDistance } from '@duixian/policy';
import { lookOf } from './look.js';

/** A part of a name that says less than this is a part of many. */
const PART_LENGTH_MIN = 3;
/** How long the shorter of two names is at least for one character, and for two, to be a slip of the pen. */
const LENGTH_FOR_ONE = 4;
const LENGTH_FOR_TWO = 8;

/**
 * Whether two names that do not look the same may yet be one: the one is a part of the other (福建云岭, 云岭), or a character
 * or two differ. Somebody has to compare them.
 */
export function areNearNames(one: string, other: string): boolean {
  const [a, b] = [lookOf(one), lookOf(other)];
  if (a === null || b === null || a === b) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length >= PART_LENGTH_MIN && longer.includes(shorter)) return true;
  const slips = shorter.length >= LENGTH_FOR_TWO ? 2 : shorter.length >= LENGTH_FOR_ONE ? 1 : 0;
  return editDistance(a, b) <= slips;
}
