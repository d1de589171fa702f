import { formatYuan } from '@duixian/money';
import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused, type GuardMove, type StreamEvents } from '../../common/decision.js';
import { claimStream, entitlementStream } from '../../common/streams.js';
import type { EntitlementEvent } from '../../entitlement/entitlement-event.js';
import { grantOf, standingLines, type Entitlement, type Grant } from '../../entitlement/entitlement.js';
import { releaseMoves } from '../../entitlement/guard-moves.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { WithdrawClaim } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/** 撤回: the enterprise gives the claim up, at the latest before payment is instructed. What it reserved is free again. */
export function decideWithdrawal(input: {
  readonly command: WithdrawClaim;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, entitlement, catalogue } = input;
  const standing = standingOf('WITHDRAW', input.claim, command.actor, { on: command.on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { claim } = standing;
  const grant = grantOf(entitlement, claim.id);
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

function releases(command: WithdrawClaim, claim: Claim, grant: Grant): StreamEvents<EntitlementEvent> {
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
