import { formatYuan, roundHalfUp, type Fen, type Ratio } from '@duixian/money';

import { plusYears } from '../compile/dates.js';
import type { CompiledMeasure } from '../compile/measure.js';
import { historyFor } from '../compile/relations.js';
import type { FactValue, Run } from '../compile/run.js';
import type { Assessment, AssessFailure } from './answer.js';
import type { RefusalCode } from './reason-code.js';
import { caseId, MalformedCase, readCase, type Case } from './case.js';
import { factFailure, malformedCase, notPayable, subjectMissing, unknownMeasure } from './failures.js';
import { History } from './history.js';
import { fundingLines } from './lines.js';
import { Reckoning } from './reckoning.js';
import * as steps from './steps.js';
import { Recorder } from './trace.js';

/** City and county would both be the same treasury, and pay one grant in two lines. */
const OWN_CODE = {
  zh: 'enterprise.division：不能是本市自己的代码：该款由市、县分担，请填写企业所在县（市、区）的代码',
  en: 'enterprise.division is the code of the city itself: the money is shared with the county, so state the county to which the enterprise belongs',
};
const NO_PARTS: readonly Ratio[] = [];

/** The compiled measures by name; null stands for a clause that pays nothing. */
export type MeasureIndex = ReadonlyMap<string, CompiledMeasure | null>;

export interface Assessed {
  assessment: Assessment;
  /** Null on the fast face. */
  recorder: Recorder | null;
}

/**
 * Assesses one case, with or without a record of the steps. The checks run in the order that the rules prescribe, and
 * the first failure is the one reason.
 */
export function assessCase(input: unknown, measures: MeasureIndex, explained: boolean): Assessed | AssessFailure {
  const id = caseId(input);
  const given = readCase(input);
  if (given instanceof MalformedCase) return malformedCase(id, given.message);
  const compiled = measures.get(given.measure);
  if (compiled === undefined) return unknownMeasure(id, given.measure);
  if (compiled === null) return notPayable(id, given.measure);
  if (compiled.grant?.shares != null && given.division === compiled.measure.policy.division) {
    return malformedCase(id, OWN_CODE);
  }
  if (compiled.subject === 'given' && given.subject === null) return subjectMissing(id);
  const facts = readFacts(compiled, given.facts);
  if (!Array.isArray(facts)) return factFailure(id, facts.wrong, compiled);
  const recorder = explained ? new Recorder(given.facts) : null;
  return { assessment: determine(id, given, compiled, startRun(given, compiled, facts, recorder)), recorder };
}

/** The facts parsed in the order of the clause, or the name of the first wrong one: an unknown one first. */
function readFacts(compiled: CompiledMeasure, stated: Case['facts']): FactValue[] | { wrong: string } {
  for (const name of Object.keys(stated)) if (!compiled.factNames.has(name)) return { wrong: name };
  const values: FactValue[] = [];
  for (const fact of compiled.facts) {
    const value = fact.read(stated[fact.name]);
    if (value === undefined) return { wrong: fact.name };
    values.push(value);
  }
  return values;
}

function startRun(given: Case, compiled: CompiledMeasure, facts: FactValue[], recorder: Recorder | null): Run {
  const { grant, measure } = compiled;
  return {
    facts,
    year: given.year,
    history: grant === null ? History.NONE : historyFor(measure, grant.relations, given.granted),
    recorder,
    refusal: null,
    upTo: null,
    threshold: null,
    parts: NO_PARTS,
  };
}

function determine(id: unknown, given: Case, compiled: CompiledMeasure, run: Run): Assessment {
  const refusal = firstRefusal(given, compiled, run);
  if (refusal !== null) return notEligible(id, given, compiled, refusal);
  const exact: Ratio = compiled.amount(run);
  if (run.refusal !== null) {
    steps.amountNotReached(run, compiled, run.refusal);
    return notEligible(id, given, compiled, run.refusal);
  }
  const formula = run.recorder?.formula ?? '';
  const subject = subjectOf(given, compiled, run);
  if (subject === undefined) {
    steps.noSubject(run, compiled);
    return notEligible(id, given, compiled, 'CONDITION_NOT_MET');
  }
  const base = roundHalfUp(exact);
  steps.base(run, compiled, formula, exact, base);
  if (compiled.grant === null) return loanLimit(id, run, compiled, base);
  const due = new Reckoning(base, compiled, compiled.grant, run, given, subject);
  due.applyLimits();
  const amount = due.text;
  const lines = fundingLines(due, amount, compiled.measure, compiled.grant, given);
  steps.outcome(run, compiled, due, lines, amount);
  return { id, eligible: true, kind: 'grant', amount, lines, subject, reasons: due.reasons };
}

function firstRefusal(given: Case, compiled: CompiledMeasure, run: Run): RefusalCode | null {
  const { jurisdiction, period } = compiled.measure.policy;
  const belongs = given.division.startsWith(jurisdiction);
  steps.jurisdiction(run, compiled, given, belongs);
  if (!belongs) return 'WRONG_JURISDICTION';
  const { from, to } = period;
  const since = to !== null && given.occurredOn > to ? begunOn(given.occurredOn, compiled, run) : given.occurredOn;
  const within = from <= since && (to === null || since <= to);
  steps.period(run, compiled, given, since, within);
  if (!within) return 'OUTSIDE_POLICY_PERIOD';
  for (const condition of compiled.conditions) {
    const holds = condition.holds(run);
    steps.condition(run, compiled, condition, holds);
    if (!holds) return condition.otherwise;
  }
  return null;
}

/** A promise of several years that began within the document's dates is kept after they end. */
function begunOn(occurredOn: string, { begins }: CompiledMeasure, run: Run): string {
  return begins === null ? occurredOn : plusYears(occurredOn, -begins(run));
}

/** Null on measures of another basis than subject; undefined if the facts lead to none. */
function subjectOf(given: Case, compiled: CompiledMeasure, run: Run): string | null | undefined {
  if (compiled.subject === null) return null;
  if (compiled.subject === 'given') return given.subject;
  return compiled.subject(run) ?? undefined;
}

function notEligible(id: unknown, given: Case, compiled: CompiledMeasure, code: RefusalCode): Assessment {
  return {
    id,
    eligible: false,
    kind: compiled.clause.kind,
    amount: '0.00',
    lines: [],
    subject: compiled.subject === 'given' ? given.subject : null,
    reasons: [code],
  };
}

function loanLimit(id: unknown, run: Run, compiled: CompiledMeasure, amount: Fen): Assessment {
  const text = formatYuan(amount);
  steps.loanOutcome(run, compiled, text);
  return { id, eligible: true, kind: 'loan-limit', amount: text, lines: [], subject: null, reasons: [] };
}
