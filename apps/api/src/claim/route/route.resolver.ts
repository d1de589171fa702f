import {
  openSteps,
  routeDeadlinesOf,
  samplingOf,
  type ClaimRoute as RouteOfClaim,
  type OpenStep,
  stepAnswers,
  takenStep,
  type Claim as ClaimState,
  type StepAnswer,
} from '@duixian/casework';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Divisions } from '../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { actorOf } from '../../identity/actor.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import type { At } from '../../log/at.js';
import { nothingThere } from '../../log/action-at.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { RecusalsOfClaim } from '../../recusal/recusals-of-claim.js';
import { toDeadline } from '../deadline/to-deadline.js';
import { ClaimFiles } from '../read/claim-files.js';
import { Claim } from '../read/claim.type.js';
import { ClaimRoute, RouteStep, StepSample } from './route.type.js';

@Resolver(() => Claim)
export class RouteResolver {
  constructor(
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
    private readonly law: Law,
    private readonly recusals: RecusalsOfClaim,
  ) {}

  @Query(() => [RouteStep], {
    nullable: true,
    description:
      'The steps of a claim’s route, for each whether you may take it now or why not; empty where its lead department reviews it at once, null where there is no such claim.',
  })
  @RequirePermission('claim.read')
  @ArgumentKinds({ claim: 'reference' })
  async previewSteps(
    @Args('claim', { type: () => ID, description: 'Its number.' }) claim: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The record as it was then.' }) _asOf?: AsOf,
  ): Promise<RouteStep[] | null> {
    const file = await this.files.load(context, claim);
    return file === null ? null : this.stepsOf(file.claim, context);
  }

  @ResolveField(() => ClaimRoute, {
    nullable: true,
    description: 'By which offices it goes (办理路线); null where its lead department reviews it at once.',
  })
  async route(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<ClaimRoute | null> {
    if (row.route === null) return null;
    const { version, round } = row.route;
    const file = await this.files.load(context, id);
    const steps = file === null ? [] : await this.stepsOf(file.claim, context);
    return Object.assign(new ClaimRoute(), { version, round, steps });
  }

  private async stepsOf(claim: ClaimState, context: GraphqlContext): Promise<RouteStep[]> {
    const user = userOf(context);
    const at = await this.positions.of(user.tenant);
    const catalogue = this.law.ofClaim(user.tenant, claim);
    const recusal = await this.recusals.keeping(context, claim.id, user.id);
    const answers = stepAnswers(claim, actorOf(user), { on: at.today, catalogue, evidence: [], recusal });
    return answers.map((answer) => this.toStep(answer, claim, at));
  }

  private toStep(
    { step, stage, refusal, forward }: StepAnswer,
    { route, status, clocks }: ClaimState,
    at: At,
  ): RouteStep {
    const { key, kind, name, office, limit, passMark = null } = step;
    const taken = (route === null ? undefined : takenStep(route, key)) ?? null;
    const isOpen = status === 'accepted' && route !== null && openSteps(route).some((each) => each.key === key);
    const deadline = routeDeadlinesOf(clocks, at.today).find((each) => each.key === key);
    return Object.assign(new RouteStep(), {
      deadline: deadline === undefined ? null : toDeadline(deadline),
      ...{ key, kind, name, limit, passMark, taken, isOpen },
      sample: route === null ? null : sampleOf(step, route),
      stage: stage + 1,
      division: this.divisions.get(office.division, at.today),
      department:
        office.department === null
          ? null
          : this.divisions.departmentOf(office.division, office.department, taken?.on ?? at.today),
      allowed: refusal === null && !at.isPast,
      refusal: at.isPast ? nothingThere(at) : (refusal?.message ?? null),
      canForward: forward === null && !at.isPast,
      forwardRefusal: at.isPast ? nothingThere(at) : (forward?.message ?? null),
      forwards: (route?.forwarded ?? [])
        .filter((each) => each.step === key)
        .map(({ from, to, ...said }) => ({ ...said, from: from.department, to: to.department })),
    });
  }
}

function sampleOf({ key, share }: OpenStep, route: RouteOfClaim): StepSample | null {
  if (share === undefined) return null;
  const sampling = samplingOf(route, key);
  const result = sampling === undefined ? 'undecided' : sampling.drawn ? 'drawn' : 'not-drawn';
  return Object.assign(new StepSample(), { share, result, draw: sampling?.draw ?? null, on: sampling?.on ?? null });
}
