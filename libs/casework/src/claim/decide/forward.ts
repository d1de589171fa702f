import type { Catalogue } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, refused } from '../../common/decision.js';
import { divisionName } from '../../common/division.js';
import { claimStream } from '../../common/streams.js';
import type { ForwardStep } from '../claim-command.js';
import type { ClaimState } from '../claim.js';
import { receiverRefusal, type Receiver } from '../forwarded/forward-refusals.js';
import { stepsOf } from '../route.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 转办: the office at which a step of the route lies forwards it to another department of its division.
 *
 * @param receivers reviewers of that department.
 */
export function decideForward(input: {
  readonly command: ForwardStep;
  readonly claim: ClaimState;
  readonly catalogue: Catalogue;
  readonly receivers: readonly Receiver[];
}): CaseworkDecision {
  const { command, catalogue, receivers } = input;
  const { actor, on } = command;
  const context = { on, catalogue, evidence: [], step: command.step };
  const standing = standingOf('FORWARD_STEP', input.claim, actor, context);
  if (!standing.ok) return standing;
  const { id, route } = standing.claim;
  const step = route === null ? undefined : stepsOf(route).find((each) => each.step.key === command.step)?.step;
  if (route === null || step === undefined) throw new Error(`${id} has no step ${command.step} to be forwarded.`);
  const department = command.department.trim();
  const nameOf = (code: string): string => divisionName(catalogue.places, code, on);
  const wrong =
    receiverRefusal({ route, department, actor, nameOf }, step, receivers) ?? sentenceRefusal('reason', command.reason);
  if (wrong !== null) return refused(wrong);
  const { key, name, office: from } = step;
  const forwarded = event(command, 'RouteStepForwarded', {
    ...{ step: key, name, round: route.round },
    ...{ from, to: { role: 'reviewer' as const, division: from.division, department } },
    reason: command.reason.trim(),
  });
  return accepted([{ stream: claimStream(id), events: [forwarded] }]);
}
