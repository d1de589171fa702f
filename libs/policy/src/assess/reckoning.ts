import { add, formatYuan, leftOf, subtract, ZERO, type Fen } from '@duixian/money';

import type { CompiledGrant, CompiledMeasure } from '../compile/measure.js';
import type { Run } from '../compile/run.js';
import { UP_TO } from '../compile/limits.js';
import type { Term } from '../compile/values.js';
import type { ReasonCode } from './reason-code.js';
import type { Case } from './case.js';
import type { Granted } from './history.js';
import { lowerTo, owedByLevels, splitBetweenLevels, type Levels } from './levels.js';
import { LIMIT_TEXTS, STEP_TEXTS, type LimitStep } from './texts.js';
import type { Recorder, TraceStep } from './trace.js';

/**
 * Takes an amount through the limits of a clause, in this order: item cap, cap over all years, cap of the year, own
 * earlier grants, overlap, pool, quota. Each that lowers it adds its code; where nothing is left the list ends.
 */
export class Reckoning {
  readonly reasons: ReasonCode[] = [];
  /** What city and county owe; null until earlier grants are taken off, and where one treasury pays all. */
  levels: Levels | null = null;
  private readonly recorder: Recorder | null;
  /** The amount as text after the last step recorded; empty on the fast face. */
  private shown = '';

  constructor(
    public amount: Fen,
    private readonly compiled: CompiledMeasure,
    private readonly grant: CompiledGrant,
    private readonly run: Run,
    private readonly given: Case,
    private readonly subject: string | null,
  ) {
    this.recorder = run.recorder;
    if (run.recorder !== null) this.shown = formatYuan(amount);
  }

  /** The amount in yuan. */
  get text(): string {
    return this.recorder === null ? formatYuan(this.amount) : this.shown;
  }

  applyLimits(): void {
    switch (this.grant.basis) {
      case 'annual':
        this.applyAnnual();
        break;
      case 'subject':
        if (this.grant.rises) this.applyDifference(this.run.history.own({ subject: this.subject ?? '' }));
        else this.applySubject();
        break;
      case 'steps':
        this.applyDifference(this.run.history.own(null));
        break;
    }
    this.applyOverlap();
    this.applyPool();
    this.applyQuota();
    this.cap('joint-year-cap', this.grant.jointYear, () => this.run.history.jointly(this.run.year));
    this.settleLevels();
  }

  /** The whole year's entitlement, less what this year saw already. */
  private applyAnnual(): void {
    const { history, year } = this.run;
    this.capItem();
    this.cap('total-cap', this.grant.total, () => history.inOtherYears(year));
    this.cap('year-cap', this.grant.year, unused);
    if (this.amount > 0n) this.takeOffEarlierGrants(history.own({ year }));
  }

  /** A subject is paid once. */
  private applySubject(): void {
    const { total } = this.run.history.own({ subject: this.subject ?? '' });
    if (total > 0n) {
      this.refuseSubject(total);
      return;
    }
    this.capItem();
    this.capEnterprise();
  }

  /** The amount reached, less what was granted on the way to it. */
  private applyDifference(granted: Granted): void {
    this.capItem();
    if (this.amount > 0n || granted.total > 0n) this.takeOffEarlierGrants(granted);
    this.capEnterprise();
  }

  private capItem(): void {
    this.cap('item-cap', this.run.upTo === null ? this.grant.item : UP_TO, unused);
  }

  /** The limits of the enterprise, less all it was granted under the measure. */
  private capEnterprise(): void {
    const { history, year } = this.run;
    this.cap('total-cap', this.grant.total, () => history.own(null).total);
    this.cap('year-cap', this.grant.year, () => history.own({ year }).total);
  }

  private applyPool(): void {
    this.cap('pool', this.grant.pool, () => this.given.poolUsed);
  }

  /** Lowers the amount to what is left of a limit. */
  private cap(step: LimitStep, limit: Term<Fen> | null, usedBefore: () => Fen): void {
    if (limit === null || this.amount === 0n) return;
    const before = this.amount;
    const ceiling = limit.of(this.run);
    const used = usedBefore();
    const left = leftOf(ceiling, used);
    if (before > left) {
      this.amount = left;
      const { code } = LIMIT_TEXTS[step];
      if (!this.reasons.includes(code)) this.reasons.push(code);
    }
    if (this.recorder === null) return;
    const shown = limit.show(ceiling, this.recorder);
    if (used === 0n) this.record(step, before, `min(${this.shown}, ${shown})`, { limit: shown });
    else {
      const inputs = { limit: shown, used: formatYuan(used) };
      this.record(step, before, `min(${this.shown}, max(0.00, ${shown} − ${inputs.used}))`, inputs);
    }
  }

