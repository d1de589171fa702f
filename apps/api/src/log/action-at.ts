import type { Refusal } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import type { At } from './at.js';

/** An action as its rule answers it, and as the schema shows it at a position. */
export function actionAnswerAt<Action extends string>(
  at: At,
  {
    action,
    allowed,
    refusal,
  }: { readonly action: Action; readonly allowed: boolean; readonly refusal: Refusal | null },
): { action: Action; allowed: boolean; refusal: Bilingual | null } {
  if (at.isPast) return { action, allowed: false, refusal: nothingThere(at) };
  return { action, allowed, refusal: refusal?.message ?? null };
}

/** Why nothing can be done at a position of the past. */
export function nothingThere({ position }: Pick<At, 'position'>): Bilingual {
  return {
    zh: `您查看的是过去的情况（截至第 ${position} 号事件），不能在此办理；请回到当前情况。`,
    en: `You look at the past, up to position ${position}: nothing can be done there. Go back to the present.`,
  };
}
