import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { ReasonedClaimCommand } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { isForWindow } from '../following/following.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/** 不予通过: the claim ends before it is determined. Its evidence is free for another. */
export function decideRejection(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const standing = standingOf('REJECT', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { claim } = standing;
  const rejected = event(command, 'ClaimRejected', {
    reason: command.reason.trim(),
    ...(isForWindow(claim, command.actor, command.on) ? { office: 'clerk' as const } : {}),
  });
  return accepted([{ stream: claimStream(claim.id), events: [rejected] }, ...freeEvidence(command, claim)]);
}
