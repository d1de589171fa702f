import type { Fen } from '@duixian/money';
import type { Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import type { ConditionAnswer } from './conditions.js';
import type { Facts } from './facts.js';
import type { SuspensionGround } from './deadline/deadline-schema.js';
import type { ObjectorMask, UpheldStep } from './objection-schema.js';
import type { Distinction } from './near-subjects.js';
import type { ReturnAnswer } from './returned/return-schema.js';
import type { ExpertScore, StepOutcome, StepPaper } from './route-schema.js';

/** A numbered document as typed in: kind and number are checked by the decision. */
export interface StatedEvidence {
  readonly kind: string;
  readonly number: string;
  /** Null unless it is an invoice. */
  readonly invoice: StatedInvoice | null;
  /** The other party of a contract; null of another document, and where it is not known. */
  readonly party: string | null;
}

/** What stands on an invoice. A red-letter one has no minus sign: it names the invoice that it takes back. */
export interface StatedInvoice {
  readonly seller: string;
  readonly sellerUscc: string;
  readonly issuedOn: PlainDate;
  /** Without tax. */
  readonly amount: Fen;
  readonly tax: Fen;
  readonly reverses: string | null;
}

/** What an enterprise states (申报). Texts come as typed; the decision names every one that is wrong. */
export interface StatedApplication {
  readonly occurredOn: PlainDate;
  readonly subject: string | null;
  readonly facts: Facts;
  readonly requestedAmount: Fen;
  readonly evidence: readonly StatedEvidence[];
}

/** A step that is told nothing but which claim it is about. */
export interface ClaimCommand extends Command {
  /** The claim's number. */
  readonly claim: string;
}

/** A step that is told why. */
export interface ReasonedClaimCommand extends ClaimCommand {
  readonly reason: string;
}

export interface SubmitClaim extends ClaimCommand, StatedApplication {
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
}

/** What is to be corrected, as it is typed in. */
export interface StatedReturnItem {
  /** One of {@link correctableFields}. */
  readonly field: string;
  readonly wrong: string;
  readonly wanted: string;
}

export interface ReturnClaim extends ClaimCommand {
  /** A remark on the whole; null where the items say it all. */
  readonly reason: string | null;
  readonly items: readonly StatedReturnItem[];
  /** Why something was not told with an earlier return; null where nothing is told late. */
  readonly lateReason: string | null;
}

export interface ResubmitClaim extends ClaimCommand, StatedApplication {
  /** Of fields that the return named: why one stays as it is, or what was done elsewhere. */
  readonly answers: readonly ReturnAnswer[];
}

/** 容缺受理: which of the papers that are missing follow, by kind. */
export interface AcceptLacking extends ClaimCommand {
  readonly kinds: readonly string[];
}

/** 补交: a paper that was to follow. */
export interface HandInPaper extends ClaimCommand {
  readonly evidence: StatedEvidence;
}

export interface ReviewClaim extends ClaimCommand {
  readonly opinion: string;
  /** Given if and only if the measure asks the lead department for an amount. */
  readonly agreedAmount: Fen | null;
  /** Of other claims whose subjects have almost the same name; null where there is none. */
  readonly distinction: Distinction | null;
  /** On what the department agrees (附条件同意); left out where it agrees as the claim stands. */
  readonly conditions?: string;
}

export interface DetermineClaim extends ClaimCommand {
  /** Whether each condition is met on which an office agreed; left out where the claim has none. */
  readonly conditions?: readonly ConditionAnswer[];
}

/** An objection as the window received it. */
export interface RaiseObjection extends ClaimCommand {
  readonly receivedOn: PlainDate;
  /** Null where nobody says who objects. */
  readonly by: ObjectorMask | null;
  /** Whether a unit's seal stands on it; of no other's it counts for nothing. */
  readonly sealed: boolean;
  readonly what: string;
  readonly evidence: string | null;
}

export interface SettleObjection extends ClaimCommand {
  /** Its id. */
  readonly objection: string;
  readonly reason: string;
  readonly upheld: boolean;
  /** What follows where it is upheld; null where it is not. */
  readonly then: UpheldStep | null;
}

/** Who objected is erased outside the log. */
export interface EraseObjector extends ReasonedClaimCommand {
  /** The objection's id. */
  readonly objection: string;
}

/** What an office says in a step of the claim's route. */
export interface TakeStep extends ClaimCommand {
  /** Its key. */
  readonly step: string;
  readonly outcome: StepOutcome;
  readonly opinion: string;
  /** Given if and only if it agrees with conditions. */
  readonly conditions: string | null;
  /** Minutes or a report; null where there is none. */
  readonly paper: StepPaper | null;
  /** Of a panel; empty of any other. */
  readonly scores: readonly ExpertScore[];
}

export interface ForwardStep extends ReasonedClaimCommand {
  /** Its key. */
  readonly step: string;
  /** Of the division whose department has it now. */
  readonly department: string;
}

export interface PubliciseClaim extends ClaimCommand {
  /** Length of the publicity (公示期), in what the rule of the clause counts: days or working days. */
  readonly days: number;
}

export interface SuspendClock extends ReasonedClaimCommand {
  /** For what the clock stops. */
  readonly ground: SuspensionGround;
  /** The rule that lets it, as it is cited. */
  readonly basis: string;
}
