import type { Fen } from '@duixian/money';
import { fenOf } from '../common/event-schema.js';
import type { PlainDate } from '../common/plain-date.js';
import type { Uscc } from '../common/uscc.js';
import type { EvidenceDocument } from '../evidence/invoice.js';
import { isBesideTheWay, statusAfter, type Application, type ClaimEvent } from './claim-event.js';
import type { ClaimRound } from '../round/round-event.js';
import type { ClaimCondition } from './condition-schema.js';
import { reviewConditionsAfter } from './conditions.js';
import type { ClaimStatus } from './claim-status.js';
import type { Determination } from './determination.js';
import type { Facts } from './facts.js';
import { clocksAfter, clocksTakenBack, type ClaimClocks } from './deadline/clocks.js';
import { objectionsAfter, type Objection } from './objection.js';
import { claimBatchAfter, type ClaimBatch } from './batched/batched.js';
import type { UpheldStep } from './objection-schema.js';
import { followingAfter, type FollowingPaper } from './following/following.js';
import { returnsAnswered, returnsWith, type ClaimReturn } from './returned/returns.js';
import { statedFields } from './returned/stated-fields.js';
import { routeAfter, routeAfterApplication, type ClaimRoute } from './route.js';
import { claimCapacity, withParticipant, type Participation } from './participants.js';
import { lastActAfter, type LastAct } from './taken-back/last-act.js';

/** A claim (申报件): one enterprise, one measure, one year, perhaps one subject. */
export interface Claim {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly uscc: Uscc;
  readonly enterpriseName: string;
  readonly measure: string;
  readonly year: number;
  /** In which it was submitted (申报批次); null where its clause had no rounds then. */
  readonly applicationRound: ClaimRound | null;
  /** Day on which it was first submitted. */
  readonly submittedOn: PlainDate;
  /** Division the enterprise belonged to when the matter occurred. */
  readonly division: string;
  /** Version of the policy under which it was last submitted. */
  readonly policyVersion: string;
  readonly occurredOn: PlainDate;
  readonly subject: string | null;
  readonly facts: Facts;
  readonly requestedAmount: Fen;
  readonly evidence: readonly EvidenceDocument[];
  /** Whether it was ever accepted, also before it was returned and stated anew. */
  readonly wasAccepted: boolean;
  /** Whether it was accepted with evidence on which other claims hold it up (挂起待核). */
  readonly held: boolean;
  /** What the lead department agreed to, where the measure asks it; while accepted, the first of its two reviewers. */
  readonly agreedAmount: Fen | null;
  /** Whether a first of two reviewers agreed, so that the review is of two. */
  readonly firstReviewed: boolean;
  /** On what its lead department agreed to it; those of its route stand with the steps. */
  readonly reviewConditions: readonly ClaimCondition[];
  readonly determination: Determination | null;
  readonly publicity: { readonly from: PlainDate; readonly until: PlainDate } | null;
  /** Objections to it and hints, in the order of their recording. */
  readonly objections: readonly Objection[];
  /** Papers that were to follow its acceptance (容缺). */
  readonly following: readonly FollowingPaper[];
  /** What it was returned for, in the order of the returns. */
  readonly returns: readonly ClaimReturn[];
  /** Its time limits; null where there was no rule when it was submitted. */
  readonly clocks: ClaimClocks | null;
  /** Ids of its payments. */
  readonly payments: readonly string[];
  /** How often it was stated or looked at anew, the first time included. */
  readonly round: number;
  /** By which offices it goes before the lead department's review; null where its policy has no table of routes for it. */
  readonly route: ClaimRoute | null;
  /** With which it goes to the collective decision, or was there (合批); null where it is in none. */
  readonly batch: ClaimBatch | null;
  /** User id of whoever took the last step: the next one is somebody else's. */
  readonly lastActor: string;
  /** What was done last, whether or not it is a step: who took a step takes it back only while it is his. */
  readonly lastAct: LastAct<Claim>;
  /** User ids of those who agreed to it in its review or on its route: they answer no objection to it. */
  readonly agreedBy: readonly string[];
  /** Everybody who took a step on it. */
  readonly participants: readonly Participation[];
}

/** Null before it is submitted. */
export type ClaimState = Claim | null;

export const initialClaim: ClaimState = null;

/** @throws Error when an event other than the first submission stands first. */
export function evolveClaim(state: ClaimState, event: ClaimEvent): Claim {
  if (event.type === 'ClaimSubmitted') return submitted(event);
  if (state === null) throw new Error(`${event.type} stands before ClaimSubmitted.`);
  if (event.type === 'StepTakenBack') return takenBack(state, event);
  const { userId } = event.meta.actor;
  const participants = withParticipant(state.participants, userId, claimCapacity(event, state.status));
  const status = statusAfter(state.status, event);
  const isBeside = isBesideTheWay(event);
  const lastActor = isBeside ? state.lastActor : userId;
  const objections = objectionsAfter(state.objections, event);
  const [route, round] = [routeAfter(state.route, event), roundAfter(state.round, event)];
  const clocks = clocksAfter(state.clocks, event, status, route);
  // Nothing but an acceptance holds a claim, and what lies before its review or beside the way changes nothing of it.
  const held = (isBeside || event.type === 'RouteStepTaken') && state.held;
  const following = followingAfter(state.following, event);
  const batch = claimBatchAfter(state.batch, event, round);
  const followed = { ...saidBy(event, state), following, route, round, batch, objections, clocks };
  return { ...state, status, held, ...followed, lastActor, participants, lastAct: lastActAfter(state, event) };
}

