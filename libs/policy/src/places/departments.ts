import { nearestWord } from '../load/nearest-word.js';
import { isInForce, officePrefix } from './division.js';

/** A department of a division's government, while it had one name. */
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

/** What became of a department, as a city has it on record beside its file. */
export interface RecordedDepartmentChange {
  readonly kind: 'established' | 'renamed' | 'merged' | 'ended';
  readonly division: string;
  readonly name: string;
  /** Its new name, or who goes on with its work; null where it is established or ended. */
  readonly successor: string | null;
  /** First day on which it is so. */
  readonly from: string;
}

/** What the codes of a city and of all that lies in it begin with. */
const CITY_DIGITS = 4;

/**
 * Departments with their dates, by the division they belong to: as files state them, and from there as the record goes on.
 * Whoever holds them sees what was recorded since ({@link record}), as of the day that he asks for.
 */
export class Departments {
  private readonly stated: ReadonlyMap<string, readonly Department[]>;
  private readonly byDivision: Map<string, readonly Department[]>;

  /** @param telephones of cities, by their codes: where people call who know no other number. */
  constructor(
    departments: readonly Department[],
    private readonly telephones: ReadonlyMap<string, string> = new Map(),
  ) {
    this.stated = grouped(departments);
    this.byDivision = new Map(this.stated);
  }

  /** What a city and its counties have on record, in the order of its days, in place of what they had before. */
  record(city: string, changes: readonly RecordedDepartmentChange[]): void {
    const prefix = officePrefix(city);
    const stated = [...this.stated.values()].flat().filter(({ division }) => division.startsWith(prefix));
    const now = grouped(changes.reduce(changed, stated));
    for (const division of this.byDivision.keys()) {
      if (division.startsWith(prefix) && !now.has(division)) this.byDivision.delete(division);
    }
    for (const [division, departments] of now) this.byDivision.set(division, departments);
  }

  /** Whether files list a division's departments: then there are no others but those on record. */
  isListed(division: string): boolean {
    return this.stated.has(division);
  }

  /** Every department of a division, those of the past too. Empty where nobody listed any. */
  of(division: string): readonly Department[] {
    return this.byDivision.get(division) ?? [];
  }

  /** The times in which a name stood for a department, in their order. */
  periodsOf(division: string, name: string): readonly Department[] {
    return this.of(division).filter((department) => department.name === name);
  }

  /** As it was last. */
  find(division: string, name: string): Department | undefined {
    return this.periodsOf(division, name).at(-1);
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
      const periods = this.periodsOf(division, now);
      const { to = null, successor = null } = periods.findLast(({ from }) => (from ?? '') <= day) ?? periods[0] ?? {};
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

function grouped(departments: readonly Department[]): Map<string, readonly Department[]> {
  const map = new Map<string, readonly Department[]>();
  for (const each of departments) map.set(each.division, [...(map.get(each.division) ?? []), each]);
  return map;
}

function changed(departments: readonly Department[], change: RecordedDepartmentChange): readonly Department[] {
  const { kind, division, name, successor, from } = change;
  const begins = { division, from, to: null, successor: null };
  if (kind === 'established') return [...departments, { ...begins, name, telephone: null }];
  const index = departments.findLastIndex((each) => each.division === division && each.name === name);
  // Where nobody listed any, it is known from its end on.
  const found = departments[index] ?? { division, name, from: null, telephone: null };
  const ended = { ...found, to: from, successor };
  const rest = index < 0 ? [...departments, ended] : departments.with(index, ended);
  if (kind !== 'renamed' || successor === null) return rest;
  return [...rest, { ...begins, name: successor, telephone: found.telephone }];
}
