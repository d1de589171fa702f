import { roundsOf, roundStanding, type RoundStanding } from '@duixian/casework';
import { Args, Context, Field, ID, InputType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../../claim/read/claim.type.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ArgumentKinds, ValueKind } from '../../graphql/values/value-kind.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { POSITION_OF_RECORD, Positions } from '../../log/positions.js';
import { LawFilter } from '../../policy/list/law-filter.js';
import { RoundFiles } from './round-files.js';
import { FiguresOfRound } from './round-figures.js';
import { ApplicationRound, RoundFigures, RoundProposal, RoundStandingEnum } from './round.type.js';
import { ShownRounds } from './shown-rounds.js';

@InputType({ description: 'All that is given must hold.' })
class RoundFilter {
  @Field(() => ID, { nullable: true, description: 'Id of a document.' })
  @ValueKind('reference')
  policy?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a measure: rounds in which it is claimed.' })
  @ValueKind('reference')
  measure?: string | null;

  @Field(() => RoundStandingEnum, { nullable: true, description: 'How they stand.' })
  standing?: RoundStanding | null;
}

@Resolver()
export class RoundsResolver {
  constructor(
    private readonly files: RoundFiles,
    private readonly shown: ShownRounds,
    private readonly filters: LawFilter,
    private readonly positions: Positions,
  ) {}

  @Query(() => [ApplicationRound], {
    description: '申报批次: the rounds in which clauses of your city’s documents are claimed, the latest first.',
  })
  @RequirePermission('round.read')
  async rounds(
    @Context() context: GraphqlContext,
    @Args('filter', { nullable: true, description: 'Which rounds; all if left out.' }) filter?: RoundFilter,
    @Args('asOf', { nullable: true, description: 'The rounds as they were then.' }) _asOf?: AsOf,
  ): Promise<ApplicationRound[]> {
    const policy = this.filters.policy(filter?.policy);
    const measure = this.filters.measure(filter?.measure);
    const standing = filter?.standing ?? null;
    const { today } = await this.positions.of(userOf(context).tenant);
    const books = [...(await this.files.ofCity(context))];
    const found = books.flatMap(([id, book]) => {
      if (policy !== null && id !== policy) return [];
      if (measure === null) return book.rounds;
      return measure.startsWith(`${id}/`) ? roundsOf(book, measure.slice(id.length + 1)) : [];
    });
    const among = found.filter((round) => standing === null || roundStanding(round, today) === standing);
    return this.shown.rounds(context, among);
  }

  @Query(() => ApplicationRound, { nullable: true, description: 'One round by its id; null where there is none.' })
  @RequirePermission('round.read')
  @ArgumentKinds({ id: 'reference' })
  async round(
    @Args('id', { type: () => ID, description: 'Such as `quanzhou-2024-7/2026-1`.' }) id: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The round as it was then.' }) _asOf?: AsOf,
  ): Promise<ApplicationRound | null> {
    const round = await this.files.round(context, id);
    const [shown] = round === null ? [] : await this.shown.rounds(context, [round]);
    return shown ?? null;
  }

  @Query(() => [RoundProposal], {
    description: 'What is proposed for rounds of your city and nobody answered yet, the newest first.',
  })
  @RequirePermission('round.read')
  async roundProposals(
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'Those that were open then.' }) _asOf?: AsOf,
  ): Promise<RoundProposal[]> {
    const books = [...(await this.files.ofCity(context)).values()];
    const found = await Promise.all(books.map((book) => this.shown.proposals(context, book)));
    return found.flat().filter(({ standing }) => standing === 'open');
  }
}

@Resolver(() => ApplicationRound)
export class ApplicationRoundResolver {
  constructor(
    private readonly counted: FiguresOfRound,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => ID, { description: POSITION_OF_RECORD })
  async position(@Context() context: GraphqlContext): Promise<string> {
    return (await this.positions.of(userOf(context).tenant)).position.toString();
  }

  @ResolveField(() => RoundFigures, { description: 'What was submitted in it, by status and by division.' })
  figures(@Parent() { id }: ApplicationRound, @Context() context: GraphqlContext): Promise<RoundFigures> {
    return this.counted.of(userOf(context).tenant, id);
  }
}

@Resolver(() => Claim)
export class RoundOfClaimResolver {
  constructor(
    private readonly files: RoundFiles,
    private readonly shown: ShownRounds,
  ) {}

  @ResolveField(() => ApplicationRound, {
    nullable: true,
    description: 'In which it was submitted (申报批次); null where its clause had no rounds then.',
  })
  async applicationRound(
    @Parent() { row }: Claim,
    @Context() context: GraphqlContext,
  ): Promise<ApplicationRound | null> {
    if (row.application_round === null) return null;
    const round = await this.files.round(context, row.application_round);
    const [shown] = round === null ? [] : await this.shown.rounds(context, [round]);
    return shown ?? null;
  }
}
