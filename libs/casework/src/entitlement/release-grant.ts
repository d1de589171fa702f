import { formatYuan } from '@duixian/money';
import type { Claim } from '../claim/claim.js';
import type { ReasonedClaimCommand } from '../claim/claim-command.js';
import { event, type GuardMove, type StreamEvents } from '../common/decision.js';
import { entitlementStream } from '../common/streams.js';
import type { EntitlementEvent } from './entitlement-event.js';
import { grantOf, standingLines, type Entitlement, type Grant } from './entitlement.js';
import { releaseMoves } from './guard-moves.js';

/** What takes back all that a claim reserved, and its place of a quota; nothing where it reserved nothing. */
export function releaseGrant(
  command: Pick<ReasonedClaimCommand, 'reason'> & Parameters<typeof event>[0],
  { id: claim, uscc }: Pick<Claim, 'id' | 'uscc'>,
  entitlement: Entitlement,
): { readonly streams: readonly StreamEvents<EntitlementEvent>[]; readonly moves: readonly GuardMove[] } {
  const grant = standingGrant(entitlement, claim);
  if (grant === undefined) return { streams: [], moves: [] };
  const { measure, year, subject, quota } = grant;
  const reason = command.reason.trim();
  const events = standingLines(grant).map(({ payer, amount }) =>
    event(command, 'GrantReleased', { claim, measure, year, subject, payer, amount: formatYuan(amount), reason }),
  );
  const places = quota === null ? [] : [{ account: quota, reserve: -1n }];
  return {
    streams: [{ stream: entitlementStream(uscc), events }],
    moves: [...releaseMoves(standingLines(grant)), ...places],
  };
}

/**
 * Undefined also where nothing of it stands any more: the entitlement is read after the claim, and the same command, sent
 * twice, may have released it in between. The append then finds that the claim was changed.
 */
export function standingGrant(entitlement: Entitlement, claim: string): Grant | undefined {
  const grant = grantOf(entitlement, claim);
  return grant !== undefined && standingLines(grant).length > 0 ? grant : undefined;
}
