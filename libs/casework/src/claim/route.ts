import type { Bilingual, RouteOffice, RouteStep } from '@duixian/policy';
import type { ClaimEvent } from './claim-event.js';
import type { FixedRoute, RouteStepTaken } from './route-schema.js';

/** A step that was taken, with who took it and when. */
export interface TakenStep extends RouteStepTaken {
  readonly userId: string;
  /** As he was called then. */
  readonly by: string;
  readonly on: string;
}

/** What a draw made of the claim, for one step: it stands to the claim’s end, however often it is stated anew. */
export interface Sampling {
  /** The id of the draw. */
  readonly draw: string;
  readonly step: string;
  readonly drawn: boolean;
  readonly on: string;
}

/** A step that went to another department (转办). */
export interface ForwardedStep {
  readonly step: string;
  readonly from: RouteOffice;
  readonly to: RouteOffice;
  readonly reason: string;
  /** As he was called then. */
  readonly by: string;
  readonly on: string;
}

/** How far a claim has come on its way to the lead department's review. */
export interface ClaimRoute extends FixedRoute {
  /** Those of this round, in the order of their recording. */
  readonly taken: readonly TakenStep[];
  /** Who took a step of this round that no longer counts since the claim was moved, and the stage in which it stood then. */
  readonly dropped: readonly { readonly userId: string; readonly stage: number }[];
  /** Those of this round, in the order of their recording; the stages name the offices of now. */
  readonly forwarded: readonly ForwardedStep[];
  /** Of all rounds. */
  readonly sampled: readonly Sampling[];
}

/** A step that a claim can be asked for: of its route, or the lead department's word on a disagreement. */
export interface OpenStep extends Omit<RouteStep, 'kind'> {
  readonly kind: RouteStepTaken['kind'];
}

const SETTLEMENT: Bilingual = { zh: '处理分歧', en: 'Settle the disagreement' };

/** The claim's route as it is fixed by an application; null where its policy has no table of routes for it. */
export function routeAfterApplication(
  route: FixedRoute | undefined,
  sampled: ClaimRoute['sampled'] = [],
): ClaimRoute | null {
  return route === undefined ? null : { ...route, taken: [], dropped: [], forwarded: [], sampled };
}

/** The route after another event of the claim. */
export function routeAfter(route: ClaimRoute | null, event: ClaimEvent): ClaimRoute | null {
  if (event.type === 'ClaimSubmitted' || event.type === 'ClaimResubmitted') {
    return routeAfterApplication(event.data.route, route?.sampled);
  }
  if (event.type === 'ClaimRouteMoved') return moved(route, event.data.route);
  if (route === null) return null;
  if (event.type === 'RouteStepTaken') {
    const { userId, displayName } = event.meta.actor;
    return { ...route, taken: [...route.taken, { ...event.data, userId, by: displayName, on: event.occurredOn }] };
  }
  if (event.type === 'RouteStepForwarded') {
    const { step, from, to, reason } = event.data;
    const forwarded = { step, from, to, reason, by: event.meta.actor.displayName, on: event.occurredOn };
    return { ...withOffice(route, step, to), forwarded: [...route.forwarded, forwarded] };
  }
  if (event.type === 'ClaimSampled') {
    const { draw, step, drawn } = event.data;
    return { ...route, sampled: [...route.sampled, { draw, step, drawn, on: event.occurredOn }] };
  }
  if (event.type === 'ObjectionUpheld' && event.data.then === 'review') {
    return { ...route, round: route.round + 1, taken: [], dropped: [], forwarded: [] };
  }
  return route;
}

/**
 * What an office said under the earlier route, its disagreement too, stands where the later one asks the same of the same
 * office. A settlement does not: who settles sees what the later route's offices say. Whoever took a step that falls away had
 * a hand in the claim all the same: he takes none of the stage in which it goes on, nor of the next.
 */
function moved(before: ClaimRoute | null, table: FixedRoute): ClaimRoute {
  const { taken, dropped, forwarded, sampled } = before ?? { taken: [], dropped: [], forwarded: [], sampled: [] };
  const { later, stand } = forwardedOn(table, forwarded);
  const asked = later.stages.flatMap(({ steps }) => steps);
  const stands = taken.filter((each) =>
    asked.some(({ key, kind, office }) => key === each.step && kind === each.kind && isSameOffice(office, each.office)),
  );
  const route = { ...later, taken: stands, dropped, forwarded: stand, sampled };
  const stage = currentStage(route);
  const fallen = taken.filter((each) => !stands.includes(each)).map(({ userId }) => ({ userId, stage }));
  return { ...route, dropped: [...dropped, ...fallen] };
}

