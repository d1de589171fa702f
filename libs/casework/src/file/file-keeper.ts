import { divisionName } from '../common/division.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { Actor } from '../common/actor.js';
import type { Claim } from '../claim/claim.js';
import { PROGRESS, STATUS_NAMES } from '../claim/claim-status.js';
import { onwardRefusals } from '../claim/lies-with.js';
import { measureOf } from '../claim/measures.js';
import { officeRefusal } from '../claim/office.js';
import { capacityRefusal } from '../claim/participants.js';
import type { StepContext } from '../claim/standing.js';

/**
 * Why `actor` attaches no file to a claim now, and withdraws none: its window does, and the office at which it lies, until the
 * claim has ended. Null when he may. Nobody does so in another capacity than the one in which he took a step on it.
 */
export function fileKeeperRefusal(claim: Claim, actor: Actor, context: StepContext): Refusal | null {
  if (PROGRESS[claim.status] >= PROGRESS.paid) return endedRefusal(claim);
  const { catalogue, on } = context;
  const nameOf = (code: string): string => divisionName(catalogue.places, code, on);
  const place = { division: claim.division, measure: measureOf(catalogue, claim.measure), nameOf };
  const asWindow = officeRefusal('clerk', actor, place);
  if (asWindow === null) return capacityRefusal('clerk', claim.participants, actor);
  const onward = onwardRefusals(claim, actor, context);
  // That he took the step before keeps him from the next one, and not from adding a paper to it.
  if (onward.some((each) => each === null || each.code === 'SAME_PERSON')) return null;
  return onward.find((each) => each !== null && each.code !== 'NOT_YOUR_OFFICE') ?? notTheirs(nameOf(claim.division));
}

/** Nothing of a claim's files changes any more. */
export function endedRefusal({ status }: Claim): Refusal {
  const { zh, en } = STATUS_NAMES[status];
  return refusal('ALREADY_DECIDED', {
    zh: `此件已办结（${zh}），材料附件不再增减。`,
    en: `The claim has ended (${en}): no file is attached to it or withdrawn from it any more.`,
  });
}

function notTheirs(division: string): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: `材料附件由企业所在地（${division}）的窗口，或此件当前所在的部门上传、撤下。`,
    en: `Files are attached and withdrawn by the window of the enterprise's division (${division}), or by the office at which the claim lies now.`,
  });
}
