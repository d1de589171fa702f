import type { AssessAnswer, ExplainedAnswer } from './assess/answer.js';
import { assessCase, type MeasureIndex } from './assess/assess.js';
import { isInOverlap } from './assess/overlap.js';
import { coverageOf, type Coverage } from './coverage.js';
import { bearingOn, type Bears } from './compile/bearing.js';
import { countsWith, type PaperMatter } from './compile/shared-papers.js';
import { limitsOf, type MeasureLimits } from './limits.js';
import type { Places } from './places/places.js';
import type { Measure, Policy } from './policy.js';
import { objectionDaysOf, publicityOf, type PublicityRule } from './publicity.js';
import { resolveRoute, type RouteMatter, type RouteTable, type WithoutOffice } from './routes/resolve.js';
import type { Route } from './routes/route.js';
import { problemsOfFacts, type FactProblem } from './validate-facts.js';

/** The policies in force, compiled once; assesses claims under them. Pure: the same input gives the same answer. */
export class Catalogue {
  private readonly byId: ReadonlyMap<string, Measure>;

  /** Use {@link compileCatalogue}. */
  constructor(
    readonly policies: readonly Policy[],
    /** The divisions and departments that they speak of, with what became of them. */
    readonly places: Places,
    private readonly all: readonly Measure[],
    private readonly compiled: MeasureIndex,
    /** By which offices claims go (办理路线), by the policy's id; only those that have a table. */
    readonly routes: ReadonlyMap<string, RouteTable> = new Map(),
  ) {
    this.byId = new Map(all.map((measure) => [measure.id, measure]));
  }

  policy(id: string): Policy | undefined {
    return this.policies.find((policy) => policy.id === id);
  }

  /** Any clause by its full name, payable or not. */
  measure(id: string): Measure | undefined {
    return this.byId.get(id);
  }

  /** All clauses in the order of the documents. */
  measures(): readonly Measure[] {
    return this.all;
  }

  coverage(): Coverage {
    return coverageOf(this.policies);
  }

  /** Amount, lines and reasons of one case. Never throws on bad input. */
  assess(input: unknown): AssessAnswer {
    const result = assessCase(input, this.compiled, false);
    return 'error' in result ? result : result.assessment;
  }

  /** The same reckoning with every step recorded. */
  explain(input: unknown): ExplainedAnswer {
    const result = assessCase(input, this.compiled, true);
    if ('error' in result) return result;
    // Spelled out: spreading the assessment takes as long as half of the reckoning.
    const { id, eligible, kind, amount, lines, subject, reasons } = result.assessment;
    return { id, eligible, kind, amount, lines, subject, reasons, trace: result.recorder?.steps ?? [] };
  }

  /** The measures whose earlier grants matter to this one: itself, its county line's counterpart, its overlap group. */
  relatedMeasures(id: string): readonly string[] {
    const relations = this.compiled.get(id)?.grant?.relations;
    if (relations === undefined) return [id];
    const { countyLineOf, countyLines, overlap } = relations;
    const counterpart = countyLineOf === null ? [] : [countyLineOf.measure];
    return [id, ...counterpart, ...countyLines.map(({ measure }) => measure), ...overlap];
  }

  /** Which earlier grants can bear on a claim under the measure: those that its reckoning looks at. */
  bearingOn(id: string, year: number, subject: string | null): Bears {
    const compiled = this.compiled.get(id);
    return compiled == null ? () => false : bearingOn(compiled, year, subject);
  }

  /** Whether a claim belongs to the overlap group of its clause; false where there is none. */
  isInOverlap(id: string, year: number, facts: Readonly<Record<string, unknown>>): boolean {
    const compiled = this.compiled.get(id);
    return compiled != null && isInOverlap(compiled, year, facts);
  }

  /**
   * Whether two claims of one enterprise may rest on the same invoice, contract or certificate: whichever is decided
   * later, what was granted on the earlier one is taken into account.
   */
  sharesEvidence(a: PaperMatter, b: PaperMatter): boolean {
    return this.countsWith(a, b) && this.countsWith(b, a);
  }

  /** How long determinations under the measure are shown at the least: as its document says, else its city. */
  publicityOf(id: string): PublicityRule {
    return publicityOf(this.byId.get(id)?.policy);
  }

  /** Working days within which the lead department answers an objection to such a determination. */
  objectionDaysOf(id: string): number {
    return objectionDaysOf(this.byId.get(id)?.policy);
  }

  /** The way of a claim to the lead department's review; null where its policy has no table of routes for it. */
  routeOf(id: string, matter: RouteMatter): Route | WithoutOffice | null {
    const measure = this.byId.get(id);
    const table = measure === undefined ? undefined : this.routes.get(measure.policy.id);
    return measure === undefined || table === undefined ? null : resolveRoute(table, measure, matter, this.places);
  }

  /** The ceilings that can never be passed; a limit that a fact chooses is the greatest one. */
  limitsFor(id: string): MeasureLimits | undefined {
    const compiled = this.compiled.get(id);
    return compiled === undefined || compiled === null ? undefined : limitsOf(compiled);
  }

  /** Every problem of the stated facts at once, for a form. Empty when all are right. */
  validateFacts(id: string, facts: Readonly<Record<string, unknown>>, language: 'zh' | 'en'): readonly FactProblem[] {
    const compiled = this.compiled.get(id);
    return compiled === undefined || compiled === null ? [] : problemsOfFacts(compiled, facts, language);
  }

  private countsWith(claim: PaperMatter, other: PaperMatter): boolean {
    const compiled = this.compiled.get(claim.measure);
    return compiled != null && countsWith(compiled, claim, other);
  }
}
