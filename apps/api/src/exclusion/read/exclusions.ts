import { exclusionHits, NO_EDITIONS, type ExclusionHit } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { lineageOf } from '../../claim/holders.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { ListedRows, RegisterBooks } from './register-books.js';

/** On which registers enterprises stand, as the deciders see it: from the log. */
@Injectable()
export class Exclusions {
  constructor(
    private readonly law: Law,
    private readonly books: RegisterBooks,
    private readonly rows: ListedRows,
    private readonly enterprises: EnterprisesByUscc,
    private readonly positions: Positions,
  ) {}

  /** Rows in force today of an enterprise and of all in whose place it goes on, cleared or not. */
  async of(context: GraphqlContext, uscc: string): Promise<readonly ExclusionHit[]> {
    const { tenant } = userOf(context);
    const rules = this.law.places.registers.of(tenant);
    if (rules.length === 0) return [];
    const predecessorsOf = async (each: string) => (await this.enterprises.load(context, each))?.predecessors ?? [];
    // All of it at once; only predecessors are known after that.
    const [books, lineage] = await Promise.all([
      Promise.all(rules.map(async ({ id }) => [id, (await this.books.load(context, id)) ?? NO_EDITIONS] as const)),
      lineageOf(uscc, { predecessorsOf }),
      this.rows.load(context, uscc),
    ]);
    const rows = await this.rows.loadMany(context, [...lineage]);
    const { today } = await this.positions.of(tenant);
    return exclusionHits({ rules, books: new Map(books), rows: rows.flat() }, today);
  }
}
