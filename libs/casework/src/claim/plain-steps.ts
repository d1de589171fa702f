import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import type { Entitlement } from '../entitlement/entitlement.js';
import type { EvidenceHistory } from '../evidence/evidence.js';
import type { ExclusionHit } from '../exclusion/hits.js';
import type { RecognitionLists } from '../recognition/claimed-entries.js';
import type { Claim, ClaimState } from './claim.js';
import type { ClaimStatus } from './claim-status.js';
import type { ClaimCommand, ReasonedClaimCommand } from './claim-command.js';
import { decideAcceptance } from './decide/acceptance.js';
import { decideRejection } from './decide/rejection.js';
import { decideRouteMove } from './decide/route-move.js';
import { decideResumption } from './decide/suspension.js';
import { decideTakeBack } from './decide/take-back.js';
import { decideWithdrawal } from './decide/withdrawal.js';
import type { ActionTold } from './steps.js';
import type { Moments } from './taken-back/take-back-refusals.js';

/** What can be read for a step beside the claim. */
export interface Readings {
  /** The state of each document that the claim names. */
  readonly evidence: readonly EvidenceHistory[];
  /** How far the claims are that contest one of these documents. */
  readonly statuses: ReadonlyMap<string, ClaimStatus>;
  /** Claims that gave way on one of these documents. */
  readonly former: ReadonlyMap<string, Claim>;
  /** The lists of recognitions on whose entries the claim rests. */
  readonly lists: RecognitionLists;
  /** Registers on which its enterprise stands. */
  readonly exclusions: readonly ExclusionHit[];
  /** What its enterprise was granted. */
  readonly entitlement: Entitlement;
  /** When the last act on the claim was recorded, and what time it is. */
  readonly moments: Moments;
}

interface OnFile {
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}

type Decide<Command, File> = (input: OnFile & File & { readonly command: Command }) => CaseworkDecision;

/** A step that rests on the claim and on {@link Readings} alone: what is not read comes in empty. */
export interface PlainStep<Command> {
  readonly reads: readonly (keyof Readings)[];
  readonly decide: Decide<Command, Readings>;
}

function reading<Command, Read extends keyof Readings = never>(
  reads: readonly Read[],
  decide: Decide<Command, Pick<Readings, Read>>,
): PlainStep<Command> {
  return { reads, decide };
}

/** Steps that are told nothing beside the claim. */
export const PLAIN_STEPS: ReadonlyMap<ActionTold<'nothing'>, PlainStep<ClaimCommand>> = new Map([
  ['ACCEPT', reading(['evidence', 'statuses', 'former', 'lists', 'exclusions'], decideAcceptance)],
]);

/** Steps that are told why. */
export const REASONED_STEPS: ReadonlyMap<ActionTold<'reason'>, PlainStep<ReasonedClaimCommand>> = new Map([
  ['RESUME', reading([], decideResumption)],
  ['TAKE_BACK', reading(['moments'], decideTakeBack)],
  ['REJECT', reading([], decideRejection)],
  ['MOVE_ROUTE', reading([], decideRouteMove)],
  ['WITHDRAW', reading(['entitlement'], decideWithdrawal)],
]);
