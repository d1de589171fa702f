import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import type { Entitlement } from '../../entitlement/entitlement.js';
import { releaseGrant, standingGrant } from '../../entitlement/release-grant.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { ReasonedClaimCommand } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 撤回: the enterprise gives the claim up, before payment is instructed; afterwards only where the enterprise has ended and
 * every payment was returned. What it reserved is free again.
 */
export function decideWithdrawal(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, entitlement, catalogue } = input;
  const unpayable = input.claim !== null && isUnpayable(input.claim, entitlement);
  const context = { on: command.on, catalogue, evidence: [], unpayable };
  const standing = standingOf('WITHDRAW', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { claim } = standing;
  const released = releaseGrant(command, claim, entitlement);
  const withdrawn = event(command, 'ClaimWithdrawn', { reason: command.reason.trim() });
  return accepted(
    [
      { stream: claimStream(claim.id), events: [withdrawn] },
      ...released.streams,
      ...(claim.status === 'returned' ? [] : freeEvidence(command, claim)),
    ],
    released.moves,
  );
}

/** A return releases the line that it returned. */
function isUnpayable({ id }: Claim, entitlement: Entitlement): boolean {
  return entitlement.closure !== null && standingGrant(entitlement, id) === undefined;
}
