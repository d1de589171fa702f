import type { NamedOfficial } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import { refusal, type Refusal } from '../common/refusal.js';
import type { RecusalEvent } from './recusal-event.js';

/** One claim by its number, or all that concerns an enterprise by its code: one of the two is null. */
export interface RecusalMatter {
  readonly claim: string | null;
  readonly uscc: string | null;
}

/** 回避: an official takes no part in a matter, in whichever office he is. */
export interface Recusal extends RecusalMatter {
  /** The id of the command that recorded it. */
  readonly id: string;
  readonly official: NamedOfficial;
  readonly since: PlainDate;
  readonly reason: string;
  readonly lifted: boolean;
  /** Codes in whose place its enterprise goes on since (换发新码、合并、分立): it covers those too. */
  readonly onward: readonly string[];
}

/** Of those of one official, in the order of their recording. */
export function foldRecusals(events: readonly RecusalEvent[]): readonly Recusal[] {
  return events.reduce<readonly Recusal[]>((found, event) => {
    const { recusal: id, official, claim, uscc, reason } = event.data;
    if (event.type === 'RecusalLifted') {
      return found.map((each) => (each.id === id ? { ...each, lifted: true } : each));
    }
    return [...found, { id, official, claim, uscc, since: event.occurredOn, reason, lifted: false, onward: [] }];
  }, []);
}

/**
 * Which recusal of an official keeps him from a matter; undefined: none. That from an enterprise covers each of its claims, and
 * those of whoever goes on in its place.
 *
 * @param matter a claim together with the code of its enterprise, or an enterprise alone.
 */
export function recusedFrom(recusals: readonly Recusal[], { claim, uscc }: RecusalMatter): Recusal | undefined {
  return recusals.find((each) => {
    if (each.lifted) return false;
    if (each.claim !== null && each.claim === claim) return true;
    return each.uscc !== null && uscc !== null && (each.uscc === uscc || each.onward.includes(uscc));
  });
}

/** What the official himself is told who would act all the same. */
export function recusedRefusal({ claim, uscc, since }: Recusal): Refusal {
  const [zh, en] =
    claim === null
      ? [`企业${uscc ?? ''}的全部事项`, `all that concerns ${uscc ?? ''}`]
      : [`申报件${claim}`, `claim ${claim}`];
  return refusal('RECUSED', {
    zh: `您自${since}起回避${zh}，不得以任何岗位办理；请转交本科室同事。误登的，由上级或系统管理员解除回避。`,
    en: `Since ${since} you take no part in ${en}, in any office: pass it on to a colleague. If the recusal is wrong, your superior or a system administrator lifts it.`,
  });
}
