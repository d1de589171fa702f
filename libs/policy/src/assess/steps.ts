import { formatYuan, type Fen, type Ratio } from '@duixian/money';

import type { CompiledCondition, CompiledMeasure } from '../compile/measure.js';
import type { Run } from '../compile/run.js';
import type { FundingLine } from './answer.js';
import type { RefusalCode } from './reason-code.js';
import type { Case } from './case.js';
import type { Reckoning } from './reckoning.js';
import { payeeOf } from '../payee.js';
import { outcomeText, REFUSAL_TEXTS, STEP_TEXTS } from './texts.js';
import type { TraceStep } from './trace.js';

// The steps of the trace around the limits. Each does nothing on the fast face.

const MET = 'met';
const NOT_MET = 'not met';
const NO_INPUTS: Readonly<Record<string, string>> = Object.freeze({});

export function jurisdiction(run: Run, { measure, references }: CompiledMeasure, given: Case, met: boolean): void {
  if (run.recorder === null) return;
  record(run, met, 'WRONG_JURISDICTION', {
    step: 'jurisdiction',
    clause: references.clause,
    text: STEP_TEXTS.jurisdiction,
    formula: '',
    inputs: { division: given.division, jurisdiction: measure.policy.jurisdiction },
    outcome: met ? MET : NOT_MET,
  });
}

/** @param since the matter's day, or the day on which its promise of several years began. */
export function period(
  run: Run,
  { measure, references }: CompiledMeasure,
  given: Case,
  since: string,
  met: boolean,
): void {
  if (run.recorder === null) return;
  const { from, to } = measure.policy.period;
  record(run, met, 'OUTSIDE_POLICY_PERIOD', {
    step: 'period',
    clause: references.period,
    text: since === given.occurredOn ? STEP_TEXTS.period : STEP_TEXTS.begun,
    formula: to === null ? `${from} ≤ ${since}` : `${from} ≤ ${since} ≤ ${to}`,
    inputs: { occurredOn: given.occurredOn, ...(since === given.occurredOn ? {} : { since }) },
    outcome: met ? MET : NOT_MET,
  });
}

export function condition(run: Run, compiled: CompiledMeasure, checked: CompiledCondition, met: boolean): void {
  if (run.recorder === null) return;
  record(run, met, checked.otherwise, {
    step: 'condition',
    clause: compiled.references.clause,
    text: checked.says,
    formula: run.recorder.formula,
    inputs: run.recorder.inputs(checked.facts),
    outcome: met ? MET : NOT_MET,
  });
}

/** The amount itself refused: the step is not higher than before, or the schedule has run out. */
export function amountNotReached(run: Run, compiled: CompiledMeasure, code: RefusalCode): void {
  if (run.recorder === null) return;
  record(run, false, code, {
    step: 'condition',
    clause: compiled.references.clause,
    text: code === 'CONDITION_NOT_MET' ? STEP_TEXTS.stepNotHigher : REFUSAL_TEXTS[code],
    formula: run.recorder.formula,
    inputs: run.recorder.inputs(compiled.amountFacts),
    outcome: NOT_MET,
  });
}

/** None of the cases from which the subject is derived holds. */
export function noSubject(run: Run, compiled: CompiledMeasure): void {
  if (run.recorder === null) return;
  record(run, false, 'CONDITION_NOT_MET', {
    step: 'condition',
    clause: compiled.references.clause,
    text: REFUSAL_TEXTS.CONDITION_NOT_MET,
    formula: '',
    inputs: { year: String(run.year), ...run.recorder.inputs([...compiled.factNames]) },
    outcome: NOT_MET,
  });
}

export function base(run: Run, compiled: CompiledMeasure, formula: string, exact: Ratio, rounded: Fen): void {
  if (run.recorder === null) return;
  const outcome = formatYuan(rounded);
  const sign = exact.num === rounded * exact.den ? '=' : '≈';
  run.recorder.steps.push({
    step: 'base',
    clause: compiled.references.clause,
    text: STEP_TEXTS.base,
    formula: `${formula} ${sign} ${outcome}`,
    inputs: run.recorder.inputs(compiled.amountFacts),
    outcome,
  });
}

/** The last steps of a grant: what each level pays, and the funding lines, which add up to the amount. */
export function outcome(
  run: Run,
  compiled: CompiledMeasure,
  { levels }: Reckoning,
  lines: readonly FundingLine[],
  amount: string,
): void {
  if (run.recorder === null) return;
  const clause = compiled.references.clause;
  let sum = '';
  for (const line of lines) sum = sum === '' ? line.amount : `${sum} + ${line.amount}`;
  const formula = sum === '' ? '' : `${sum} = ${amount}`;
  if (levels !== null) {
    const inputs = {
      city: levels.city === 0n ? '0.00' : (lines[0]?.amount ?? ''),
      county: levels.county === 0n ? '0.00' : (lines.at(-1)?.amount ?? ''),
    };
    run.recorder.steps.push({ step: 'split', clause, text: STEP_TEXTS.split, formula, inputs, outcome: amount });
  }
  run.recorder.steps.push({
    step: 'outcome',
    clause,
    text: outcomeText(payeeOf(compiled.measure.clause)),
    formula,
    inputs: NO_INPUTS,
    outcome: amount,
  });
}

export function loanOutcome(run: Run, compiled: CompiledMeasure, amount: string): void {
  run.recorder?.steps.push({
    step: 'outcome',
    clause: compiled.references.clause,
    text: STEP_TEXTS.loanOutcome,
    formula: '',
    inputs: NO_INPUTS,
    outcome: amount,
  });
}

function record(run: Run, met: boolean, code: RefusalCode, step: TraceStep): void {
  if (!met) step.code = code;
  run.recorder?.steps.push(step);
}
