import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../claim/read/claim.type.js';
import { Divisions } from '../division/divisions.js';
import { EnterprisesByUscc } from '../enterprise/read/enterprises-by-uscc.js';
import type { GraphqlContext } from '../graphql/context.js';
import { onRecord } from '../graphql/on-record.js';
import { Directory } from './directory.js';
import { Elsewhere } from './elsewhere.type.js';

@Resolver(() => Claim)
export class ElsewhereResolver {
  constructor(
    private readonly directory: Directory,
    private readonly divisions: Divisions,
    private readonly enterprises: EnterprisesByUscc,
  ) {}

  @ResolveField(() => [Elsewhere], {
    description: 'Other cities of the installation that have a live claim on one of its papers or on its subject.',
  })
  async elsewhere(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<Elsewhere[]> {
    const { name, former_names: former } = onRecord(await this.enterprises.load(context, row.uscc), row.uscc);
    const names = [name, ...former.map((each) => each.name)];
    const found = await this.directory.elsewhere(row.tenant, row, names);
    return found.map(({ mark, tenant, since, department }) => ({
      kind: mark.what === 'paper' ? mark.kind : null,
      number: mark.what === 'paper' ? mark.number : null,
      city: this.divisions.get(tenant),
      since,
      department,
    }));
  }
}
