import type { Fen } from '@duixian/money';
import { fenOf } from '../common/event-schema.js';
import type { PlainDate } from '../common/plain-date.js';
import type { Uscc } from '../common/uscc.js';
import type { EvidenceDocument } from '../evidence/invoice.js';
import { CLAIM_EVENTS, type Application, type ClaimEvent } from './claim-event.js';
import type { ClaimStatus } from './claim-status.js';
import type { Determination } from './determination.js';
import type { Facts } from './facts.js';
import { claimCapacity, withParticipant, type Participation } from './participants.js';

/** A claim (申报件): one enterprise, one measure, one year, perhaps one subject. */
export interface Claim {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly uscc: Uscc;
  readonly enterpriseName: string;
  readonly measure: string;
  readonly year: number;
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
  readonly determination: Determination | null;
  readonly publicity: { readonly from: PlainDate; readonly until: PlainDate } | null;
  /** Ids of its payments. */
  readonly payments: readonly string[];
  /** User id of whoever took the last step: the next one is somebody else's. */
  readonly lastActor: string;
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
  const { userId } = event.meta.actor;
  const participants = withParticipant(state.participants, userId, claimCapacity(event.type, state.status));
  const status = CLAIM_EVENTS[event.type].leadsTo;
  // Nothing but an acceptance holds a claim.
  return { ...state, status, held: false, ...saidBy(event), lastActor: userId, participants };
}

/** The claim after `events`; null when there are none. */
export function foldClaim(events: readonly ClaimEvent[]): ClaimState {
  return events.reduce<ClaimState>(evolveClaim, initialClaim);
}

function submitted({ data, meta }: Extract<ClaimEvent, { type: 'ClaimSubmitted' }>): Claim {
  return {
    id: data.claim,
    uscc: data.uscc,
    enterpriseName: data.enterpriseName,
    measure: data.measure,
    year: data.year,
    wasAccepted: false,
    payments: [],
    lastActor: meta.actor.userId,
    participants: withParticipant([], meta.actor.userId, 'clerk'),
    ...applied(data),
  };
}

type Applied = Omit<
  Claim,
  'id' | 'uscc' | 'enterpriseName' | 'measure' | 'year' | 'wasAccepted' | 'payments' | 'lastActor' | 'participants'
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
    agreedAmount: null,
    firstReviewed: false,
    determination: null,
    publicity: null,
  };
}

/** What an event says beside the status to which it leads. */
function saidBy(event: Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>): Partial<Claim> {
  if (event.type === 'ClaimResubmitted') return applied(event.data);
  if (event.type === 'ClaimAccepted') return { wasAccepted: true, held: event.data.held !== null };
  if (event.type === 'ClaimReturned') return { agreedAmount: null, firstReviewed: false };
  if (event.type === 'ClaimFirstReviewed')
    return { agreedAmount: agreed(event.data.agreedAmount), firstReviewed: true };
  if (event.type === 'ClaimReviewed') return { agreedAmount: agreed(event.data.agreedAmount) };
  if (event.type === 'ClaimDetermined' || event.type === 'ClaimDeclined') return { determination: event.data };
  if (event.type === 'DeterminationPublicised') return { publicity: event.data };
  if (event.type === 'PaymentsInstructed') return { payments: event.data.payments };
  return {};
}

function agreed(yuan: string | null): Fen | null {
  return yuan === null ? null : fenOf(yuan);
}
