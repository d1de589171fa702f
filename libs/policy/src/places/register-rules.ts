import type { RegisterRule } from '../schema/registers.js';
import { cityOf } from './time-limits.js';

/** The registers of those who must not be paid, of all cities. */
export class RegisterRules {
  private readonly byCity: ReadonlyMap<string, readonly RegisterRule[]>;

  constructor(cities: readonly { readonly city: string; readonly registers: readonly RegisterRule[] }[] = []) {
    this.byCity = new Map(cities.map(({ city, registers }) => [city, registers]));
  }

  /** Those of the city in which a division lies, in the order of its file. */
  of(division: string): readonly RegisterRule[] {
    return this.byCity.get(cityOf(division)) ?? [];
  }

  find(division: string, id: string): RegisterRule | null {
    return this.of(division).find((each) => each.id === id) ?? null;
  }
}
