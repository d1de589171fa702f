import type { JsonObject } from './event.js';

/** Turns the data of an event of one schema version into that of the next. Pure. */
export type Upcast = (data: JsonObject) => JsonObject;

/**
 * By event type, then by the schema version an upcast starts from. Old events are read in their newest shape and
 * never rewritten: versions 1 and 2 here reach 3.
 *
 *     { DeterminationMade: { 1: addBasis, 2: renamePayer } }
 */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcast>>>>;

/** Data in its newest shape, with the schema version reached. */
export function upcast(
  upcasters: Upcasters,
  type: string,
  schemaVersion: number,
  data: JsonObject,
): { schemaVersion: number; data: JsonObject } {
  const steps = upcasters[type];
  let reached = { schemaVersion, data };
  for (let step = steps?.[schemaVersion]; step !== undefined; step = steps?.[reached.schemaVersion]) {
    reached = { schemaVersion: reached.schemaVersion + 1, data: step(reached.data) };
  }
  return reached;
}