  private takeOffEarlierGrants(granted: Granted): void {
    const before = this.amount;
    if (this.grant.shares === null) {
      if (granted.total === 0n) return;
      this.amount = leftOf(before, granted.total);
      this.endIfNothingLeft();
      this.recordDeduction('earlier-grants', before, granted.total);
      return;
    }
    const shares = splitBetweenLevels(before, this.grant.shares);
    this.levels = owedByLevels(before, shares, granted);
    this.amount = add(this.levels.city, this.levels.county);
    this.endIfNothingLeft();
    this.recordLevels(before, shares, granted);
  }

  private endIfNothingLeft(): void {
    if (this.amount === 0n) this.reasons.push('ALREADY_GRANTED');
  }

  private refuseSubject(granted: Fen): void {
    this.amount = ZERO;
    this.shown = '0.00';
    this.reasons.push('ALREADY_GRANTED');
    this.recorder?.steps.push({
      step: 'earlier-grants',
      clause: this.compiled.references.clause,
      text: STEP_TEXTS.subjectGranted,
      formula: '',
      inputs: { subject: this.subject ?? '', granted: formatYuan(granted) },
      outcome: '0.00',
      code: 'ALREADY_GRANTED',
    });
  }

  /** What the other members of the group granted for the same matter comes off. */
  private applyOverlap(): void {
    const { overlap } = this.grant;
    if (overlap === null || this.amount === 0n || (overlap.when !== null && !overlap.when(this.run))) return;
    const before = this.amount;
    const matter = overlap.matter === 'year' ? { year: this.run.year } : { subject: this.subject ?? '' };
    const granted = this.run.history.byOthers(matter);
    if (granted > 0n) {
      this.amount = leftOf(before, granted);
      this.reasons.push('OVERLAP');
    }
    this.recordDeduction('overlap', before, granted);
  }

  private applyQuota(): void {
    const { quota } = this.grant;
    if (quota === null || this.amount === 0n) return;
    const before = this.amount;
    const used = this.given.quotaUsed;
    if (used >= quota) {
      this.amount = ZERO;
      this.reasons.push('QUOTA_EXHAUSTED');
    }
    this.record('quota', before, '', { quota: String(quota), used: String(used) });
  }

  /** Brings the levels in line with what the later limits left of the amount. */
  private settleLevels(): void {
    const { shares } = this.grant;
    if (shares === null) return;
    this.levels = this.levels === null ? splitBetweenLevels(this.amount, shares) : lowerTo(this.levels, this.amount);
  }

  private recordDeduction(step: LimitStep, before: Fen, granted: Fen): void {
    if (this.recorder === null) return;
    const inputs = { granted: formatYuan(granted) };
    this.record(step, before, `max(0.00, ${this.shown} − ${inputs.granted})`, inputs);
  }

  private recordLevels(before: Fen, shares: Levels, granted: Granted): void {
    if (this.recorder === null) return;
    const cityShare = formatYuan(shares.city);
    const countyShare = shares.city === shares.county ? cityShare : formatYuan(shares.county);
    if (granted.total === 0n) {
      this.record('earlier-grants', before, `${cityShare} + ${countyShare}`, { cityShare, countyShare });
      return;
    }
    const cityGranted = formatYuan(subtract(granted.total, granted.county));
    const countyGranted = formatYuan(granted.county);
    const city = `max(0.00, ${cityShare} − ${cityGranted})`;
    const county = `max(0.00, ${countyShare} − ${countyGranted})`;
    const room = `max(0.00, ${this.shown} − ${cityGranted} − ${countyGranted})`;
    const inputs = { cityShare, countyShare, cityGranted, countyGranted };
    this.record('earlier-grants', before, `min(${city} + ${county}, ${room})`, inputs);
  }

  private record(step: LimitStep, before: Fen, formula: string, inputs: Record<string, string>): void {
    if (this.recorder === null) return;
    const { code, within, lowered, nothing } = LIMIT_TEXTS[step];
    const outcome = this.amount === before ? this.shown : formatYuan(this.amount);
    this.shown = outcome;
    const coded = this.reasons.includes(code) && (this.amount !== before || this.amount === 0n);
    const entry: TraceStep = {
      step,
      clause: step === 'overlap' ? this.compiled.references.overlap : this.compiled.references.clause,
      text: coded && this.amount === 0n ? nothing : this.amount === before ? within : lowered,
      formula: formula === '' ? '' : `${formula} = ${outcome}`,
      inputs,
      outcome,
    };
    if (coded) entry.code = code;
    this.recorder.steps.push(entry);
  }
}

const unused = (): Fen => ZERO;
