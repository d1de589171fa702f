import { Rows, type Stored } from './rows.js';
import type { TableClient } from './table-client.js';
import { VersionedTable } from './versioned-table.js';

/** A row of totals, or what an event adds to one: the values of its key, and fen or counts as texts. */
type Totals = Readonly<Record<string, string | number>>;

/** What an event adds to one row. */
export interface TotalsChange {
  readonly position: bigint;
  /** The tenant, the values of the row's key, and fen or counts as texts. */
  readonly change: object;
}

/** A table of totals that only grow or shrink by what events add to them, with all that its rows were. */
export class VersionedTotals extends VersionedTable {
  /**
   * @param keys columns by which rows are told apart within a tenant.
   * @param amounts whole numbers that are added up.
   */
  constructor(
    name: string,
    private readonly keys: readonly string[],
    private readonly amounts: readonly string[],
  ) {
    super(name, keys);
  }

  /** Adds what events changed, in the order of the log. */
  async add(client: TableClient, changes: readonly TotalsChange[]): Promise<void> {
    if (changes.length === 0) return;
    const added = changes.map(({ position, change }) => ({ position, change: totalsOf(change) }));
    const rows = new Rows(
      await this.load(
        client,
        added.map(({ change }) => change),
      ),
    );
    for (const { position, change } of added) rows.at(position, () => this.addTo(rows, change));
    await this.write(client, rows);
  }

  private addTo(rows: Rows<Totals>, change: Totals): void {
    const key = this.keyOf(change);
    const before = rows.get(key);
    if (before === null) rows.set(key, change);
    else if (this.amounts.some((name) => BigInt(change[name] ?? 0) !== 0n)) rows.set(key, this.sumOf(before, change));
  }

  private sumOf(before: Totals, change: Totals): Totals {
    const sums = this.amounts.map((name): [string, string] => {
      return [name, (BigInt(before[name] ?? 0) + BigInt(change[name] ?? 0)).toString()];
    });
    return { ...before, ...Object.fromEntries(sums) };
  }

  private async load(client: TableClient, changes: readonly Totals[]): Promise<Map<string, Stored<Totals>>> {
    const keys = ['tenant', ...this.keys];
    const distinct = new Map(changes.map((change) => [this.keyOf(change), change]));
    const { rows } = await client.query<Totals & { readonly from_position: string }>(
      `select ${[...keys, ...this.amounts, 'from_position'].map((name) => `t.${name}`).join(', ')}
         from json_populate_recordset(null::${this.name}, $1) x
         join ${this.name} t using (${keys.join(', ')})`,
      [JSON.stringify([...distinct.values()])],
    );
    return new Map(rows.map((row) => [this.keyOf(row), row]));
  }

  private keyOf(row: Totals): string {
    return this.keys.map((name) => row[name]).join(' ');
  }
}

function totalsOf(change: object): Totals {
  return Object.fromEntries(Object.entries(change));
}
