import type { PlainDate } from '@duixian/casework';
import type { Command } from '@nestjs/cqrs';
import type { Outcome } from '../command/outcome.js';
import type { RowPlace } from './row-problem.js';

/** One command that a file asks for, ready to be sent. */
export interface ImportStep {
  readonly place: RowPlace;
  /** The day on which the office did it. */
  readonly on: PlainDate;
  /** Claim or enterprise that it is about. Once a step on it is refused, the later ones are left out. */
  readonly matter: string;
  /** What else its answer depends on: steps that share a key are sent one after another. */
  readonly keys: readonly string[];
  readonly command: Command<Outcome>;
  /** Column of the field that a refusal names. */
  readonly columnOf: (field: string) => string | null;
}

/** Steps that can be sent, and places in the files whose office nobody holds. */
export interface Planned {
  readonly steps: readonly ImportStep[];
  readonly unstaffed: readonly RowPlace[];
}
