import { proposalStanding } from '@duixian/casework';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimsOfEnterprises } from '../../claim/list/claims-of-enterprises.js';
import { Claim, ClaimConnection } from '../../claim/read/claim.type.js';
import { toClaim } from '../../claim/read/to-claim.js';
import { Division } from '../../division/division.type.js';
import { Divisions } from '../../division/divisions.js';
import { TotalsOfEnterprise } from '../../entitlement/list/totals-of-enterprise.js';
import { ToYearlyTotal } from '../../entitlement/list/to-yearly-total.js';
import { YearlyTotal } from '../../entitlement/list/yearly-total.type.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { onRecord } from '../../graphql/on-record.js';
import { PageArgs, toConnection } from '../../graphql/pagination.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ContactChange, MaskedContact } from './contact-change.type.js';
import { AsOf } from '../../log/as-of.input.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { ContactMasks } from './contact-masks.js';
import {
  Enterprise,
  EnterpriseChangeProposal,
  EnterpriseClosure,
  EnterpriseMove,
  EnterpriseMoveProposal,
  FormerName,
} from './enterprise.type.js';
import { EnterprisesByUscc } from './enterprises-by-uscc.js';
import { LOOK_ALIKES_MAX, LookAlikes } from './look-alikes.js';
import { toContactChanges } from './to-contact-changes.js';
import { toEnterprise } from './to-enterprise.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  constructor(
    private readonly enterprises: EnterprisesByUscc,
    private readonly contacts: ContactMasks,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
    private readonly yearlyTotals: TotalsOfEnterprise,
    private readonly toTotal: ToYearlyTotal,
    private readonly claimPages: ClaimsOfEnterprises,
    private readonly alike: LookAlikes,
  ) {}

  @Query(() => Enterprise, {
    nullable: true,
    description: 'One enterprise by its unified social credit code; null where there is none.',
  })
  @RequirePermission('enterprise.read')
  @ArgumentKinds({ uscc: 'uscc' })
  async enterprise(
    @Args('uscc', { type: () => ID, description: 'Its code.' }) uscc: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The record as it was then.' }) _asOf?: AsOf,
  ): Promise<Enterprise | null> {
    const row = await this.enterprises.load(context, uscc);
    return row === null ? null : toEnterprise(row);
  }

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Parent() { row }: Enterprise): Promise<string> {
    return (await this.positions.of(row.tenant)).position.toString();
  }

  @ResolveField(() => Division, { description: 'Where it belongs after its last move.' })
  division(@Parent() { row }: Enterprise): Division {
    return this.divisions.get(row.division);
  }

  @ResolveField(() => [EnterpriseMove], { description: 'Its moves, in order.' })
  moves(@Parent() { row }: Enterprise): EnterpriseMove[] {
    return row.moves.map(({ division, on }, index) => ({
      from: this.divisions.get(row.moves[index - 1]?.division ?? row.first_division),
      division: this.divisions.get(division),
      on,
    }));
  }

  @ResolveField(() => [EnterpriseMoveProposal], { description: 'Moves that were proposed, the newest first.' })
  async moveProposals(
    @Parent() { row }: Enterprise,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseMoveProposal[]> {
    const { today } = await this.positions.of(row.tenant);
    const { id } = userOf(context);
    return [...row.move_proposals].reverse().map((each) =>
      Object.assign(new EnterpriseMoveProposal(), {
        id: each.proposal.id,
        standing: proposalStanding(each.proposal, today),
        from: this.divisions.get(each.from),
        division: this.divisions.get(each.division),
        on: each.on,
        corrects: each.corrects,
        proposedOn: each.proposal.proposedOn,
        isMine: each.proposal.proposedBy === id,
        opensUntil: each.proposal.opensUntil,
        reason: each.proposal.answer?.kind === 'refused' ? each.proposal.answer.reason : null,
      }),
    );
  }

  @ResolveField(() => [EnterpriseChangeProposal], { description: 'Changes that were proposed, the newest first.' })
  async changeProposals(
    @Parent() { row }: Enterprise,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseChangeProposal[]> {
    const { today } = await this.positions.of(row.tenant);
    const { id } = userOf(context);
    return [...row.changes].reverse().map(({ proposal, change, corrects, isUndone }) =>
      Object.assign(new EnterpriseChangeProposal(), {
        ...change,
        id: proposal.id,
        corrects: corrects === null ? null : { change: corrects.proposal, on: corrects.on },
        isUndone,
        standing: proposalStanding(proposal, today),
        proposedOn: proposal.proposedOn,
        isMine: proposal.proposedBy === id,
        opensUntil: proposal.opensUntil,
        reason: proposal.answer?.kind === 'refused' ? proposal.answer.reason : null,
      }),
    );
  }

  @ResolveField(() => [FormerName], { description: 'Names that it had, the oldest first.' })
  formerNames(@Parent() { row }: Enterprise): readonly FormerName[] {
    return row.former_names;
  }

  @ResolveField(() => EnterpriseClosure, { nullable: true, description: 'Its end; null while it lives.' })
  async closure(@Parent() { row }: Enterprise, @Context() context: GraphqlContext): Promise<EnterpriseClosure | null> {
    if (row.closure === null) return null;
    const { how, on, successors } = row.closure;
    return { how, on, successors: await this.enterprisesOf(context, successors) };
  }

  @ResolveField(() => [Enterprise], {
    description: 'Those in whose place it goes on: what they were granted counts under its caps.',
  })
  predecessors(@Parent() { row }: Enterprise, @Context() context: GraphqlContext): Promise<Enterprise[]> {
    return this.enterprisesOf(context, row.predecessors);
  }

  private async enterprisesOf(context: GraphqlContext, usccs: readonly string[]): Promise<Enterprise[]> {
    return (await this.enterprises.loadMany(context, usccs)).map(toEnterprise);
  }

  @ResolveField(() => MaskedContact, { nullable: true, description: 'Null when none is in force, or it was erased.' })
  async contact(@Parent() { uscc }: Enterprise, @Context() context: GraphqlContext): Promise<MaskedContact | null> {
    const changes = await this.contactChanges({ uscc }, context);
    return changes.find(({ inForce }) => inForce)?.now ?? null;
  }

  @ResolveField(() => [ContactChange], {
    description: 'All that was proposed for its contact, masked, the newest first; the one in force says so.',
  })
  async contactChanges(
    @Parent() { uscc }: Pick<Enterprise, 'uscc'>,
    @Context() context: GraphqlContext,
  ): Promise<ContactChange[]> {
    const user = userOf(context);
    const rows = (await this.contacts.load(context, uscc)) ?? [];
    return toContactChanges(rows, (await this.positions.of(user.tenant)).today, user.id);
  }

  @ResolveField(() => [Enterprise], {
    description: `Others of the city whose names are easily taken for its own, up to ${LOOK_ALIKES_MAX}, by their codes.`,
  })
  async lookAlikes(@Parent() { row }: Enterprise, @Context() context: GraphqlContext): Promise<Enterprise[]> {
    const alike = row.look === null ? null : await this.alike.load(context, row.look);
    const others = (alike ?? []).filter(({ uscc }) => uscc !== row.uscc);
    return others.slice(0, LOOK_ALIKES_MAX).map(toEnterprise);
  }

  @ResolveField(() => [YearlyTotal], { description: 'By measure; of one year, or of all.' })
  @ArgumentKinds({ year: 'year' })
  async totals(
    @Parent() { uscc }: Enterprise,
    @Context() context: GraphqlContext,
    @Args('year', { type: () => Int, nullable: true, description: 'One programme year; all if left out.' })
    year?: number | null,
  ): Promise<YearlyTotal[]> {
    const rows = (await this.yearlyTotals.load(context, uscc)) ?? [];
    return rows.filter((row) => year == null || row.year === year).map((row) => this.toTotal.of(row));
  }

  @ResolveField(() => ClaimConnection, { description: 'Its claims, the newest first.' })
  async claims(
    @Parent() { uscc }: Enterprise,
    @Context() context: GraphqlContext,
    @Args() page: PageArgs,
  ): Promise<ClaimConnection> {
    return toConnection(await this.claimPages.page(context, uscc, page), toClaim);
  }
}

/** The enterprise of a claim, which stands with the claim in GraphQL and with the enterprises here. */
@Resolver(() => Claim)
export class ClaimEnterpriseResolver {
  constructor(private readonly enterprises: EnterprisesByUscc) {}

  @ResolveField(() => Enterprise, { description: 'Whoever claims.' })
  async enterprise(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<Enterprise> {
    return toEnterprise(onRecord(await this.enterprises.load(context, row.uscc), row.uscc));
  }
}
