import type { Seen } from '../common/actor.js';
import { refusal, type FieldProblem, type Refusal } from '../common/refusal.js';

/** How a claim stands when a step on it is decided. */
export interface PresentState {
  /** Position of the last event of the claim. */
  readonly changedAt: bigint;
  /** The version of the policy that decides it. */
  readonly policyVersion: string;
}

const VERSION_SHOWN = 12;

/**
 * What is wrong with a position that somebody says he looked at: the log has not come there. Null where it has.
 *
 * @param head position of the log's last event, by the log itself: an answer of a moment ago may be of another process.
 */
export function aheadProblem({ position }: Seen, head: bigint): FieldProblem | null {
  if (BigInt(position) <= head) return null;
  return {
    field: 'seen.position',
    message: {
      zh: `日志目前只到第${head}号，没有第${position}号；请填写所看页面上申报件的 position，或刷新页面后再办理。`,
      en: `The log ends at position ${head}, and nobody can have looked at position ${position}: give the position of the claim as its page has it, or look at it afresh.`,
    },
  };
}

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
