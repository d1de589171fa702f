import { formatYuan, greater, ZERO, type Fen } from '@duixian/money';

import type { Limit } from '../schema/clause.js';
import { BrokenInvariant, choiceAt } from './run.js';
import type { Scope } from './scope.js';
import { constantTerm, MONEY, moneyConstant, term, type Term } from './values.js';

/** A limit of a clause: a constant, or chosen by a fact. */
export interface CompiledLimit extends Term<Fen> {
  /** The greatest that it can be, whatever the facts. */
  readonly greatest: Fen;
}

export function compileLimit(limit: Limit | undefined, scope: Scope): CompiledLimit | null {
  if (limit === undefined) return null;
  if (typeof limit === 'string') {
    const constant = moneyConstant(limit);
    return { ...constantTerm(constant, MONEY), greatest: constant };
  }
  const slot = scope.slot(limit.choose.by);
  const limits = new Map(Object.entries(limit.choose.values).map(([value, text]) => [value, moneyConstant(text)]));
  return {
    of: (run) => {
      const chosen = limits.get(choiceAt(run, slot));
      if (chosen === undefined) throw new BrokenInvariant(`No limit for a value of ${limit.choose.by}.`);
      return chosen;
    },
    show: formatYuan,
    greatest: [...limits.values()].reduce(greater, ZERO),
  };
}

/** The limit that an `upTo` amount sets while it is reckoned. */
export const UP_TO: Term<Fen> = term((run) => run.upTo ?? ZERO, MONEY);
