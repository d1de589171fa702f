import { nearestWord } from '../load/nearest-word.js';
import { isInForce } from './division.js';

/** A department of a division's government. */
export interface Department {
  /** Code of the division whose department it is. */
  readonly division: string;
  /** As documents print it: 市数据局. */
  readonly name: string;
  /** First day; null = before anything on record. */
  readonly from: string | null;
  /** First day on which it was no longer there; null = it is. */
  readonly to: string | null;
  /** Who goes on with its work; null where nobody does, or it is there. */
  readonly successor: string | null;
  /** Of its office; null where nobody says. */
  readonly telephone: string | null;
}

/** What the codes of a city and of all that lies in it begin with. */
const CITY_DIGITS = 4;

/** Departments with their dates, by the division they belong to. */
export class Departments {
  private readonly byDivision = new Map<string, Department[]>();

  /** @param telephones of cities, by their codes: where people call who know no other number. */
  constructor(
    departments: readonly Department[],
    private readonly telephones: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const department of departments) {
      const list = this.byDivision.get(department.division) ?? [];
      this.byDivision.set(department.division, [...list, department]);
    }
  }

  /** Every department of a division, those of the past too. Empty where nobody listed any. */
  of(division: string): readonly Department[] {
    return this.byDivision.get(division) ?? [];
  }

  find(division: string, name: string): Department | undefined {
    return this.of(division).find((department) => department.name === name);
  }

  /** Whom to call at a department: its own number, else its city's; null where neither is known. */
  telephoneOf(division: string, name: string): string | null {
    return this.find(division, name)?.telephone ?? this.telephones.get(`${division.slice(0, CITY_DIGITS)}00`) ?? null;
  }

  /** Those that are there on the day. */
  inForce(division: string, day: string): readonly Department[] {
    return this.of(division).filter((department) => isInForce(department, day));
  }

  /** Who does the department's work on the day: itself, or whoever goes on with it. */
  asOf(division: string, name: string, day: string): string {
    const seen = new Set<string>();
    let now = name;
    while (!seen.has(now)) {
      seen.add(now);
      const { to = null, successor = null } = this.find(division, now) ?? {};
      if (to === null || day < to || successor === null) break;
      now = successor;
    }
    return now;
  }

  /** The name, and every other under which the same department is known on the day. */
  carriedOn(division: string, name: string, day: string): readonly string[] {
    const now = this.asOf(division, name, day);
    const others = this.of(division).filter((each) => this.asOf(division, each.name, day) === now);
    return [...new Set([name, now, ...others.map((each) => each.name)])];
  }

  /** The one that a mistyped name most probably stands for, of those that are there on the day. */
  nearest(division: string, name: string, day: string): string | undefined {
    return nearestWord(
      name,
      this.inForce(division, day).map((each) => each.name),
    );
  }
}
