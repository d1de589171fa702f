import { publicityUnitSchema, timeLimitsSchema, type Bilingual } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema, eventSchema, eventSchemaAt, yuanSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { usccSchema } from '../common/uscc.js';
import { evidenceRefSchema } from '../evidence/evidence-ref.js';
import { evidenceDocumentSchema } from '../evidence/invoice.js';
import { claimRoundSchema } from '../round/round-event.js';
import { claimBatchedSchema, claimMinutedSchema, claimSplitOutSchema } from './batched/batched-schema.js';
import type { ClaimStatus } from './claim-status.js';
import { clockSuspendedSchema, deadlineEscalatedSchema } from './deadline/deadline-schema.js';
import { determinationSchema } from './determination.js';
import { factsSchema } from './facts.js';
import {
  objectionDismissedSchema,
  objectionNotedSchema,
  objectionRaisedSchema,
  objectionUpheldSchema,
  objectorErasedSchema,
  UPHELD_LEADS_TO,
} from './objection-schema.js';
import { followingPaperSchema, paperHandedInSchema } from './following/following-schema.js';
import { returnAnswerSchema, returnedSchema } from './returned/return-schema.js';
import { claimSampledSchema } from '../sample/sample-event.js';
import { routeMovedSchema, routeSchema, routeStepForwardedSchema, routeStepTakenSchema } from './route-schema.js';
import type { ClaimAction } from './steps.js';
import { stepTakenBackSchema } from './taken-back/taken-back-schema.js';

const applicationSchema = z.object({
  /** Division the enterprise belonged to when the matter occurred. */
  division: divisionSchema,
  policyVersion: z.string(),
  occurredOn: plainDateSchema,
  /** Named by the claimant; null where the measure has none or derives it. */
  subject: z.string().nullable(),
  facts: factsSchema,
  requestedAmount: yuanSchema,
  evidence: z.array(evidenceDocumentSchema),
  /** Left out where its policy has no table of routes for it: the lead department reviews it at once. */
  route: routeSchema.exactOptional(),
});

const submittedSchema = applicationSchema.extend({
  claim: z.string(),
  uscc: usccSchema,
  enterpriseName: z.string(),
  measure: z.string(),
  year: z.int(),
  /** Time limits that hold for it to its end (时限); left out where there was no rule. */
  limits: timeLimitsSchema.exactOptional(),
  /** In which it was submitted (申报批次), to its end; left out where its clause had no rounds. */
  applicationRound: claimRoundSchema.exactOptional(),
});

/** Documents on which other live claims hold it up, and those claims: the review waits until one gives way. */
const heldSchema = z.object({ evidence: z.array(evidenceRefSchema), claims: z.array(z.string()) });

const reviewSchema = z.object({
  opinion: z.string(),
  agreedAmount: yuanSchema.nullable(),
  /** Why claims whose subjects have almost the same name are other matters; null where there was none. */
  distinction: z.object({ claims: z.array(z.string()), reason: z.string() }).nullable(),
  /** 附条件同意: on what it agrees; left out where it agrees as the claim stands. */
  conditions: z.string().exactOptional(),
});

/** What the public is told beside the claim's own name, code and amounts: it stands as it was then, whatever is renamed since. */
const shownSchema = z.object({
  /** What people call the clause. */
  clause: z.object({ zh: z.string(), en: z.string() }),
  /** Department that answers objections, and whom to call there; null where nobody says. */
  office: z.string(),
  telephone: z.string().nullable(),
});
export type Shown = z.infer<typeof shownSchema>;

/** 公示: shown from one day to another, both included. */
const publicitySchema = z.object({
  from: plainDateSchema,
  until: plainDateSchema,
  days: z.int(),
  /** In what the days are counted. */
  unit: publicityUnitSchema,
  /** Days that the rule of the clause asks for; null where none was looked at. */
  least: z.int().nullable(),
  /** Left out by those who showed it before there was a public list. */
  shown: shownSchema.exactOptional(),
});

const reasonSchema = z.object({ reason: z.string() });

