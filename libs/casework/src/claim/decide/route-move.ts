import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import type { ReasonedClaimCommand } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { fixRoute, statedOf } from '../fix-route.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 改按现行路线办理: a claim in flight goes on by the table of today. What an office agreed to stands where the later route
 * asks the same of it. No later version of a table does that by itself.
 */
export function decideRouteMove(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, catalogue } = input;
  const { actor, on } = command;
  const standing = standingOf('MOVE_ROUTE', input.claim, actor, { on, catalogue, evidence: [] });
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { claim } = standing;
  const fixed = fixRoute(statedOf(claim), { catalogue, on, actor });
  if (!fixed.ok) return fixed;
  const { route } = fixed;
  if (route === null) throw new Error(`There is no route to which ${claim.id} could be moved.`);
  const moved = event(command, 'ClaimRouteMoved', { reason: command.reason.trim(), route });
  return accepted([{ stream: claimStream(claim.id), events: [moved] }]);
}
