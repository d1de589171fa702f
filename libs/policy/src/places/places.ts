import type { Departments } from './departments.js';
import { isInForce, levelOf, officePrefix, type Division } from './division.js';
import { RegisterRules } from './register-rules.js';
import { LimitRules } from './time-limits.js';
import { WindowRules } from './window-rules.js';

/** All divisions and zones that ever were, and what became of them. Days are given as texts `YYYY-MM-DD`. */
export class Places {
  private readonly byCode = new Map<string, Division[]>();
  /** Codes that each code goes on with, in the first place. */
  private readonly predecessors = new Map<string, Set<string>>();
  private readonly zones: readonly Division[];

  /**
   * @param divisions periods of one code by day.
   * @param departments of the cities whose files name any.
   * @param limits of the cities whose files set any.
   * @param windows what they say to their windows.
   * @param registers their lists of those who must not be paid.
   */
  constructor(
    private readonly divisions: readonly Division[],
    readonly departments: Departments,
    readonly limits: LimitRules = new LimitRules(),
    readonly windows: WindowRules = new WindowRules(),
    readonly registers: RegisterRules = new RegisterRules(),
  ) {
    this.zones = divisions.filter(({ kind }) => kind === 'zone');
    for (const division of divisions) {
      entryOf(this.byCode, division.code, () => []).push(division);
      const [successor] = division.successors;
      if (successor !== undefined && successor !== division.code) {
        entryOf(this.predecessors, successor, () => new Set()).add(division.code);
      }
    }
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** The division as it was on the day; one that was not in force as it was last before, or first after. */
  find(code: string, day: string): Division | undefined {
    const periods = this.byCode.get(code) ?? [];
    return (
      periods.find((period) => isInForce(period, day)) ??
      periods.findLast(({ from }) => from === null || from <= day) ??
      periods[0]
    );
  }

  isInForce(code: string, day: string): boolean {
    return this.byCode.get(code)?.some((period) => isInForce(period, day)) ?? false;
  }

  /**
   * The code that stands for the area on the day: that of the successor after its end; before its beginning that of the
   * one division it goes on with. One that several were merged into stands for them on earlier days too.
   */
  asOf(code: string, day: string): string {
    const after = this.goesOnAs(code, day);
    return after === code ? this.wentBefore(code, day) : after;
  }

  /** The code, and every other that is one office with it on the day: what it goes on with, and what goes on with it. */
  carriedOn(code: string, day: string): readonly string[] {
    const now = this.goesOnAs(code, day);
    const codes = [now];
    for (const each of codes) {
      for (const former of this.predecessors.get(each) ?? []) {
        if (!codes.includes(former) && this.goesOnAs(former, day) === now) codes.push(former);
      }
    }
    return codes.includes(code) ? codes : [code, ...codes];
  }

  /** What codes begin with that belong to the office of the division on the day: its own, its former, zones within it. */
  area(code: string, day: string): readonly string[] {
    const codes = this.carriedOn(code, day);
    const prefixes = codes.map(officePrefix);
    const zones = this.zones.filter(
      (zone) =>
        zone.parent !== null &&
        codes.includes(zone.parent) &&
        this.find(zone.code, day) === zone &&
        !prefixes.some((each) => zone.code.startsWith(each)),
    );
    return [...prefixes, ...zones.map(({ code: zone }) => zone)];
  }

  /** Counties and zones of a city that are in force on the day; none where the standard divides it no further. */
  countiesOf(city: string, day: string): readonly Division[] {
    return this.under(city).filter((each) => levelOf(each.code) === 'county' && isInForce(each, day));
  }

  /** Every period of what ever lay in a division, itself included, by code; everything when none is named. */
  under(code: string | null): readonly Division[] {
    if (code === null) return this.divisions;
    const prefix = officePrefix(code);
    return this.divisions.filter((each) => each.code.startsWith(prefix) || this.isWithin(each, code));
  }

  private isWithin({ parent, kind }: Division, code: string): boolean {
    return kind === 'zone' && parent === code;
  }

  private goesOnAs(code: string, day: string): string {
    const seen = new Set<string>();
    let now = code;
    while (!seen.has(now)) {
      seen.add(now);
      const last = this.byCode.get(now)?.at(-1);
      const [successor] = last?.successors ?? [];
      if (last?.to == null || day < last.to || successor === undefined) break;
      now = successor;
    }
    return now;
  }

  private wentBefore(code: string, day: string): string {
    let then = code;
    for (;;) {
      const from = this.byCode.get(then)?.[0]?.from ?? null;
      const [former, ...others] = this.predecessors.get(then) ?? [];
      if (from === null || from <= day || former === undefined || others.length > 0) return then;
      then = former;
    }
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, initial: () => Value): Value {
  const value = map.get(key) ?? initial();
  map.set(key, value);
  return value;
}
