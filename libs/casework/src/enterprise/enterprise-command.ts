import type { Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';

export interface RegisterEnterprise extends Command {
  readonly uscc: string;
  readonly name: string;
  readonly division: string;
}

export interface MoveEnterprise extends Command {
  readonly uscc: string;
  /** The division it moves to. */
  readonly division: string;
  /** First day there. */
  readonly movedOn: PlainDate;
}
