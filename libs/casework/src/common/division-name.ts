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
