import type { Bilingual } from '@duixian/policy';
import type { Role } from '../common/actor.js';
import type { ClaimStatus } from './claim-status.js';

/** The offices that take steps on a claim; the treasury takes them on its payments. */
export type ClaimOffice = Extract<Role, 'clerk' | 'reviewer' | 'finance'>;

/** Refusals that not every step can meet, as the schema names them. */
export type StepRefusal = 'InvalidInput' | 'EvidenceContested' | 'CeilingReached';

/** All that is known of a step, whoever asks: the deciders, the API and its schema, and the pages. */
export interface ClaimStep {
  /** What refusals and the schema call it: “it is not yet time to … it”. */
  readonly name: Bilingual;
  /** On its button, where that is not its name. */
  readonly button?: Bilingual;
  /** The mutation, after which its input and its result are named. */
  readonly mutation: string;
  /** Held by every office that takes it. */
  readonly permission: string;
  /** From which status it is taken, and by which office then. */
  readonly from: Readonly<Partial<Record<ClaimStatus, ClaimOffice>>>;
  /** Other offices that take it as well, where the claim's route or its last step says so. */
  readonly alsoBy?: readonly ClaimOffice[];
  /** The status in which a claim waits for it; every other step leads back, or to an end. */
  readonly forwardFrom?: ClaimStatus;
  /** What it is told beside the claim's number; `own` where its resolver and its dialog say what. */
  readonly input: 'nothing' | 'reason' | 'own';
  readonly refusals: readonly StepRefusal[];
  /** Whether it ends what cannot be begun again. */
  readonly isGrave?: boolean;
  /** In the schema: what it does, and what its input says. */
  readonly schema: { readonly mutation: string; readonly input: string };
  /** In its dialog: what it brings about, and what is said when it is done. Null where it has a page of its own. */
  readonly dialog: { readonly says: Bilingual; readonly done: Bilingual } | null;
}