export const claimEventSchema = z.discriminatedUnion('type', [
  // Until version 2 an invoice was a number only, whose form nobody checked.
  eventSchemaAt(2, 'ClaimSubmitted', submittedSchema),
  eventSchemaAt(
    2,
    'ClaimResubmitted',
    // Left out by those who answered a return that named no field.
    applicationSchema.extend({ answers: z.array(returnAnswerSchema).exactOptional() }),
  ),
  eventSchema(
    'ClaimAccepted',
    // 容缺受理: which papers follow; left out where all are there.
    z.object({ held: heldSchema.nullable(), following: z.array(followingPaperSchema).exactOptional() }),
  ),
  eventSchema('PaperHandedIn', paperHandedInSchema),
  // Until version 2 a return was one text.
  eventSchemaAt(2, 'ClaimReturned', returnedSchema),
  // 办理路线: what other offices say before the lead department's review; and a claim that goes on by a later table.
  eventSchema('RouteStepTaken', routeStepTakenSchema),
  eventSchema('ClaimRouteMoved', routeMovedSchema),
  // 转办: an office forwards its step to the department whose matter it is.
  eventSchema('RouteStepForwarded', routeStepForwardedSchema),
  // 收回: whoever took a step takes it back before anybody acted after it.
  eventSchema('StepTakenBack', stepTakenBackSchema),
  // 抽取: whether a draw took it for a step of its route.
  eventSchema('ClaimSampled', claimSampledSchema),
  // 合批、拆出: with others to the collective decision, and what it was where no step of the route says so.
  eventSchema('ClaimBatched', claimBatchedSchema),
  eventSchema('ClaimSplitOut', claimSplitOutSchema),
  eventSchema('ClaimMinuted', claimMinutedSchema),
  // Where the clause sets no limit, the first of two reviewers; the second one's is ClaimReviewed.
  eventSchema('ClaimFirstReviewed', reviewSchema),
  // Until version 2 nobody said a word of subjects of almost the same name.
  eventSchemaAt(2, 'ClaimReviewed', reviewSchema),
  eventSchema(
    'ClaimRejected',
    // Of a window that ends it since papers that were to follow are overdue.
    reasonSchema.extend({ office: z.literal('clerk').exactOptional() }),
  ),
  eventSchema('ClaimWithdrawn', reasonSchema),
  eventSchema('ClaimDetermined', determinationSchema),
  eventSchema('ClaimDeclined', determinationSchema),
  // Until version 2 finance stated any number of days of the calendar.
  eventSchemaAt(2, 'DeterminationPublicised', publicitySchema),
  // 异议: a valid one freezes the claim until the lead department has answered; a hint (线索) is on record and stops nothing.
  eventSchema('ObjectionRaised', objectionRaisedSchema),
  eventSchema('ObjectionNoted', objectionNotedSchema),
  eventSchema('ObjectionDismissed', objectionDismissedSchema),
  eventSchema('ObjectionUpheld', objectionUpheldSchema),
  eventSchema('ObjectorErased', objectorErasedSchema),
  // 时限: an office stops its clock by a rule that it names, and lets it go on; what is overdue is reported once.
  eventSchema('ClockSuspended', clockSuspendedSchema),
  eventSchema('ClockResumed', reasonSchema),
  eventSchema('DeadlineEscalated', deadlineEscalatedSchema),
  eventSchema('PaymentsInstructed', z.object({ payments: z.array(z.string()) })),
  eventSchema('ClaimPaid', z.object({})),
  // What the bank returned shall not be paid any more: one official of finance proposes it, another agrees or refuses.
  eventSchema('ClaimSettlementProposed', reasonSchema),
  eventSchema('ClaimSettled', z.object({ paid: yuanSchema, givenUp: yuanSchema })),
  eventSchema('ClaimSettlementRefused', reasonSchema),
  // The bank sent one of its payments back after it was paid or settled.
  eventSchema('ClaimReopened', reasonSchema.extend({ payment: z.string() })),
]);

/** What happens to a claim, in the stream `claim-<id>`. */
export type ClaimEvent = z.infer<typeof claimEventSchema>;
export type ClaimEventType = ClaimEvent['type'];
/** What the enterprise states; resubmitting states it anew. */
export type Application = z.infer<typeof applicationSchema>;

/** What an event of a claim is called, who brings it about, and the status in which it leaves the claim. */
interface ClaimEventMeaning {
  readonly name: Bilingual;
  /**
   * The step that records it; or in whose office the claim begins, or is closed and opened again by its payments. Null
   * where whoever records it takes no part in the claim.
   */
  readonly by: ClaimAction | 'clerk' | 'treasury' | null;
  /** Null where the event itself says so, or leaves the status as it is: see {@link statusAfter}. */
  readonly leadsTo: ClaimStatus | null;
}

