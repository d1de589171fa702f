import {
  allowedActions,
  checks,
  contestantsOf,
  doubtfulOn,
  fenOf,
  holderOf,
  holdersUpOf,
  invoicedTotal,
  otherPartiesOf,
  type Claim as CaseworkClaim,
  type EvidenceHolder,
} from '@duixian/casework';
import type { Fen } from '@duixian/money';
import { isUnderway, withPayments, type Payment } from '@duixian/treasury';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Division } from '../../division/division.type.js';
import { Divisions } from '../../division/divisions.js';
import { Clock } from '../../clock/clock.js';
import { recordedAtOf } from '../../command/recorded-at.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { Money } from '../../graphql/scalars/money.js';
import { actorOf } from '../../identity/actor.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { actionAnswerAt } from '../../log/action-at.js';
import { AsOf } from '../../log/as-of.input.js';
import { Exclusions } from '../../exclusion/read/exclusions.js';
import { RecusalsOfClaim } from '../../recusal/recusals-of-claim.js';
import { RoundFiles } from '../../round/read/round-files.js';
import { RecognitionFiles } from '../../recognition/read/recognition-files.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { paymentsIn } from '../../payment/read/payments-in.js';
import { Measure } from '../../policy/list/measure.type.js';
import { Law } from '../../policy/law/law.js';
import { Policies } from '../../policy/list/policies.js';
import { ClaimFiles } from './claim-files.js';
import { Claim, ClaimActionAnswer, Determination, Evidence, FactValueShown, NearContract } from './claim.type.js';
import { ClaimsById } from './claims-by-id.js';
import { determinationOf } from './determination.js';
import { EvidenceHolders } from './evidence-holders.js';
import { nextStep } from './next-step.js';
import { shownFacts } from './shown-facts.js';
import { matterOfRow } from './matter-of-row.js';
import { toClaim } from './to-claim.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(
    private readonly claims: ClaimsById,
    private readonly files: ClaimFiles,
    private readonly holders: EvidenceHolders,
    private readonly enterprises: EnterprisesByUscc,
    private readonly policies: Policies,
    private readonly divisions: Divisions,
    private readonly law: Law,
    private readonly positions: Positions,
    private readonly recognitions: RecognitionFiles,
    private readonly rounds: RoundFiles,
    private readonly recusals: RecusalsOfClaim,
    private readonly exclusions: Exclusions,
    private readonly clock: Clock,
  ) {}

  @Query(() => Claim, { nullable: true, description: 'One claim by its number; null where there is none.' })
  @RequirePermission('claim.read')
  @ArgumentKinds({ id: 'reference' })
  async claim(
    @Args('id', { type: () => ID, description: 'Its number.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The record as it was then.' }) _asOf?: AsOf,
  ): Promise<Claim | null> {
    const row = await this.claims.load(context, id);
    return row === null ? null : toClaim(row);
  }

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Parent() { row }: Claim): Promise<string> {
    return (await this.positions.of(row.tenant)).position.toString();
  }

  @ResolveField(() => Measure, { description: 'Under which it is claimed.' })
  measure(@Parent() { row }: Claim, @Context() context: GraphqlContext): Measure {
    return this.policies.measureOfClaim(userOf(context).tenant, matterOfRow(row));
  }

  @ResolveField(() => Division, { description: 'Where the enterprise belonged when the matter occurred.' })
  division(@Parent() { row }: Claim): Division {
    return this.divisions.get(row.division, row.occurred_on);
  }

  @ResolveField(() => [FactValueShown], { description: 'What the enterprise states, in the order of the measure.' })
  facts(@Parent() { row }: Claim, @Context() context: GraphqlContext): FactValueShown[] {
    return shownFacts(row, this.law.ofClaim(userOf(context).tenant, matterOfRow(row)));
  }

  @ResolveField(() => [Evidence], { description: 'The documents on which it rests (凭证).' })
  evidence(@Parent() { row }: Claim): Evidence[] {
    return row.evidence.map(({ kind, number, invoice, party }) => ({
      party,
      kind,
      number,
      invoice: invoice && {
        ...invoice,
        sellerCodeChecks: checks(invoice.sellerUscc),
        amount: fenOf(invoice.amount),
        tax: fenOf(invoice.tax),
      },
      claim: row,
    }));
  }

  @ResolveField(() => [NearContract], {
    description:
      'Contracts of other live claims under a number of its own that may be the same one, though they state another party: its ' +
      'name is almost alike, or the enterprise itself states both. The review needs a word on each of the claims.',
  })
  async nearContracts(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<NearContract[]> {
    const numbers = new Set(row.evidence.flatMap(({ kind, number }) => (kind === 'contract' ? [number] : [])));
    const catalogue = this.law.ofClaim(row.tenant, matterOfRow(row));
    const near = await Promise.all(
      [...numbers].map(async (number) => {
        const document = await this.holders.of(context, row.uscc, { kind: 'contract', number });
        return doubtfulOn(document, holderOf(row, catalogue), catalogue).map((holder) => ({ number, holder }));
      }),
    );
    const found = near.flat();
    const claims = await this.claims.loadMany(
      context,
      found.map(({ holder }) => holder.claim),
    );
    return claims.flatMap((claim) =>
      found
        .filter(({ holder }) => holder.claim === claim.id)
        .map(({ number, holder }) => ({ number, parties: otherPartiesOf(holder), claim: toClaim(claim) })),
    );
  }

  @ResolveField(() => Money, {
    nullable: true,
    description: 'What the invoices come to, tax included and red-letter ones taken off; null when none says so.',
  })
  invoicedTotal(@Parent() { row }: Claim): Fen | null {
    return invoicedTotal(row.evidence);
  }

  @ResolveField(() => Bilingual, { description: 'What has to happen next, and by whom.' })
  async nextStep(@Parent() { row }: Claim): Promise<Bilingual> {
    return nextStep(row, (await this.positions.of(row.tenant)).today, this.divisions);
  }

  @ResolveField(() => Determination, { nullable: true, description: 'Null until finance determined it.' })
  async determination(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Determination | null> {
    const file = await this.files.load(context, id);
    return file === null ? null : determinationOf(file, this.divisions);
  }

  @ResolveField(() => [ClaimActionAnswer], { description: 'Every action, as it stands for you now.' })
  async actions(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<ClaimActionAnswer[]> {
    const [file, recusal] = await Promise.all([
      this.files.load(context, id),
      this.recusals.keeping(context, id, userOf(context).id),
    ]);
    if (file === null) return [];
    const catalogue = this.law.ofClaim(row.tenant, file.claim);
    const [lists, exclusions] = await Promise.all([
      this.recognitions.onWhich(context, file.claim),
      this.exclusions.of(context, file.claim.uscc),
    ]);
    const at = await this.positions.of(row.tenant);
    const payments = paymentsIn(file);
    const answers = allowedActions(withPayments(file.claim, payments), actorOf(userOf(context)), {
      on: at.today,
      catalogue,
      ...(await this.holders.papers(context, row)),
      lists,
      exclusions,
      round: row.application_round === null ? null : await this.rounds.round(context, row.application_round),
      recusal,
      unpayable: await this.isUnpayable(file.claim, payments, context),
      underway: isUnderway(payments),
      moments: {
        actedAt: recordedAtOf(file.events, file.claim.lastAct.commandId),
        now: this.clock.now().toISOString(),
      },
    });
    return answers.map((answer) => actionAnswerAt(at, answer));
  }

  /** Whether every payment came back and the enterprise has ended, so that none is instructed again. */
  private async isUnpayable(
    claim: CaseworkClaim,
    payments: readonly Payment[],
    context: GraphqlContext,
  ): Promise<boolean> {
    if (claim.status !== 'instructed') return false;
    if (payments.some(({ status }) => status !== 'returned')) return false;
    const enterprise = await this.enterprises.load(context, claim.uscc);
    return enterprise !== null && enterprise.closure !== null;
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  constructor(
    private readonly claims: ClaimsById,
    private readonly holders: EvidenceHolders,
    private readonly law: Law,
  ) {}

  @ResolveField(() => [ID], {
    description:
      'Numbers of those of `contestedBy` that hold this claim up: it passes no review while they rest on it; once it has passed, those that have passed as well, and nothing leads on to its payment.',
  })
  async heldUpBy(@Parent() evidence: Evidence, @Context() context: GraphqlContext): Promise<string[]> {
    const { status } = evidence.claim;
    const document = await this.holders.of(context, evidence.claim.uscc, evidence);
    const catalogue = this.law.ofClaim(userOf(context).tenant, matterOfRow(evidence.claim));
    const statuses = await this.holders.contestants(context, evidence.claim, [document]);
    return holdersUpOf(document, { ...holderOf(evidence.claim, catalogue), status }, catalogue, statuses);
  }

  @ResolveField(() => [Claim], { description: 'Other live claims that may not rest on it as well.' })
  async contestedBy(@Parent() evidence: Evidence, @Context() context: GraphqlContext): Promise<Claim[]> {
    const { claim } = evidence;
    const document = await this.holders.of(context, claim.uscc, evidence);
    const catalogue = this.law.ofClaim(userOf(context).tenant, matterOfRow(claim));
    const holders = document.holders.map((each) => (each.claim === claim.id ? ofOneContract(each, evidence) : each));
    const others = contestantsOf({ ...document, holders }, holderOf(claim, catalogue), catalogue);
    return (await this.claims.loadMany(context, others)).map(toClaim);
  }
}

/** Of a claim that rests on several contracts of one number: as far as it rests on this one. */
function ofOneContract(holder: EvidenceHolder, { party }: Evidence): EvidenceHolder {
  const { parties } = holder;
  return parties === null || party === null
    ? holder
    : { ...holder, parties: { ...parties, other: party, further: [] } };
}
