import type { Fault } from '../load/problem.js';
import type { FigureReason } from '../schema/clause.js';

/** The reasons of a clause; each explains one number, since 50 may be a rate as well as a count. */
export class Reasons {
  private readonly left: Set<FigureReason>;

  constructor(private readonly all: readonly FigureReason[]) {
    this.left = new Set(all);
  }

  /** Takes a reason of those that concern a number, the one that counts its surplus rightly if there is one. */
  take(concerns: (reason: FigureReason) => boolean, times: number): 'explained' | 'miscounted' | null {
    const own = [...this.left].filter(concerns);
    const reason = own.find((each) => (each.times ?? 1) === times);
    const taken = reason ?? own[0];
    if (taken === undefined) return null;
    this.left.delete(taken);
    return reason === undefined ? 'miscounted' : 'explained';
  }

  needless(): Fault[] {
    return this.all.flatMap((reason, index) => (this.left.has(reason) ? [needlessReason(reason, index)] : []));
  }
}

export function needlessReason({ words, rule }: FigureReason, index: number): Fault {
  const what = String(words ?? rule);
  return {
    path: ['figures', index],
    message: {
      zh: `“${what}”无需说明：引文与规则在此一致，或两处均没有它。请删去`,
      en: `'${what}' needs no reason: words and rule agree, or neither holds it. Remove it`,
    },
  };
}
