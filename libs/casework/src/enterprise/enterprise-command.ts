import type { Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';

export interface RegisterEnterprise extends Command {
  readonly uscc: string;
  readonly name: string;
  readonly division: string;
}

export interface ProposeMove extends Command {
  readonly uscc: string;
  /** The division it moves to. */
  readonly division: string;
  /** First day there. */
  readonly movedOn: PlainDate;
  /** Whether this puts the last move right; a division where it was before takes that move back. */
  readonly corrects: boolean;
}

/** What is said of a proposed move. */
export interface AnswerMove extends Command {
  readonly uscc: string;
  readonly proposal: string;
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}
