import {
  CORRECTION_DAYS,
  type CorrectionRule,
  type FollowingKind,
  type FollowingRule,
} from '../schema/window-rules.js';
import { cityOf, ruleFor, type LimitedMeasure } from './time-limits.js';

/** What a city's file says to its windows. */
export interface CityWindow {
  readonly city: string;
  readonly correction: CorrectionRule | null;
  readonly mayFollow: readonly FollowingRule[];
}

/** Which papers may follow an acceptance, and within how many working days. */
export interface MayFollow {
  readonly kinds: readonly FollowingKind[];
  readonly days: number;
  readonly source: string;
}

/** How long enterprises have for what a window asks of them (补正期限、容缺受理), of all cities. */
export class WindowRules {
  private readonly byCity: ReadonlyMap<string, CityWindow>;

  constructor(cities: readonly CityWindow[] = []) {
    this.byCity = new Map(cities.map((each) => [each.city, each]));
  }

  /** Working days in which what was returned is corrected. @param division any of the city. */
  correctionDaysOf(division: string): number {
    return this.byCity.get(cityOf(division))?.correction?.days ?? CORRECTION_DAYS;
  }

  /**
   * Which papers of a claim may be handed in after its acceptance: of a rule that names the clause, else its document, else
   * neither; of those the one that began last. Null where none may.
   *
   * @param day of its acceptance.
   */
  mayFollow(measure: LimitedMeasure, day: string): MayFollow | null {
    const rule = ruleFor(measure, this.byCity.get(cityOf(measure.policy.division))?.mayFollow ?? [], day);
    return rule === undefined ? null : { kinds: rule.kinds, days: rule.days, source: rule.source };
  }
}
