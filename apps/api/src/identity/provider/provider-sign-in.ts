import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { RequestSession } from '../../graphql/context.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { Login, type LoginOutcome } from '../login/login.js';
import type { Origin } from '../origin.js';
import { UserEntity } from '../user/user.entity.js';
import { IdentityProvider, type ProvedIdentity } from './identity-provider.js';
import { LinkedIdentities } from './linked-identities.js';
import { isHeld } from './offices.js';

/** Why somebody whom the provider vouches for is not let in, or his identity not linked. */
export type IdentityProblem = 'unlinked' | 'office' | 'disabled' | 'taken';

/** What an official whom the provider vouches for may do here: never more than two administrators agreed to. */
@Injectable()
export class ProviderSignIn {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    private readonly provider: IdentityProvider,
    private readonly identities: LinkedIdentities,
    private readonly login: Login,
    private readonly log: SecurityLog,
  ) {}

  async signIn(identity: ProvedIdentity, origin: Origin): Promise<LoginOutcome | IdentityProblem> {
    const owner = await this.identities.ownerOf(identity);
    const user = owner && (await this.users.findOneBy(owner));
    if (user === null) return this.refused('unlinked', null, origin);
    if (user.disabled) return this.refused('disabled', user, origin);
    if (!isHeld(user, identity.groups, this.provider.offices)) return this.refused('office', user, origin);
    return this.login.goOn(user, user.passwordVersion, origin, { secondFactor: identity.secondFactor });
  }

  /** For the official who is signed in; null when it is done. */
  async link(session: RequestSession, identity: ProvedIdentity, origin: Origin): Promise<IdentityProblem | null> {
    const because = await this.whyNotLinked(session, identity, origin);
    if (because === null) return null;
    const { tenant, id: userId, username, displayName } = session.user;
    await this.log.record({
      ...{ tenant, userId, username, displayName, address: origin.address, kind: 'identity-link-refused' },
      ...{ subject: null, details: { because } },
    });
    return because;
  }

  private async whyNotLinked(
    session: RequestSession,
    identity: ProvedIdentity,
    origin: Origin,
  ): Promise<IdentityProblem | null> {
    if (!isHeld(session.user, identity.groups, this.provider.offices)) return 'office';
    return (await this.identities.link(session, identity, origin.address)) ? null : 'taken';
  }

  private async refused(because: IdentityProblem, user: UserEntity | null, { address }: Origin) {
    await this.log.record({
      tenant: user?.tenant ?? null,
      userId: user?.id ?? null,
      username: user?.username ?? null,
      displayName: user?.displayName ?? null,
      address,
      kind: 'sign-in-failed',
      subject: null,
      details: { by: 'identity provider', because },
    });
    return because;
  }
}
