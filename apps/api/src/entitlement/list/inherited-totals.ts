import { Injectable } from '@nestjs/common';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { toEnterprise } from '../../enterprise/read/to-enterprise.js';
import type { EnterpriseRow } from '../../enterprise/read-model/enterprise-table.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InheritedTotal } from './inherited-total.type.js';
import { ToYearlyTotal } from './to-yearly-total.js';
import { TotalsOfEnterprise } from './totals-of-enterprise.js';

/** One in whose place an enterprise goes on, directly or through others, and since when. */
interface Ancestor {
  readonly row: EnterpriseRow;
  readonly since: string;
}

/** What counts under an enterprise's ceilings of what those before it were granted. */
@Injectable()
export class InheritedTotals {
  constructor(
    private readonly enterprises: EnterprisesByUscc,
    private readonly totals: TotalsOfEnterprise,
    private readonly toTotal: ToYearlyTotal,
  ) {}

  /** By year, the newest first, measure and code; none of 0.00. */
  async of(context: GraphqlContext, uscc: string): Promise<InheritedTotal[]> {
    const ancestors = await this.ancestorsOf(context, uscc);
    const inherited = await Promise.all(ancestors.map((ancestor) => this.from(context, uscc, ancestor)));
    return inherited.flat().sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
  }

  private async from(context: GraphqlContext, uscc: string, { row, since }: Ancestor): Promise<InheritedTotal[]> {
    const rows = (await this.totals.load(context, row.uscc)) ?? [];
    return rows
      .map((each) => this.toTotal.of(each))
      .filter(({ counted }) => counted.granted > 0n)
      .map(({ measure, year, counted }) => {
        const id = `${uscc}:${row.uscc}:${measure.id}:${year}`;
        return Object.assign(new InheritedTotal(), { id, from: toEnterprise(row), since, measure, year, counted });
      });
  }

  /** Each once. What one inherited itself counts with its successor from the day of the last change between them. */
  private async ancestorsOf(context: GraphqlContext, uscc: string): Promise<Ancestor[]> {
    const found = new Map<string, Ancestor>();
    const row = await this.enterprises.load(context, uscc);
    let heirs: Ancestor[] = row === null ? [] : [{ row, since: row.registered_on }];
    while (heirs.length > 0) {
      const goneOnWith = new Map(
        heirs.flatMap((heir) => heir.row.predecessors.map((code): [string, string] => [code, heir.since])),
      );
      const codes = [...goneOnWith.keys()].filter((code) => !found.has(code));
      heirs = (await this.enterprises.loadMany(context, codes)).map((each) => ({
        row: each,
        since: laterOf(each.closure?.on ?? '', goneOnWith.get(each.uscc) ?? ''),
      }));
      for (const heir of heirs) found.set(heir.row.uscc, heir);
    }
    return [...found.values()];
  }
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
