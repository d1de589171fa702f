import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { sessionOf, type GraphqlContext, type RequestSession } from '../../graphql/context.js';
import { onRecord } from '../../graphql/on-record.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { IdentityProvider } from '../provider/identity-provider.js';
import { LinkedIdentities } from '../provider/linked-identities.js';
import { RequirePermission } from '../require-permission.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Sessions } from '../session/sessions.js';
import { Users } from '../user/users.js';
import { OwnAccount, OwnIdentity } from './own-account.type.js';

@Resolver()
export class OwnAccountResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly users: Users,
    private readonly provider: IdentityProvider,
    private readonly identities: LinkedIdentities,
  ) {}

  @Query(() => OwnAccount, { description: 'Password, second factor and sessions of the official who is signed in.' })
  @RequirePermission('account.own')
  async myAccount(@Context() context: GraphqlContext): Promise<OwnAccount> {
    return this.accountOf(await sessionOf(context));
  }

  @Mutation(() => OwnAccount, { description: 'Ends one of one’s own sessions. One that has ended stays ended.' })
  @RequirePermission('account.own')
  @ArgumentKinds({ id: 'reference' })
  async endSession(
    @Args('id', { type: () => ID, description: 'Of the session.' }) id: string,
    @Context() context: GraphqlContext,
  ): Promise<OwnAccount> {
    const session = await sessionOf(context);
    await this.sessions.end(session, id, 'session-ended', context.request.ip);
    return this.accountOf(session);
  }

  @Mutation(() => OwnAccount, { description: 'Ends all of one’s own sessions but this one.' })
  @RequirePermission('account.own')
  async endOtherSessions(@Context() context: GraphqlContext): Promise<OwnAccount> {
    const session = await sessionOf(context);
    for (const { id, current } of await this.sessions.list(session)) {
      if (!current) await this.sessions.end(session, id, 'session-ended', context.request.ip);
    }
    return this.accountOf(session);
  }

  private async identityOf(tenant: string, id: string): Promise<OwnIdentity | null> {
    const { name } = this.provider;
    if (name === null) return null;
    return Object.assign(new OwnIdentity(), { name, linkedAt: await this.identities.since(tenant, id) });
  }

  private async accountOf(session: RequestSession): Promise<OwnAccount> {
    const { tenant, id } = session.user;
    const user = onRecord(await this.users.find(tenant, id), `User ${id}`);
    const { enrolledAt, recoveryCodesLeft } = await this.factors.state(tenant, id);
    return Object.assign(new OwnAccount(), {
      demand: session.demand,
      passwordSetAt: user.passwordSetAt.toISOString(),
      secondFactorSince: enrolledAt,
      recoveryCodesLeft,
      sessions: await this.sessions.list(session),
      identityProvider: await this.identityOf(tenant, id),
    });
  }
}
