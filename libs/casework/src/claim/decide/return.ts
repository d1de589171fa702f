import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { ReasonedClaimCommand } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/** 退回补正: the claim goes back to be stated anew. Its evidence is free meanwhile. */
export function decideReturn(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const standing = standingOf('RETURN', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { claim } = standing;
  const returned = event(command, 'ClaimReturned', { reason: command.reason.trim() });
  return accepted([{ stream: claimStream(claim.id), events: [returned] }, ...freeEvidence(command, claim)]);
}
