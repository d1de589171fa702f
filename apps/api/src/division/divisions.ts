import type { Reach } from '@duixian/casework';
import { isInForce, levelOf, officePrefix, type Division as Period, type Places } from '@duixian/policy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { PolicyFolder } from '../policy/law/policy-folder.js';
import type { Division } from './division.type.js';

/** The divisions and zones of the country's cities, as they are on a day. */
@Injectable()
export class Divisions {
  private readonly places: Places;

  constructor(
    { catalogue: { places } }: PolicyFolder,
    private readonly clock: Clock,
  ) {
    this.places = places;
  }

  /**
   * The division as it was on the day, today where none is named; or one that shows its code for a name: old entries may
   * hold a code that nobody lists.
   */
  get(code: string, day: string = this.clock.today()): Division {
    const found = this.places.find(code, day);
    if (found !== undefined) return shown(found);
    return { code, name: code, level: levelOf(code), kind: 'administrative', ...NOTHING_MORE };
  }

  /** What people call it on the day. */
  readonly names = (code: string, day: string): string => this.get(code, day).name;

  /** What people call it today. */
  readonly nameOf = (code: string): string => this.get(code).name;

  has(code: string): boolean {
    return this.places.has(code);
  }

  /** Whether an office of the city can be there from today on. */
  isOfCity(code: string, city: string): boolean {
    return code.startsWith(officePrefix(city)) && this.places.isInForce(code, this.clock.today());
  }

  /** What lies in a division, itself included; those of the past too, where no day is named. */
  under(code: string | null, day: string | null): Division[] {
    const found = this.places.under(code);
    return (day === null ? found : found.filter((each) => isInForce(each, day))).map(shown);
  }

  /**
   * Codes under which claims and enterprises of a division stand, and of all that lies in it; null for a city and what is
   * above it, in which all of its books lie.
   */
  codesIn(code: string): string[] | null {
    if (levelOf(code) !== 'county') return null;
    return [...new Set([...this.officesOf(code), ...this.places.area(code, this.clock.today())])];
  }

  /** Whether all that stands under a division stands under another one as well. */
  readonly liesIn = (code: string, within: string): boolean => {
    const there = this.codesIn(within);
    return there === null || (this.codesIn(code)?.every((each) => there.includes(each)) ?? false);
  };

  /** Codes under which payments of the division's treasury stand on record. */
  officesOf(code: string): readonly string[] {
    return this.places.carriedOn(code, this.clock.today());
  }

  /**
   * What to write instead of a department that the division does not have today: who goes on with its work, the one that
   * was probably meant, or nothing that is known; undefined where it has it, or nobody listed its departments.
   */
  insteadOf(
    division: string,
    department: string,
  ): { readonly ended: string | null; readonly name: string | null } | undefined {
    const { departments } = this.places;
    const day = this.clock.today();
    if (departments.inForce(division, day).some(({ name }) => name === department)) return undefined;
    const listed = departments.find(division, department);
    if (listed === undefined && !departments.isListed(division)) return undefined;
    const successor = departments.asOf(division, department, day);
    const name = successor === department ? departments.nearest(division, department, day) : successor;
    return { ended: listed?.to ?? null, name: name ?? null };
  }

  /** What a department of a division is called on the day, or who goes on with its work; today where none is named. */
  readonly departmentOf = (division: string, department: string, day: string = this.clock.today()): string =>
    this.places.departments.asOf(division, department, day);

  /** The code of the office that acts for a division on a day: its own, or after its end its successor's. */
  officeOf(code: string, on: string): string {
    return this.places.asOf(code, on);
  }

  /** For what an official of the division and department acts today. */
  reachOf({ division, department }: { readonly division: string; readonly department: string | null }): Reach {
    const day = this.clock.today();
    const divisions = this.places.carriedOn(division, day);
    const names = divisions.flatMap((each) =>
      department === null ? [] : this.places.departments.carriedOn(each, department, day),
    );
    return { divisions, areas: this.places.area(division, day), departments: [...new Set(names)] };
  }
}

const NOTHING_MORE = { parent: null, from: null, to: null, successor: null };

function shown({ code, name, kind, parent, from, to, successors }: Period): Division {
  return { code, name, level: levelOf(code), kind, parent, from, to, successor: successors[0] ?? null };
}
