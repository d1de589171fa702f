import type { Fact, FactType } from '../schema/clause.js';
import { BrokenInvariant } from './run.js';

/** Where the facts of a clause stand, while it is compiled. The check has proved that every name is declared. */
export class Scope {
  private readonly slots: ReadonlyMap<string, number>;

  constructor(private readonly facts: readonly Fact[]) {
    this.slots = new Map(facts.map((fact, slot) => [fact.name, slot]));
  }

  slot(name: string): number {
    const slot = this.slots.get(name);
    if (slot === undefined) throw new BrokenInvariant(`The fact ${name} is not declared.`);
    return slot;
  }

  type(name: string): FactType {
    const fact = this.facts[this.slot(name)];
    if (fact === undefined) throw new BrokenInvariant(`The fact ${name} is not declared.`);
    return fact.type;
  }
}
