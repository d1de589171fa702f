import { Logger } from '@nestjs/common';
import { Args, Context, createUnionType, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../graphql/context.js';
import { requestError } from '../../../graphql/errors.js';
import { BadCredentials, TooManyAttempts } from '../../login/login-result.js';
import { IdentityProvider } from '../../provider/identity-provider.js';
import { LinkedIdentities } from '../../provider/linked-identities.js';
import { RoundTrips } from '../../provider/round-trip.js';
import { RequirePermission } from '../../require-permission.js';
import { OwnSecret } from '../own-secret.js';
import { OwnProofInput } from '../second-factor/second-factor.type.js';

@ObjectType({ description: 'Where one proves who one is to the identity provider; it sends the browser back here.' })
export class IdentityTrip {
  @Field({ description: 'An address of the identity provider, good for ten minutes in this browser.' })
  url!: string;
}

@ObjectType({ description: 'One’s identity at the provider is not linked any more.' })
export class IdentityUnlinked {
  @Field({ description: 'False when it was not linked.' })
  wasLinked!: boolean;
}

export const LinkIdentityResult = createUnionType({
  name: 'LinkIdentityResult',
  description: 'Where to go on, or why not.',
  types: () => [IdentityTrip, BadCredentials, TooManyAttempts] as const,
});

export const UnlinkIdentityResult = createUnionType({
  name: 'UnlinkIdentityResult',
  description: 'That it is done, or why not.',
  types: () => [IdentityUnlinked, BadCredentials, TooManyAttempts] as const,
});

@Resolver()
export class OwnIdentityResolver {
  private readonly logger = new Logger(OwnIdentityResolver.name);

  constructor(
    private readonly own: OwnSecret,
    private readonly provider: IdentityProvider,
    private readonly identities: LinkedIdentities,
    private readonly trips: RoundTrips,
  ) {}

  @Mutation(() => LinkIdentityResult, {
    description:
      'Begins to link one’s identity at the identity provider, with which one may sign in from then on. One attempt a request.',
  })
  @RequirePermission('account.own')
  async linkIdentity(
    @Args('input', { description: 'The proof.' }) input: OwnProofInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof LinkIdentityResult> {
    if (this.provider.name === null) throw noProvider();
    const proof = await this.own.prove(context, { password: input.currentPassword, code: input.code ?? '' });
    if (!proof.ok) return proof.answer;
    const { url, challenge } = await this.provider.challenge().catch((error: unknown) => {
      this.logger.error(error);
      throw providerSilent();
    });
    this.trips.begin(context.reply, { ...challenge, linking: proof.session.id });
    return Object.assign(new IdentityTrip(), { url });
  }

  @Mutation(() => UnlinkIdentityResult, {
    description: 'One signs in without the identity provider from now on. One attempt a request.',
  })
  @RequirePermission('account.own')
  async unlinkIdentity(
    @Args('input', { description: 'The proof.' }) input: OwnProofInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof UnlinkIdentityResult> {
    const proof = await this.own.prove(context, { password: input.currentPassword, code: input.code ?? '' });
    if (!proof.ok) return proof.answer;
    const wasLinked = await this.identities.unlink(proof.session, context.request.ip);
    return Object.assign(new IdentityUnlinked(), { wasLinked });
  }
}

function providerSilent() {
  return requestError('SERVICE_UNAVAILABLE', {
    zh: '统一身份认证暂时没有应答，请稍后再试；账号密码登录不受影响。',
    en: 'The identity provider does not answer: try again later. Signing in with your password is not affected.',
  });
}

function noProvider() {
  return requestError('NO_IDENTITY_PROVIDER', {
    zh: '本系统未接入统一身份认证，请用账号密码登录。',
    en: 'No identity provider is set up here: sign in with your password.',
  });
}
