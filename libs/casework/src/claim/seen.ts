import type { Seen } from '../common/actor.js';
import { refusal, type Refusal } from '../common/refusal.js';

/** How a claim stands when a step on it is decided. */
export interface PresentState {
  /** Position of the last event of the claim. */
  readonly changedAt: bigint;
  /** The version of the policy that decides it. */
  readonly policyVersion: string;
}

const VERSION_SHOWN = 12;

/** Why an official may not decide on what he looked at: it is no more what it was. Null while it is. */
export function changedRefusal(seen: Seen, now: PresentState): Refusal | null {
  if (now.changedAt > BigInt(seen.position)) {
    return refusal('CHANGED_SINCE', {
      zh: `您看到的是日志第${seen.position}号时的申报件，此后它又有变动（第${now.changedAt}号）；请刷新页面，看清后再办理。`,
      en: `You looked at the claim as of position ${seen.position} of the log, and it has changed since (position ${now.changedAt}): look at it afresh, and decide then.`,
    });
  }
  if (now.policyVersion !== seen.policyVersion) {
    const was = seen.policyVersion.slice(0, VERSION_SHOWN);
    const is = now.policyVersion.slice(0, VERSION_SHOWN);
    return refusal('CHANGED_SINCE', {
      zh: `您看到的是政策版本${was}，现在办理此件的是${is}；请刷新页面，看清条款后再办理。`,
      en: `You looked at version ${was} of the policy, and ${is} decides the claim now: look at the clause afresh, and decide then.`,
    });
  }
  return null;
}
