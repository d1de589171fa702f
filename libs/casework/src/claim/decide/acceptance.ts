import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import { answerEvidence } from '../../evidence/evidence-events.js';
import type { EvidenceHistory } from '../../evidence/evidence.js';
import type { ExclusionHit } from '../../exclusion/hits.js';
import { NO_LISTS, type RecognitionLists } from '../../recognition/claimed-entries.js';
import type { ClaimCommand } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import type { ClaimStatus } from '../claim-status.js';
import { contestedEvidence, standingOf } from '../standing.js';

/**
 * 受理: a second clerk finds the papers complete. From then on it holds up others that may not rest on them too, but for those
 * that its enterprise or clerk has held up on the same paper before. Evidence on which others hold it up is put on record
 * (挂起待核).
 */
export function decideAcceptance(input: {
  readonly command: ClaimCommand;
  readonly claim: ClaimState;
  readonly evidence: readonly EvidenceHistory[];
  /** How far the claims are that contest it; see {@link StepContext}. */
  readonly statuses: ReadonlyMap<string, ClaimStatus>;
  /** Claims that gave way on one of its documents; see {@link formerOf}. */
  readonly former: ReadonlyMap<string, Claim>;
  /** Those on whose entries it rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Registers on which its enterprise stands; left out where there are none. */
  readonly exclusions?: readonly ExclusionHit[];
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, evidence, statuses, former, catalogue, lists = NO_LISTS, exclusions = [] } = input;
  const standing = standingOf('ACCEPT', input.claim, command.actor, {
    on: command.on,
    catalogue,
    evidence,
    lists,
    exclusions,
  });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const contested = contestedEvidence(claim, evidence, catalogue, statuses);
  const held = contested === null ? null : { evidence: [...contested.evidence], claims: [...contested.claims] };
  return accepted([
    { stream: claimStream(claim.id), events: [event(command, 'ClaimAccepted', { held })] },
    ...answerEvidence(command, claim, evidence, former),
  ]);
}
