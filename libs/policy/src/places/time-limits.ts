import { TAKE_BACK_HOURS, type TakeBackRule } from '../schema/take-back.js';
import { LIMIT_PRESETS, STOP_DAYS, type LimitRule, type Superior, type TimeLimits } from '../schema/time-limits.js';
import { Departments } from './departments.js';

/** Of a measure: its own id, and where its document belongs. */
export interface LimitedMeasure {
  readonly id: string;
  readonly policy: { readonly id: string; readonly division: string };
}

/** What a city's file says of time limits (时限). */
export interface CityLimits {
  readonly city: string;
  readonly limits: readonly LimitRule[];
  readonly superiors: readonly Superior[];
  readonly takeBack: TakeBackRule | null;
}

const CITY_DIGITS = 4;
/** Later than any change of a department. */
const AFTER_ALL = '9999-12-31';

/** Time limits of all cities, and to whom they report what is overdue. */
export class LimitRules {
  private readonly byCity: ReadonlyMap<string, CityLimits>;

  /** @param departments who goes on with the work of a department that a file names. */
  constructor(
    cities: readonly CityLimits[] = [],
    private readonly departments: Departments = new Departments([]),
  ) {
    this.byCity = new Map(cities.map((each) => [each.city, each]));
  }

  /**
   * The limits of a claim under a measure: of a rule that names the clause, else its document, else neither; of those the
   * one that began last. Null where there is none.
   *
   * @param day of its submission.
   */
  of(measure: LimitedMeasure, day: string): TimeLimits | null {
    const rule = ruleFor(measure, this.ofDivision(measure.policy.division)?.limits ?? [], day);
    return rule === undefined ? null : limitsBy(rule);
  }

  /** Hours in which an official takes back a step of his own. @param division any of the city. */
  takeBackHoursOf(division: string): number {
    return this.ofDivision(division)?.takeBack?.hours ?? TAKE_BACK_HOURS;
  }

  /** Whether anybody is named in a city to whom something is reported. */
  namesSuperiors(city: string): boolean {
    return (this.ofDivision(city)?.superiors ?? []).length > 0;
  }

  /** Whether a city names somebody as a superior, by his user name. */
  isSuperior(city: string, account: string): boolean {
    return (this.ofDivision(city)?.superiors ?? []).some((each) => each.account === account);
  }

  /**
   * To whom what is overdue at an office is reported: whoever is named for its division and department, else for one of the
   * two; null where nobody is. Counties call departments as their city does, and report to their own.
   *
   * @param isThere whether a user name is that of an account that is open: whoever has left is passed over.
   */
  superiorOf(
    division: string,
    office: string,
    department: string | null,
    isThere: (account: string) => boolean = () => true,
  ): Superior | null {
    const named = (this.ofDivision(division)?.superiors ?? []).filter(
      (each) =>
        each.office === office &&
        (each.account === undefined || isThere(each.account)) &&
        (each.department === undefined || this.isOf(division, each.department, department)) &&
        (each.of ?? (each.department === undefined ? division : cityOf(division))) === division,
    );
    const nearness = (each: Superior) =>
      (each.of === undefined ? 0 : 4) +
      (each.department === undefined ? 0 : 2) +
      Number(each.department === department);
    return [...named].sort((a, b) => nearness(b) - nearness(a))[0] ?? null;
  }

  /** User names of those whom a city names. */
  accountsOf(city: string): readonly string[] {
    return (this.ofDivision(city)?.superiors ?? []).flatMap(({ account }) => account ?? []);
  }

  /** Whether a department is the one that a file names, or goes on with its work. */
  private isOf(division: string, named: string, department: string | null): boolean {
    if (department === null) return false;
    return named === department || this.departments.asOf(division, named, AFTER_ALL) === department;
  }

  private ofDivision(division: string): CityLimits | undefined {
    return this.byCity.get(cityOf(division));
  }
}

/** The city whose file is asked for a division. */
export function cityOf(division: string): string {
  return `${division.slice(0, CITY_DIGITS)}00`;
}

interface NamingRule {
  readonly for?: readonly string[] | undefined;
  readonly from?: string | undefined;
}

/** The rule that holds for a measure on a day: one that names the clause, else its document, else neither. */
export function ruleFor<Rule extends NamingRule>(
  { id, policy }: LimitedMeasure,
  all: readonly Rule[],
  day: string,
): Rule | undefined {
  const rules = all.filter(({ from = '' }) => from <= day);
  const named = (name: string) => latest(rules.filter((rule) => rule.for?.includes(name) === true));
  return named(id) ?? named(policy.id) ?? latest(rules.filter((each) => each.for === undefined));
}

function latest<Rule extends NamingRule>(rules: readonly Rule[]): Rule | undefined {
  return [...rules].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0];
}

function limitsBy(rule: LimitRule): TimeLimits {
  const preset = LIMIT_PRESETS[rule.kind];
  const { kind, source, whole = preset.whole, steps = preset.steps } = rule;
  const { remind = preset.remind, pauses = preset.pauses, stop = STOP_DAYS } = rule;
  return { kind, source, whole, steps, remind, pauses, stop };
}
