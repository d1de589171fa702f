import type { Bilingual } from '../schema/primitives.js';

/** The way from the top of `policy.yaml` to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** A line and a column, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What is wrong with a policy, where, and what to do about it. */
export interface Problem extends Position {
  file: string;
  message: Bilingual;
}

/** A problem found by a check, before its place in the file is known. */
export interface Fault {
  path: Path;
  message: Bilingual;
}
