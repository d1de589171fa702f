import { formatYuan, greater, ZERO, type Fen } from '@duixian/money';

import type { Steps } from '../schema/amount.js';
import { BrokenInvariant, moneyAt, type Run } from './run.js';
import type { Scope } from './scope.js';
import { moneyConstant } from './values.js';

interface Step {
  readonly threshold: Fen;
  readonly included: boolean;
  readonly award: Fen;
  readonly subject: string;
}

/** The award of the highest step reached, if it is higher than the one reached before. */
export function compileSteps(steps: Steps, scope: Scope): (run: Run) => { num: bigint; den: bigint } {
  const now = scope.slot(steps.of);
  const before = steps.before.map((name) => scope.slot(name));
  const ladder = steps.awards.map(({ from, above, award }): Step => {
    const threshold = from ?? above;
    if (threshold === undefined) throw new BrokenInvariant('A step has no threshold.');
    const at = moneyConstant(threshold);
    return {
      threshold: at,
      included: from !== undefined,
      award: moneyConstant(award),
      subject: String(at / 100n),
    };
  });
  return (run) => {
    const reached = highest(ladder, moneyAt(run, now));
    const earlier = before.reduce((most, slot) => greater(most, moneyAt(run, slot)), ZERO);
    const step = ladder[reached];
    const stepBefore = highest(ladder, earlier);
    if (step === undefined || reached <= stepBefore) {
      run.refusal = 'CONDITION_NOT_MET';
      if (run.recorder !== null) run.recorder.formula = `${shown(step)} ≤ ${shown(ladder[stepBefore])}`;
      return { num: 0n, den: 1n };
    }
    run.threshold = step.subject;
    if (run.recorder !== null) run.recorder.formula = formatYuan(step.award);
    return { num: step.award, den: 1n };
  };
}

/** The place of the highest step that an amount reaches; -1 if it reaches none. */
function highest(ladder: readonly Step[], amount: Fen): number {
  let reached = -1;
  ladder.forEach((step, place) => {
    if (amount > step.threshold || (step.included && amount === step.threshold)) reached = place;
  });
  return reached;
}

function shown(step: Step | undefined): string {
  return formatYuan(step === undefined ? ZERO : step.threshold);
}
