import { drawRefusal } from '@duixian/casework';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { ArgumentKinds } from '../graphql/values/value-kind.js';
import { actorOf } from '../identity/actor.js';
import { RequirePermission } from '../identity/require-permission.js';
import { nothingThere } from '../log/action-at.js';
import { AsOf } from '../log/as-of.input.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { Policies } from '../policy/list/policies.js';
import { RoundFiles } from '../round/read/round-files.js';
import { PendingSample, Sample } from './sample.type.js';
import { Samples } from './samples.js';
import { WaitingClaims, type Pending } from './waiting-claims.js';

@Resolver()
export class SamplesResolver {
  constructor(
    private readonly drawn: Samples,
    private readonly waiting: WaitingClaims,
    private readonly rounds: RoundFiles,
    private readonly policies: Policies,
    private readonly law: Law,
    private readonly positions: Positions,
  ) {}

  @Query(() => [Sample], {
    description:
      '复审抽取: the draws among the claims of your city’s documents, or of one round alone, the newest first.',
  })
  @RequirePermission('round.read')
  @ArgumentKinds({ round: 'reference' })
  async samples(
    @Context() context: GraphqlContext,
    @Args('round', { type: () => ID, nullable: true, description: 'Id of a round; all draws if left out.' })
    round?: string | null,
    @Args('asOf', { nullable: true, description: 'The draws that were made by then.' }) _asOf?: AsOf,
  ): Promise<Sample[]> {
    const { tenant } = userOf(context);
    const policies = this.law.known.policies.filter((policy) => policy.tenant === tenant).map(({ id }) => id);
    const found = await this.drawn.loadMany(context, policies);
    return found.flat().filter((sample) => round == null || sample.round === round);
  }

  @Query(() => [PendingSample], {
    description:
      'Where claims of your city wait for a draw, for each clause and round whether you may draw now or why not.',
  })
  @RequirePermission('round.read')
  async pendingSamples(
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'Those that waited then.' }) _asOf?: AsOf,
  ): Promise<PendingSample[]> {
    const { tenant } = userOf(context);
    const pending = await this.waiting.pending(tenant);
    return Promise.all(pending.map((each) => this.toPending(each, context)));
  }

  private async toPending({ measure, round, claims }: Pending, context: GraphqlContext): Promise<PendingSample> {
    const user = userOf(context);
    const at = await this.positions.of(user.tenant);
    const clause = this.law.known.measure(measure);
    const found = round === null ? null : await this.rounds.round(context, round);
    const refusal =
      clause === undefined
        ? null
        : drawRefusal({ measure: clause, round: found, waiting: claims }, actorOf(user), at.today);
    return Object.assign(new PendingSample(), {
      ...{ round, claims },
      measure: this.policies.measureOnRecord(measure),
      allowed: clause !== undefined && refusal === null && !at.isPast,
      refusal: at.isPast ? nothingThere(at) : (refusal?.message ?? null),
    });
  }
}
