import { fenOf } from '@duixian/casework';
import type { ExplainedAssessment } from '@duixian/policy';
import type { Divisions } from '../../division/divisions.js';
import type { Assessment, TraceStep } from './assessment.type.js';
import { REASON_TEXTS } from './reason-texts.js';

/** An explained assessment, of a simulation or on record, as GraphQL shows it. */
export function toAssessment(answer: Omit<ExplainedAssessment, 'id'>, divisions: Divisions): Assessment {
  const { eligible, kind, amount, lines, subject, reasons, trace } = answer;
  return {
    eligible,
    kind,
    amount: fenOf(amount),
    lines: lines.map((line) => ({ payer: divisions.get(line.payer), amount: fenOf(line.amount), basis: line.basis })),
    subject,
    reasons: reasons.map((code) => ({ code, text: REASON_TEXTS[code] })),
    trace: trace.map(toStep),
  };
}

function toStep({
  step,
  text,
  formula,
  inputs,
  outcome,
  code,
  clause,
}: ExplainedAssessment['trace'][number]): TraceStep {
  return {
    step,
    text,
    formula,
    inputs: Object.entries(inputs).map(([key, value]) => ({ key, value })),
    outcome,
    code: code ?? null,
    quote: clause.quote === '' ? null : clause.quote,
    measure: clause.measure,
  };
}
