import type { Actor } from '../../common/actor.js';
import { refusal, type Refusal } from '../../common/refusal.js';
import type { Claim } from '../claim.js';
import type { Place } from '../office.js';
import { officeRefusal } from '../office.js';
import { notTheirsRefusal } from '../route-standing.js';

const HOUR_MS = 3_600_000;

/** When the last act on a claim was recorded, and the moment at which it is asked; by one clock, as ISO 8601. */
export interface Moments {
  readonly actedAt: string;
  readonly now: string;
}

/** Why `actor` may not take back the last step on the claim, whenever it was; null when he may. */
export function takeBackRefusal(
  claim: Claim,
  actor: Actor,
  place: Place & Required<Pick<Place, 'nameOf'>>,
): Refusal | null {
  const { lastAct, participants } = claim;
  const { reversible, userId, by, on, name } = lastAct;
  if (userId !== actor.userId) {
    if (participants.some((each) => each.userId === actor.userId)) {
      return refusal('ALREADY_DECIDED', {
        zh: `您办理之后，${by}已于${on}办理“${name.zh}”，不能再收回；确有误的，请与其联系，由其退回补正或不予通过。`,
        en: `After you, ${by} acted on ${on} (${name.en}): your step can be taken back no more. If it was wrong, ask for the claim to be returned or rejected.`,
      });
    }
    return refusal('NOT_YOUR_OFFICE', {
      zh: `最近一步“${name.zh}”由${by}于${on}办理，只有其本人可以收回。`,
      en: `The last step (${name.en}) was taken by ${by} on ${on}: nobody else takes it back.`,
    });
  }
  if (reversible === null) {
    return refusal('ALREADY_DECIDED', {
      zh: `您最近办理的是“${name.zh}”，不能收回；可以收回的是受理、审核和办理路线上的步骤。`,
      en: `What you did last (${name.en}) is not taken back: an acceptance, a review and a step of the route are.`,
    });
  }
  const { office, capacity } = reversible;
  return office === null ? officeRefusal(capacity, actor, place) : notTheirsRefusal(office, actor, place.nameOf);
}

/** Why the time is over in which a step is taken back; null while it is not. @param hours that the city sets. */
export function takeBackLateRefusal({ lastAct }: Claim, hours: number, { actedAt, now }: Moments): Refusal | null {
  if (Date.parse(now) - Date.parse(actedAt) <= hours * HOUR_MS) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `“${lastAct.name.zh}”办理后${hours}小时内可以收回，现已过时限；确有误的，请由下一步办理人退回补正或不予通过。`,
    en: `A step is taken back within ${hours} hours, and they are over (${lastAct.name.en}). If it was wrong, whoever is next returns or rejects the claim.`,
  });
}