export const CLAIM_EVENTS: Readonly<Record<ClaimEventType, ClaimEventMeaning>> = {
  ClaimSubmitted: { name: { zh: '申报', en: 'Submitted' }, by: 'clerk', leadsTo: 'submitted' },
  ClaimResubmitted: { name: { zh: '重新申报', en: 'Resubmitted' }, by: 'RESUBMIT', leadsTo: 'submitted' },
  ClaimAccepted: { name: { zh: '受理', en: 'Accepted' }, by: 'ACCEPT', leadsTo: 'accepted' },
  PaperHandedIn: { name: { zh: '补交材料', en: 'Paper handed in' }, by: 'HAND_IN', leadsTo: null },
  ClaimReturned: { name: { zh: '退回补正', en: 'Returned' }, by: 'RETURN', leadsTo: 'returned' },
  RouteStepTaken: { name: { zh: '路线步骤', en: 'Step of the route taken' }, by: 'TAKE_STEP', leadsTo: null },
  ClaimRouteMoved: { name: { zh: '改按现行路线', en: 'Moved to the present route' }, by: 'MOVE_ROUTE', leadsTo: null },
  RouteStepForwarded: { name: { zh: '转办', en: 'Step forwarded' }, by: 'FORWARD_STEP', leadsTo: null },
  StepTakenBack: { name: { zh: '收回', en: 'Step taken back' }, by: 'TAKE_BACK', leadsTo: null },
  ClaimSampled: { name: { zh: '复审抽取', en: 'Drawn, or not' }, by: null, leadsTo: null },
  ClaimBatched: { name: { zh: '合批', en: 'Put into a batch' }, by: null, leadsTo: null },
  ClaimSplitOut: { name: { zh: '拆出', en: 'Split out of a batch' }, by: null, leadsTo: null },
  ClaimMinuted: { name: { zh: '整批集体研究', en: 'Decided on with its batch' }, by: null, leadsTo: null },
  ClaimFirstReviewed: {
    name: { zh: '初审', en: 'Reviewed by the first of two' },
    by: 'REVIEW',
    leadsTo: 'accepted',
  },
  ClaimReviewed: { name: { zh: '审核', en: 'Reviewed' }, by: 'REVIEW', leadsTo: 'reviewed' },
  ClaimRejected: { name: { zh: '不予通过', en: 'Rejected' }, by: 'REJECT', leadsTo: 'rejected' },
  ClaimWithdrawn: { name: { zh: '撤回', en: 'Withdrawn' }, by: 'WITHDRAW', leadsTo: 'withdrawn' },
  ClaimDetermined: { name: { zh: '核定', en: 'Determined' }, by: 'DETERMINE', leadsTo: 'determined' },
  ClaimDeclined: { name: { zh: '不予兑现', en: 'Declined' }, by: 'DETERMINE', leadsTo: 'declined' },
  DeterminationPublicised: { name: { zh: '公示', en: 'Publicised' }, by: 'PUBLICISE', leadsTo: 'publicised' },
  ObjectionRaised: { name: { zh: '提出异议', en: 'Objection raised' }, by: 'RAISE_OBJECTION', leadsTo: 'objected' },
  ObjectionNoted: { name: { zh: '异议线索', en: 'Hint recorded' }, by: 'RAISE_OBJECTION', leadsTo: null },
  ObjectionDismissed: {
    name: { zh: '异议不成立', en: 'Objection not upheld' },
    by: 'SETTLE_OBJECTION',
    leadsTo: null,
  },
  ObjectionUpheld: { name: { zh: '异议成立', en: 'Objection upheld' }, by: 'SETTLE_OBJECTION', leadsTo: null },
  ObjectorErased: { name: { zh: '删除异议人信息', en: 'Who objected erased' }, by: null, leadsTo: null },
  ClockSuspended: { name: { zh: '暂停计时', en: 'Clock stopped' }, by: 'SUSPEND', leadsTo: null },
  ClockResumed: { name: { zh: '恢复计时', en: 'Clock goes on' }, by: 'RESUME', leadsTo: null },
  DeadlineEscalated: { name: { zh: '超期上报', en: 'Reported as overdue' }, by: null, leadsTo: null },
  PaymentsInstructed: {
    name: { zh: '下达拨付指令', en: 'Payment instructed' },
    by: 'INSTRUCT',
    leadsTo: 'instructed',
  },
  ClaimPaid: { name: { zh: '拨付完成', en: 'Paid in full' }, by: 'treasury', leadsTo: 'paid' },
  ClaimSettlementProposed: {
    name: { zh: '提议按已付结清', en: 'Settlement proposed' },
    by: 'SETTLE',
    leadsTo: 'settling',
  },
  ClaimSettled: {
    name: { zh: '按已付结清', en: 'Settled at what is paid' },
    by: 'AGREE_SETTLEMENT',
    leadsTo: 'settled',
  },
  ClaimSettlementRefused: {
    name: { zh: '否决结清', en: 'Settlement refused' },
    by: 'REFUSE_SETTLEMENT',
    leadsTo: 'instructed',
  },
  ClaimReopened: {
    name: { zh: '退票后重新办理', en: 'Open again after a return' },
    by: 'treasury',
    leadsTo: 'instructed',
  },
};

/** The status of a claim after an event. @param status before it. */
export function statusAfter(status: ClaimStatus, event: ClaimEvent): ClaimStatus {
  if (event.type === 'ObjectionDismissed') return event.data.nextAnswerBy === null ? 'publicised' : 'objected';
  if (event.type === 'ObjectionUpheld') return UPHELD_LEADS_TO[event.data.then];
  if (event.type === 'StepTakenBack') return event.data.leadsTo;
  return CLAIM_EVENTS[event.type].leadsTo ?? status;
}

const BESIDE_THE_WAY: ReadonlySet<ClaimEventType> = new Set([
  'PaperHandedIn',
  'ObjectionRaised',
  'ObjectionNoted',
  'ObjectionDismissed',
  'ObjectorErased',
  'ClaimRouteMoved',
  'RouteStepForwarded',
  'ClaimSampled',
  'ClaimBatched',
  'ClaimSplitOut',
  'ClaimMinuted',
  'ClockSuspended',
  'ClockResumed',
  'DeadlineEscalated',
]);

/**
 * Whether an event lies beside the way of a claim, so that whoever took the step before it is still who took the last one:
 * else an objection between two steps would let one person take both.
 */
export function isBesideTheWay({ type }: ClaimEvent): boolean {
  return BESIDE_THE_WAY.has(type);
}
