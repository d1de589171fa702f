import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import type { Evidence } from '../../evidence/evidence.js';
import { NO_LISTS, type RecognitionLists } from '../../recognition/claimed-entries.js';
import type { ClaimCommand } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { contestedEvidence, standingOf } from '../standing.js';

/** 受理: a second clerk finds the papers complete. Evidence that other claims rest on too is put on record (挂起待核). */
export function decideAcceptance(input: {
  readonly command: ClaimCommand;
  readonly claim: ClaimState;
  readonly evidence: readonly Evidence[];
  /** Those on whose entries it rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, evidence, catalogue, lists = NO_LISTS } = input;
  const standing = standingOf('ACCEPT', input.claim, command.actor, { on: command.on, catalogue, evidence, lists });
  if (!standing.ok) return standing;
  const { claim } = standing;
  const contested = contestedEvidence(claim, evidence, catalogue);
  const held = contested === null ? null : { evidence: [...contested.evidence], claims: [...contested.claims] };
  return accepted([{ stream: claimStream(claim.id), events: [event(command, 'ClaimAccepted', { held })] }]);
}
