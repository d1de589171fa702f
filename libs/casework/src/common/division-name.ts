import type { Actor } from './actor.js';
import type { Division } from './division.js';

/** What is written for a division in a sentence to an official: what people call it, as far as he can be told. */
export function nameFor({ nameOf }: Actor, division: Division): string {
  return nameOf?.(division) ?? division;
}

/** A division that he stated by its code: both, so that he sees what he stated. */
export function nameAndCodeFor(actor: Actor, division: Division): string {
  const name = nameFor(actor, division);
  return name === division ? division : `${name} ${division}`;
}

/** The level that a department's name begins with, and not a market (市场) or a blockchain (区块链). */
const LEVEL = /^(?:市(?!场)|区(?!块)|县)/u;

/** A department of a place as people call it: of 泉州市 and 市科技局, 泉州市科技局. */
export function departmentName(place: string, department: string): string {
  const level = LEVEL.exec(department)?.[0];
  return level !== undefined && place.endsWith(level) ? place + department.slice(level.length) : place + department;
}
