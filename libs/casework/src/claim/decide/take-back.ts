import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { claimStream } from '../../common/streams.js';
import type { ReasonedClaimCommand } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';
import type { Moments } from '../taken-back/take-back-refusals.js';

/** 收回: whoever took the last step on a claim takes it back, within the hours that the city sets. */
export function decideTakeBack(input: {
  readonly command: ReasonedClaimCommand;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
  readonly moments: Moments;
}): CaseworkDecision {
  const { command, catalogue, moments } = input;
  const { actor, on } = command;
  const standing = standingOf('TAKE_BACK', input.claim, actor, { on, catalogue, evidence: [], moments });
  if (!standing.ok) return standing;
  const reason = sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { id, lastAct } = standing.claim;
  if (lastAct.reversible === null) throw new Error(`There is no step on ${id} to be taken back.`);
  const { taken, step, capacity } = lastAct.reversible;
  const leadsTo = taken === 'ClaimAccepted' ? ('submitted' as const) : ('accepted' as const);
  const { name } = lastAct;
  const said = { taken, name: { zh: name.zh, en: name.en }, step, capacity, leadsTo, reason: command.reason.trim() };
  return accepted([{ stream: claimStream(id), events: [event(command, 'StepTakenBack', said)] }]);
}
