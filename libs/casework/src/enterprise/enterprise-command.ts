import type { Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import type { EnterpriseChangeKind } from './change-event.js';

export interface RegisterEnterprise extends Command {
  readonly uscc: string;
  readonly name: string;
  readonly division: string;
}

/** An enterprise whose code does not check, with its licence as evidence. */
export interface ProposeRegistration extends RegisterEnterprise {
  /** As typed. */
  readonly licence: { readonly number: string; readonly issuedOn: PlainDate };
}

/** What is said of a proposed registration. */
export interface AnswerRegistration extends Command {
  readonly uscc: string;
  readonly proposal: string;
  readonly answer: AnswerMove['answer'];
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

/** 更名、换码、合并、分立、注销、吊销. */
export interface ProposeEnterpriseChange extends Command {
  readonly uscc: string;
  readonly kind: EnterpriseChangeKind;
  /** First day on which it holds. */
  readonly changedOn: PlainDate;
  /** The new name, as typed; null unless it is renamed. */
  readonly name: string | null;
  /** Codes of those who go on in its place. */
  readonly successors: readonly string[];
}

/** What is said of a proposed change. */
export interface AnswerEnterpriseChange extends Command {
  readonly uscc: string;
  readonly proposal: string;
  readonly answer: AnswerMove['answer'];
}

/** What is said of a proposed move. */
export interface AnswerMove extends Command {
  readonly uscc: string;
  readonly proposal: string;
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}