/** The claim as it was before its last step, but for who took part in it, and what was reported of its limits since. */
function takenBack(claim: Claim, event: Extract<ClaimEvent, { type: 'StepTakenBack' }>): Claim {
  const { reversible } = claim.lastAct;
  if (reversible === null) throw new Error(`No step on ${claim.id} can be taken back.`);
  const { before } = reversible;
  return {
    ...before,
    objections: claim.objections,
    clocks: clocksTakenBack(before.clocks, claim.clocks, event, before),
    participants: withParticipant(claim.participants, event.meta.actor.userId, event.data.capacity),
    lastAct: lastActAfter(claim, event),
  };
}

/** The claim after `events`; null when there are none. */
export function foldClaim(events: readonly ClaimEvent[]): ClaimState {
  return events.reduce<ClaimState>(evolveClaim, initialClaim);
}

function submitted(event: Extract<ClaimEvent, { type: 'ClaimSubmitted' }>): Claim {
  const { data, meta } = event;
  const route = routeAfterApplication(data.route);
  return {
    id: data.claim,
    uscc: data.uscc,
    enterpriseName: data.enterpriseName,
    measure: data.measure,
    year: data.year,
    applicationRound: data.applicationRound ?? null,
    submittedOn: event.occurredOn,
    wasAccepted: false,
    objections: [],
    returns: [],
    following: [],
    agreedBy: [],
    round: 1,
    route,
    batch: null,
    clocks: clocksAfter(null, event, 'submitted', route),
    payments: [],
    lastActor: meta.actor.userId,
    lastAct: lastActAfter<Claim>(null, event),
    participants: withParticipant([], meta.actor.userId, 'clerk'),
    ...applied(data),
  };
}

/** What the lead department says of a claim, before it does. */
const NOT_REVIEWED = { agreedAmount: null, firstReviewed: false, reviewConditions: [] } as const;

type Applied = Omit<
  Claim,
  | 'id'
  | 'uscc'
  | 'enterpriseName'
  | 'measure'
  | 'year'
  | 'applicationRound'
  | 'submittedOn'
  | 'wasAccepted'
  | 'objections'
  | 'returns'
  | 'following'
  | 'agreedBy'
  | 'round'
  | 'route'
  | 'batch'
  | 'clocks'
  | 'payments'
  | 'lastActor'
  | 'lastAct'
  | 'participants'
>;

function applied(application: Application): Applied {
  return {
    status: 'submitted',
    division: application.division,
    policyVersion: application.policyVersion,
    occurredOn: application.occurredOn,
    subject: application.subject,
    facts: application.facts,
    requestedAmount: fenOf(application.requestedAmount),
    evidence: application.evidence,
    held: false,
    ...NOT_REVIEWED,
    determination: null,
    publicity: null,
  };
}

function roundAfter(round: number, event: ClaimEvent): number {
  const isAnew =
    event.type === 'ClaimResubmitted' || (event.type === 'ObjectionUpheld' && event.data.then === 'review');
  return isAnew ? round + 1 : round;
}

/** What an event says beside the status to which it leads. */
function saidBy(event: Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>, claim: Claim): Partial<Claim> {
  const { agreedBy } = claim;
  if (event.type === 'ClaimResubmitted') {
    const anew = applied(event.data);
    return { ...anew, returns: returnsAnswered(claim.returns, event, statedFields(anew)) };
  }
  if (event.type === 'PaperHandedIn') return { evidence: [...claim.evidence, ...event.data.documents] };
  if (event.type === 'ClaimAccepted') return { wasAccepted: true, held: event.data.held !== null };
  if (event.type === 'ClaimReturned') {
    return { ...NOT_REVIEWED, returns: returnsWith(claim, event) };
  }
  // Whoever agreed before the offices of a later route answered did not know what they say.
  if (event.type === 'ClaimRouteMoved') return NOT_REVIEWED;
  if (event.type === 'ClaimFirstReviewed') return { ...agreement(event, claim), firstReviewed: true };
  if (event.type === 'ClaimReviewed') return agreement(event, claim);
  if (event.type === 'RouteStepTaken' && event.data.outcome !== 'disagree') {
    return { agreedBy: [...agreedBy, event.meta.actor.userId] };
  }
  if (event.type === 'ClaimDetermined' || event.type === 'ClaimDeclined') return { determination: event.data };
  if (event.type === 'DeterminationPublicised') return { publicity: event.data };
  if (event.type === 'ObjectionUpheld') return undone(event.data.then);
  if (event.type === 'PaymentsInstructed') return { payments: event.data.payments };
  return {};
}

/** What was determined and shown stands no more; where the lead department looks at it anew, nor what it agreed to. */
function undone(then: UpheldStep): Partial<Claim> {
  const determination = { determination: null, publicity: null };
  return then === 'determination' ? determination : { ...determination, ...NOT_REVIEWED };
}

function agreement(
  event: Extract<ClaimEvent, { type: 'ClaimFirstReviewed' | 'ClaimReviewed' }>,
  { agreedBy, reviewConditions }: Claim,
): Pick<Claim, 'agreedAmount' | 'agreedBy' | 'reviewConditions'> {
  return {
    agreedAmount: agreed(event.data.agreedAmount),
    agreedBy: [...agreedBy, event.meta.actor.userId],
    reviewConditions: reviewConditionsAfter(reviewConditions, event),
  };
}

function agreed(yuan: string | null): Fen | null {
  return yuan === null ? null : fenOf(yuan);
}
