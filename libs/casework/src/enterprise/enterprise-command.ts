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

/** A change was entered wrongly: of another day, or it never came about. */
export interface ProposeChangeCorrection extends Command {
  readonly uscc: string;
  /** The proposal by which the change came on record. */
  readonly change: string;
  /** The true day, as typed; null where it never came about. */
  readonly changedOn: PlainDate | null;
}

/** What is said of a proposed change, or of the correction of one. */
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
