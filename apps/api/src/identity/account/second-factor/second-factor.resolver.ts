import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { sessionOf, type GraphqlContext } from '../../../graphql/context.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { badSecondFactor } from '../../login/login-refusals.js';
import { RequirePermission } from '../../require-permission.js';
import { SecondFactors } from '../../second-factor/second-factors.js';
import { OwnSecret } from '../own-secret.js';
import {
  OfferSecondFactorResult,
  OwnProofInput,
  RecoveryCodes,
  RecoveryCodesResult,
  SecondFactorOffer,
} from './second-factor.type.js';

@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly own: OwnSecret,
    private readonly factors: SecondFactors,
  ) {}

  @Mutation(() => OfferSecondFactorResult, {
    description: 'A new secret for an authenticator; the one before counts until it is taken. One attempt a request.',
  })
  @RequirePermission('account.own')
  async offerSecondFactor(
    @Args('input', { description: 'The proof.' }) input: OwnProofInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof OfferSecondFactorResult> {
    const proof = await this.own.prove(context, { password: input.currentPassword, code: input.code ?? '' });
    if (!proof.ok) return proof.answer;
    const { tenant, id, username } = proof.session.user;
    return Object.assign(new SecondFactorOffer(), await this.factors.offer(tenant, id, username));
  }

  @Mutation(() => RecoveryCodesResult, {
    description: 'Takes the offered secret: it counts from now on, and other sessions end. One attempt a request.',
  })
  @RequirePermission('account.own')
  @ArgumentKinds({ code: 'line' })
  async enrolSecondFactor(
    @Args('code', { description: 'That the authenticator shows.' }) code: string,
    @Context() context: GraphqlContext,
  ): Promise<typeof RecoveryCodesResult> {
    const session = await sessionOf(context);
    const codes = await this.factors.enrol(session.user.tenant, session.user.id, session.id, code);
    if (codes === null) return badSecondFactor();
    await this.own.record(context, session, 'second-factor-enrolled');
    return Object.assign(new RecoveryCodes(), { codes });
  }

  @Mutation(() => RecoveryCodesResult, {
    description: 'New recovery codes; the old ones are good no more. One attempt a request.',
  })
  @RequirePermission('account.own')
  async renewRecoveryCodes(
    @Args('input', { description: 'The proof.' }) input: OwnProofInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof RecoveryCodesResult> {
    const proof = await this.own.prove(context, { password: input.currentPassword, code: input.code ?? '' });
    if (!proof.ok) return proof.answer;
    const { tenant, id } = proof.session.user;
    if (!(await this.factors.isEnrolled(tenant, id))) return badSecondFactor();
    const codes = await this.factors.renewRecoveryCodes(tenant, id);
    await this.own.record(context, proof.session, 'recovery-codes-renewed');
    return Object.assign(new RecoveryCodes(), { codes });
  }
}
