import { Query, Resolver } from '@nestjs/graphql';
import { Divisions } from '../division/divisions.js';
import { IdentityProvider } from '../identity/provider/identity-provider.js';
import { Public } from '../identity/require-permission.js';
import { DEMO_PASSWORD, DemoAccounts } from './demo-accounts.js';
import { DemoState } from './demo-state.js';
import { DemoAccountInfo, PublicInfo } from './public-info.type.js';

@Resolver()
export class PublicInfoResolver {
  constructor(
    private readonly state: DemoState,
    private readonly accounts: DemoAccounts,
    private readonly divisions: Divisions,
    private readonly provider: IdentityProvider,
  ) {}

  @Query(() => PublicInfo, { description: 'Asked by the page on which one signs in.' })
  @Public()
  async publicInfo(): Promise<PublicInfo> {
    const demo = (await this.state.phase()) === 'played';
    const demoAccounts = demo ? this.listed() : [];
    return Object.assign(new PublicInfo(), { demo, demoAccounts, identityProvider: this.provider.name });
  }

  private listed(): DemoAccountInfo[] {
    return this.accounts.list().map(({ division, ...account }) =>
      Object.assign(new DemoAccountInfo(), {
        ...account,
        password: DEMO_PASSWORD,
        office: this.divisions.get(division),
      }),
    );
  }
}
