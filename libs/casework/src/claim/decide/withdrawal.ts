import { formatYuan } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused, type GuardMove, type StreamEvents } from '../../common/decision.js';
import { claimStream, entitlementStream } from '../../common/streams.js';
import type { EntitlementEvent } from '../../entitlement/entitlement-event.js';
import { grantOf, standingLines, type Entitlement, type Grant } from '../../entitlement/entitlement.js';
import { releaseMoves } from '../../entitlement/guard-moves.js';
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
  const grant = standingGrant(entitlement, claim.id);
  const withdrawn = event(command, 'ClaimWithdrawn', { reason: command.reason.trim() });
  return accepted(
    [
      { stream: claimStream(claim.id), events: [withdrawn] },
      ...(grant === undefined ? [] : [releases(command, claim, grant)]),
      ...(claim.status === 'returned' ? [] : freeEvidence(command, claim)),
    ],
    grant === undefined ? [] : releasesOf(grant),
  );
}

/** A return releases the line that it returned. */
function isUnpayable({ id }: Claim, entitlement: Entitlement): boolean {
  return entitlement.closure !== null && standingGrant(entitlement, id) === undefined;
}

/**
 * Undefined also where nothing of it stands any more: the entitlement is read after the claim, and the same command, sent
 * twice, may have released it in between. The append then finds that the claim was changed.
 */
function standingGrant(entitlement: Entitlement, claim: string): Grant | undefined {
  const grant = grantOf(entitlement, claim);
  return grant !== undefined && standingLines(grant).length > 0 ? grant : undefined;
}

function releases(command: ReasonedClaimCommand, claim: Claim, grant: Grant): StreamEvents<EntitlementEvent> {
  const { measure, year, subject } = grant;
  return {
    stream: entitlementStream(claim.uscc),
    events: standingLines(grant).map(({ payer, amount }) =>
      event(command, 'GrantReleased', {
        claim: claim.id,
        measure,
        year,
        subject,
        payer,
        amount: formatYuan(amount),
        reason: command.reason.trim(),
      }),
    ),
  };
}

function releasesOf(grant: Grant): GuardMove[] {
  const places = grant.quota === null ? [] : [{ account: grant.quota, reserve: -1n }];
  return [...releaseMoves(standingLines(grant)), ...places];
}
