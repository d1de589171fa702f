import { allowedPaymentActions, type PaymentStatus } from '@duixian/treasury';
import { NO_PAPERS, type Papers } from '@duixian/casework';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../../claim/read/claim.type.js';
import { ClaimFiles } from '../../claim/read/claim-files.js';
import { EvidenceHolders } from '../../claim/read/evidence-holders.js';
import { ClaimsById } from '../../claim/read/claims-by-id.js';
import { toClaim } from '../../claim/read/to-claim.js';
import { Division } from '../../division/division.type.js';
import { Divisions } from '../../division/divisions.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { toEnterprise } from '../../enterprise/read/to-enterprise.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { onRecord } from '../../graphql/on-record.js';
import { actorOf } from '../../identity/actor.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { actionAnswerAt } from '../../log/action-at.js';
import { AsOf } from '../../log/as-of.input.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { RecognitionFiles } from '../../recognition/read/recognition-files.js';
import { Exclusions } from '../../exclusion/read/exclusions.js';
import { RecusalsOfClaim } from '../../recusal/recusals-of-claim.js';
import { Payment, PaymentActionAnswer } from './payment.type.js';
import { paymentIn } from './payments-in.js';
import { PaymentsById } from './payments-by-id.js';
import { PaymentsOfClaim } from './payments-of-claim.js';
import { toPayment } from './to-payment.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';

@Resolver(() => Payment)
export class PaymentResolver {
  constructor(
    private readonly payments: PaymentsById,
    private readonly claims: ClaimsById,
    private readonly files: ClaimFiles,
    private readonly enterprises: EnterprisesByUscc,
    private readonly divisions: Divisions,
    private readonly law: Law,
    private readonly positions: Positions,
    private readonly recognitions: RecognitionFiles,
    private readonly holders: EvidenceHolders,
    private readonly recusals: RecusalsOfClaim,
    private readonly exclusions: Exclusions,
  ) {}

  @Query(() => Payment, { nullable: true, description: 'One payment by its id; null where there is none.' })
  @RequirePermission('payment.read')
  @ArgumentKinds({ id: 'reference' })
  async payment(
    @Args('id', { type: () => ID, description: '`<claim>-<payer>`.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The record as it was then.' }) _asOf?: AsOf,
  ): Promise<Payment | null> {
    const row = await this.payments.load(context, id);
    return row === null ? null : toPayment(row);
  }

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Parent() { row }: Payment): Promise<string> {
    return (await this.positions.of(row.tenant)).position.toString();
  }

  @ResolveField(() => Claim, { description: 'The claim that is paid.' })
  async claim(@Parent() { row }: Payment, @Context() context: GraphqlContext): Promise<Claim> {
    return toClaim(onRecord(await this.claims.load(context, row.claim), row.claim));
  }

  @ResolveField(() => Enterprise, { description: 'Whoever is paid.' })
  async enterprise(@Parent() { row }: Payment, @Context() context: GraphqlContext): Promise<Enterprise> {
    return toEnterprise(onRecord(await this.enterprises.load(context, row.uscc), row.uscc));
  }

  @ResolveField(() => Division, { description: 'Whose treasury pays.' })
  payer(@Parent() { row }: Payment): Division {
    return this.divisions.get(row.payer);
  }

  @ResolveField(() => [PaymentActionAnswer], { description: 'Every action, as it stands for you now.' })
  async actions(@Parent() { row }: Payment, @Context() context: GraphqlContext): Promise<PaymentActionAnswer[]> {
    const [read, recusal] = await Promise.all([
      this.files.load(context, row.claim),
      this.recusals.keeping(context, row.claim, userOf(context).id),
    ]);
    const file = onRecord(read, row.claim);
    const { claim } = file;
    const payments = claim.payments.map((id) => onRecord(paymentIn(file, id), id));
    const payment = onRecord(payments.find(({ id }) => id === row.id) ?? null, row.id);
    const siblings = payments.filter(({ id }) => id !== row.id);
    const catalogue = this.law.ofClaim(userOf(context).tenant, claim);
    const [lists, exclusions] = await Promise.all([
      this.recognitions.onWhich(context, claim),
      // Nothing else asks the registers than an instruction.
      payment.status === 'returned' ? this.exclusions.of(context, claim.uscc) : [],
    ]);
    const answers = allowedPaymentActions(payment, actorOf(userOf(context)), {
      claim,
      siblings,
      catalogue,
      papers: await this.papersOf(context, payment.status, row.claim),
      lists,
      exclusions,
      recusal,
    });
    const at = await this.positions.of(row.tenant);
    return answers.map((answer) => actionAnswerAt(at, answer));
  }

  /** Of a payment that may be instructed again: nothing else looks at the documents. */
  private async papersOf(context: GraphqlContext, status: PaymentStatus, claim: string): Promise<Papers> {
    if (status !== 'returned') return NO_PAPERS;
    return this.holders.papers(context, onRecord(await this.claims.load(context, claim), claim));
  }
}

/** The payments of a claim, which stand with the claim in GraphQL and with the payments here. */
@Resolver(() => Claim)
export class ClaimPaymentsResolver {
  constructor(private readonly ofClaim: PaymentsOfClaim) {}

  @ResolveField(() => [Payment], { description: 'One for each treasury that was instructed; empty before.' })
  async payments(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Payment[]> {
    return ((await this.ofClaim.load(context, id)) ?? []).map(toPayment);
  }
}