/** A later table asks the office that it always did: what was forwarded from there stays where it came to. */
function forwardedOn(
  table: FixedRoute,
  forwarded: readonly ForwardedStep[],
): { readonly later: FixedRoute; readonly stand: readonly ForwardedStep[] } {
  const asked = table.stages.flatMap(({ steps }) => steps);
  const first = (key: string) => forwarded.find(({ step }) => step === key);
  const stand = forwarded.filter(({ step }) =>
    asked.some(({ key, office }) => key === step && isSameOffice(office, first(step)?.from ?? office)),
  );
  return { stand, later: stand.reduce((route, { step, to }) => withOffice(route, step, to), table) };
}

function withOffice<Route extends FixedRoute>(route: Route, key: string, office: RouteOffice): Route {
  const stages = route.stages.map(({ steps }) => ({
    steps: steps.map((step) => (step.key === key ? { ...step, office } : step)),
  }));
  return { ...route, stages };
}

export function isSameOffice(a: RouteOffice, b: RouteOffice): boolean {
  return a.role === b.role && a.division === b.division && a.department === b.department;
}

/** All steps of a route, each with its stage, and the settlement of a stage in which somebody disagrees. */
export function stepsOf(route: ClaimRoute): { readonly stage: number; readonly step: OpenStep }[] {
  return route.stages.flatMap(({ steps }, stage) => {
    const isDisagreed = steps.some(({ key }) => takenStep(route, key)?.outcome === 'disagree');
    const settlement = isDisagreed && !isTurnedDown(route) ? [settlementOf(route, stage)] : [];
    return [...steps, ...settlement].map((step) => ({ stage, step }));
  });
}

export function takenStep({ taken }: ClaimRoute, key: string): TakenStep | undefined {
  return taken.find(({ step }) => step === key);
}

/** What a draw made of the claim for a step; undefined where none was made. */
export function samplingOf({ sampled }: ClaimRoute, key: string): Sampling | undefined {
  return sampled.find(({ step }) => step === key);
}

/** A step that waits for a draw, with its share. */
export type SampledStep = RouteStep & { readonly share: number };

/** Steps of the present stage of which nobody knows yet whether the claim takes them: it waits for a draw (抽取). */
export function undecidedSteps(route: ClaimRoute): readonly SampledStep[] {
  const steps = isTurnedDown(route) ? [] : (route.stages[currentStage(route)]?.steps ?? []);
  return steps.flatMap((step) => {
    const { share } = step;
    return share === undefined || samplingOf(route, step.key) !== undefined ? [] : [{ ...step, share }];
  });
}

/** Whether the claim takes a step: always, or because it was drawn. */
function isAsked(route: ClaimRoute, { key, share }: RouteStep): boolean {
  return share === undefined || samplingOf(route, key)?.drawn === true;
}

/** The steps that may be taken now; none once the claim may be reviewed, or when a meeting has not agreed. */
export function openSteps(route: ClaimRoute): readonly OpenStep[] {
  const stage = currentStage(route);
  const steps = route.stages[stage]?.steps;
  if (steps === undefined || isTurnedDown(route)) return [];
  const open = steps.filter((step) => isAsked(route, step) && takenStep(route, step.key) === undefined);
  if (open.length > 0) return open;
  return undecidedSteps(route).length > 0 ? [] : [settlementOf(route, stage)];
}

/** The stage that is not over yet, from 0; the number of stages when all are. */
export function currentStage(route: ClaimRoute): number {
  const stage = route.stages.findIndex((_, index) => !isOver(route, index));
  return stage === -1 ? route.stages.length : stage;
}

/** Whether a meeting decided against the claim: nobody goes on with it. */
export function isTurnedDown({ taken }: ClaimRoute): boolean {
  return taken.some(({ kind, outcome }) => kind === 'collective' && outcome === 'disagree');
}

/** User ids of those who took a step of this stage or the one before: the next one is a colleague's. */
export function barredFrom(route: ClaimRoute, stage: number): readonly string[] {
  const keys = new Set(
    [stage - 1, stage].flatMap((each) => [
      ...(route.stages[each]?.steps ?? []).map(({ key }) => key),
      settlementKey(each),
    ]),
  );
  const barred = [
    ...route.taken.filter(({ step }) => keys.has(step)),
    ...route.dropped.filter((each) => each.stage === stage || each.stage === stage - 1),
  ];
  return [...new Set(barred.map(({ userId }) => userId))];
}

function isOver(route: ClaimRoute, stage: number): boolean {
  const steps = (route.stages[stage]?.steps ?? []).filter(({ key }) => samplingOf(route, key)?.drawn !== false);
  const taken = steps.map(({ key }) => takenStep(route, key));
  if (taken.some((each) => each === undefined)) return false;
  return taken.every((each) => each?.outcome !== 'disagree') || takenStep(route, settlementKey(stage)) !== undefined;
}

function settlementKey(stage: number): string {
  return `settlement-${stage + 1}`;
}

function settlementOf({ lead }: ClaimRoute, stage: number): OpenStep {
  return { key: settlementKey(stage), kind: 'settlement', name: SETTLEMENT, office: lead, limit: null };
}
