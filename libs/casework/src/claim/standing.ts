import type { Catalogue, RegisterStep, RouteOffice } from '@duixian/policy';
import type { Actor } from '../common/actor.js';
import { divisionName } from '../common/division.js';
import type { PlainDate } from '../common/plain-date.js';
import { invalidInput, refusal, type EvidenceContested, type Refusal } from '../common/refusal.js';
import { excludedRefusal, type ExclusionHit } from '../exclusion/hits.js';
import { endedEntry, NO_LISTS, type RecognitionLists } from '../recognition/claimed-entries.js';
import { holderOf, holdersUpOf, type Evidence } from '../evidence/evidence.js';
import { batchedRefusal } from './batched/batched.js';
import { missingKinds, missingProblems } from './check-evidence.js';
import type { Claim, ClaimState } from './claim.js';
import type { ClaimStatus } from './claim-status.js';
import { routeOn } from './fix-route.js';
import { isUnlimited, measureOf } from './measures.js';
import { nextAnswerBy } from './objection.js';
import { STATUS_NAMES } from './names.js';
import { officeRefusal, personRefusal } from './office.js';
import { capacityRefusal } from './participants.js';
import { openSteps } from './route.js';
import type { NamedBatch } from './route-schema.js';
import { awaited, awaitedRefusal, isForWindow } from './following/following.js';
import { recusedRefusal, type Recusal } from '../recusal/recusal.js';
import { forwardRefusal } from './forwarded/forward-refusals.js';
import { barredRefusal, isTheirs, routeOpenRefusal, routeStepRefusal, stepAsked } from './route-standing.js';
import { roundRefusal } from '../round/claim-round.js';
import type { Round } from '../round/round-book.js';
import { resumeRefusal, suspendRefusal } from './deadline/suspension-refusals.js';
import { isPast, officeFor, stepOf, type ClaimAction } from './steps.js';
import { takeBackLateRefusal, takeBackRefusal, type Moments } from './taken-back/take-back-refusals.js';

/** What "may this be done now?" rests on, beside the claim and the actor. */
export interface StepContext {
  readonly on: PlainDate;
  readonly catalogue: Catalogue;
  /** The state of each document that the claim names. A review looks at it, and what leads to money after it. */
  readonly evidence: readonly Evidence[];
  /** How far the claims are that contest one of them, by number; one that is left out holds the claim up. */
  readonly statuses?: ReadonlyMap<string, ClaimStatus>;
  /** The lists of recognitions on whose entries the claim rests, by number; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Registers of those who must not be paid on which its enterprise stands; left out where there are none. */
  readonly exclusions?: readonly ExclusionHit[];
  /** The round in which it was submitted; left out where it has none. Only a determination looks at it. */
  readonly round?: Round | null;
  /** Which step of the claim's route is taken; left out where any that is open is asked for. */
  readonly step?: string;
  /** The batch whose collective decision is recorded with it; left out where none is. */
  readonly batch?: NamedBatch;
  /** Whether the enterprise has ended and every payment was returned. Only a withdrawal after the instruction looks at it. */
  readonly unpayable?: boolean;
  /** What keeps the actor from it (回避); left out where nothing does. */
  readonly recusal?: Recusal | undefined;
  /** When the last act on it was recorded, and what time it is. Only taking a step back looks at it. */
  readonly moments?: Moments;
  /** Whether one of its payments is instructed and neither paid nor returned. Only a settlement looks at it. */
  readonly underway?: boolean;
}

/** What others make of the documents on which a claim rests. */
export type Papers = Required<Pick<StepContext, 'evidence' | 'statuses'>>;
export const NO_PAPERS: Papers = { evidence: [], statuses: new Map() };

type Condition = (claim: Claim, context: StepContext) => Refusal | null;

/** What a step asks beside its turn, its office and its person. The first that is not met counts. */
const CONDITIONS: Readonly<Partial<Record<ClaimAction, readonly Condition[]>>> = {
  ACCEPT: [excludedAt('acceptance'), recognitionRefusal, incompleteRefusal],
  ACCEPT_LACKING: [excludedAt('acceptance'), recognitionRefusal, lackingRefusal],
  HAND_IN: [nothingAwaitedRefusal],
  TAKE_STEP: [togetherRefusal],
  REVIEW: [routeRefusal, recognitionRefusal, contestedRefusal],
  DETERMINE: [
    (claim) => batchedRefusal(claim),
    awaitedRefusal,
    notOverRefusal,
    excludedAt('determination'),
    recognitionRefusal,
    contestedRefusal,
    oneReviewerRefusal,
  ],
  PUBLICISE: [recognitionRefusal],
  INSTRUCT: [excludedAt('instruction'), recognitionRefusal, contestedRefusal, instructionRefusal],
  MOVE_ROUTE: [samePathRefusal],
  TAKE_BACK: [lateRefusal],
  SETTLE: [underwayRefusal],
  AGREE_SETTLEMENT: [underwayRefusal],
  SUSPEND: [suspendRefusal],
  RESUME: [resumeRefusal],
};

/**
 * Why `actor` may not take the action now; null when he may. The deciders ask this before they decide, and a page
 * before it offers a button: there is one implementation.
 */
export function refusalOf(action: ClaimAction, claim: Claim, actor: Actor, context: StepContext): Refusal | null {
  const { recusal } = context;
  return (CONDITIONS[action] ?? []).reduce<Refusal | null>(
    (found, condition) => found ?? condition(claim, context),
    standingRefusal(action, claim, actor, context) ?? (recusal === undefined ? null : recusedRefusal(recusal)),
  );
}

/** Status, office, the two-person rule, and that nobody acts in two capacities; in this order. */
export function standingRefusal(
  action: ClaimAction,
  claim: Claim,
  actor: Actor,
  { on, catalogue, step, unpayable = false }: StepContext,
): Refusal | null {
  const isWindows = (action === 'RETURN' || action === 'REJECT') && isForWindow(claim, actor, on);
  const role = isWindows ? 'clerk' : officeFor(action, claim.status);
  if (role === null) return frozenRefusal(action, claim) ?? turnRefusal(action, claim);
  if (action === 'WITHDRAW' && claim.status === 'instructed' && !unpayable) return instructedRefusal();
  const nameOf = (code: string): string => divisionName(catalogue.places, code, on);
  if (action === 'TAKE_STEP') return routeStepRefusal(claim, step ?? null, actor, nameOf);
  if (action === 'FORWARD_STEP') return forwardRefusal(claim, step ?? null, actor, nameOf);
  const onRoute = CLOCK.has(action) ? openOffice(claim, actor) : null;
  if (onRoute !== null) return capacityRefusal(onRoute.role, claim.participants, actor);
  const place = {
    division: claim.division,
    measure: measureOf(catalogue, claim.measure),
    nameOf,
  };
  if (action === 'TAKE_BACK') return takeBackRefusal(claim, actor, place);
  return (
    officeRefusal(role, actor, place) ??
    personOf(action, claim, actor) ??
    capacityRefusal(role, claim.participants, actor)
  );
}

const CLOCK: ReadonlySet<ClaimAction> = new Set(['SUSPEND', 'RESUME']);
const BESIDE: ReadonlySet<ClaimAction> = new Set(['RAISE_OBJECTION', 'HAND_IN', 'MOVE_ROUTE', ...CLOCK]);

/** The office of an open step of the claim's route that `actor` holds: it stops and starts the clock beside the lead department. */
function openOffice({ status, route }: Claim, actor: Actor): RouteOffice | null {
  const open = status === 'accepted' && route !== null ? openSteps(route) : [];
  return open.find(({ office }) => isTheirs(office, actor))?.office ?? null;
}

/** Objections come in beside the way, from anybody, a route is moved beside it, and a clock is no step on it; whoever agreed to a claim does not judge what is said against it. */
function personOf(action: ClaimAction, claim: Claim, actor: Actor): Refusal | null {
  if (BESIDE.has(action)) return null;
  if (action === 'REVIEW') return personRefusal(claim.lastActor, actor) ?? barredRefusal(claim.route, actor);
  if (action !== 'SETTLE_OBJECTION') return personRefusal(claim.lastActor, actor);
  if (!claim.agreedBy.includes(actor.userId)) return null;
  return refusal('SAME_PERSON', {
    zh: '此件由您本人审核，异议须由本部门另一名审核人答复；本部门没有的，请系统管理员增设一名审核人。',
    en: 'You agreed to this claim in its review: an objection to it is for another reviewer of the department. Where it has none, ask the system administrator to open an account for one.',
  });
}

function frozenRefusal(action: ClaimAction, { status, objections }: Claim): Refusal | null {
  if (action !== 'INSTRUCT' || status !== 'objected') return null;
  const by = nextAnswerBy(objections);
  return refusal('OBJECTION_OPEN', {
    zh: `此件有未答复的异议，已冻结，不能拨付；请待牵头部门答复${by === null ? '' : `（应于${by}前答复）`}。`,
    en: `The claim is frozen by an objection and cannot be paid: wait for the answer of the lead department${by === null ? '' : `, due by ${by}`}.`,
  });
}

function turnRefusal(action: ClaimAction, claim: Claim): Refusal {
  const status = STATUS_NAMES[claim.status];
  const step = stepOf(action).name;
  if (isPast(action, claim.status)) {
    return refusal('ALREADY_DECIDED', {
      zh: `申报件的状态为“${status.zh}”，“${step.zh}”环节已结束，无需再办理。`,
      en: `The claim is ${status.en}; the time to ${step.en} it is over, and nothing is left to do here.`,
    });
  }
  return refusal('NOT_YOUR_TURN', {
    zh: `申报件的状态为“${status.zh}”，现在不能“${step.zh}”；请先完成前面的步骤。`,
    en: `The claim is ${status.en}: it is not yet time to ${step.en} it. Finish the steps before this one first.`,
  });
}

function instructedRefusal(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '拨付指令已下达，不能撤回；仅当企业已终止且全部款项均已退票时，方可撤回。',
    en: 'Payment is instructed, so that it cannot be withdrawn, unless the enterprise has ended and every payment was returned.',
  });
}

/** Steps by which a claim goes back or ends before it is paid: each status has its own. */
const WAYS_OUT = [
  { action: 'RETURN', zh: '退回补正', en: 'return the claim' },
  { action: 'REJECT', zh: '不予通过', en: 'reject it' },
  { action: 'WITHDRAW', zh: '通知企业撤回，由窗口登记', en: 'have it withdrawn, which its window records' },
] as const;

function routeRefusal(claim: Claim, { catalogue, on }: StepContext): Refusal | null {
  return routeOpenRefusal(claim, (code) => divisionName(catalogue.places, code, on));
}

/** The collective decision on a claim of a batch is recorded with those of the others. */
function togetherRefusal(claim: Claim, { step, batch }: StepContext): Refusal | null {
  const asked = stepAsked(claim.route, step ?? null, () => false);
  return asked.ok && asked.step.kind === 'collective' ? batchedRefusal(claim, batch) : null;
}

function notOverRefusal(claim: Claim, { round = null, on }: StepContext): Refusal | null {
  return roundRefusal(claim, round, on);
}

function samePathRefusal(claim: Claim, { catalogue, on }: StepContext): Refusal | null {
  const present = routeOn(catalogue, claim, on);
  if (present !== null && ('withoutOffice' in present || present.version !== claim.route?.version)) return null;
  return refusal('ALREADY_DECIDED', {
    zh: '此件已按现行路线办理，或本条款现在没有办理路线，无需改动。',
    en: 'The claim goes by the route of today already, or its clause has none now: there is nothing to move.',
  });
}

function lateRefusal(claim: Claim, { catalogue, moments }: StepContext): Refusal | null {
  const { division } = measureOf(catalogue, claim.measure).policy;
  const hours = catalogue.places.limits.takeBackHoursOf(division);
  return moments === undefined ? null : takeBackLateRefusal(claim, hours, moments);
}

/** Its sentence names the steps that the claim's status leaves. */
function recognitionRefusal(claim: Claim, { lists = NO_LISTS }: StepContext): Refusal | null {
  const ended = endedEntry(claim, lists);
  if (ended === null) return null;
  const ways = WAYS_OUT.filter(({ action }) => officeFor(action, claim.status) !== null);
  return refusal(
    'RECOGNITION_ENDED',
    {
      zh: `${ended.zh}请${ways.map(({ zh }) => zh).join('，或')}。`,
      en: `${ended.en} What is left: ${ways.map(({ en }) => en).join(', or ')}.`,
    },
    'evidence',
  );
}

function excludedAt(step: RegisterStep): Condition {
  return (claim, { exclusions = [] }) => excludedRefusal(claim, exclusions, step);
}

function underwayRefusal(_: Claim, { underway }: StepContext): Refusal | null {
  if (underway !== true) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '尚有已下达的拨付指令未确认，也未登记退票，不能结清；请待国库确认支付或登记银行退票后再办理。',
    en: 'A payment is instructed, and neither confirmed nor returned: settle the claim once the treasury has confirmed it or recorded its return.',
  });
}

/** A claim that one reviewer agreed to while the clause had a limit, and by the version that decides now it has none. */
function oneReviewerRefusal(claim: Claim, { catalogue }: StepContext): Refusal | null {
  if (claim.firstReviewed || !isUnlimited(measureOf(catalogue, claim.measure))) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '按现行版本本条款无限额，须两名审核人同意同一金额，而此件只有一名审核人审核；请“不予通过”或通知企业撤回后重新申报。',
    en: 'By the version in force the clause sets no limit, so that two reviewers agree to one amount, and only one reviewed this claim: reject it, or have it withdrawn, and claimed anew.',
  });
}

/** A claim that was entered before the clause's evidence was asked for. */
function incompleteRefusal(claim: Claim, { catalogue }: Pick<StepContext, 'catalogue'>): Refusal | null {
  const problems = missingProblems(missingKinds(measureOf(catalogue, claim.measure), claim.evidence));
  return problems.length === 0 ? null : invalidInput(problems);
}

/** Papers follow only where some are missing, and the city lets them. */
function lackingRefusal(claim: Claim, { catalogue, on }: StepContext): Refusal | null {
  const measure = measureOf(catalogue, claim.measure);
  const missing = missingKinds(measure, claim.evidence);
  if (missing.length === 0) {
    return refusal('NOT_YOUR_TURN', {
      zh: '凭证齐全，无需容缺：请直接“受理”。',
      en: 'No paper is missing: accept the claim as it is.',
    });
  }
  const allowed: readonly string[] = catalogue.places.windows.mayFollow(measure, on)?.kinds ?? [];
  return missing.every((kind) => allowed.includes(kind)) ? null : incompleteRefusal(claim, { catalogue });
}

function nothingAwaitedRefusal({ following }: Claim): Refusal | null {
  if (awaited(following).length > 0) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: '此件没有待补交的容缺材料。',
    en: 'No paper is still to follow this claim.',
  });
}

/** Why the claim is held up for its papers; null when it is not. */
export function contestedRefusal(
  claim: Claim,
  { evidence, catalogue, statuses }: Pick<StepContext, 'catalogue' | keyof Papers>,
): EvidenceContested | null {
  const contested = contestedEvidence(claim, evidence, catalogue, statuses);
  if (contested === null) return null;
  const numbers = contested.evidence.map(({ number }) => number);
  return {
    code: 'EVIDENCE_CONTESTED',
    message: {
      zh: `凭证${numbers.join('、')}同时用于申报件${contested.claims.join('、')}；请比对后退回、驳回或撤回其中之一。`,
      en:
        `Evidence ${numbers.join(', ')} also supports ${contested.claims.join(', ')}: ` +
        'compare them, and return, reject or withdraw one.',
    },
    field: 'evidence',
    ...contested,
  };
}

/** Documents of the claim on which other live claims hold it up, and those claims; null when there are none. */
export function contestedEvidence(
  claim: Claim,
  evidence: readonly Evidence[],
  catalogue: Catalogue,
  statuses: ReadonlyMap<string, ClaimStatus> = new Map(),
): Pick<EvidenceContested, 'evidence' | 'claims'> | null {
  const holder = holderOf(claim, catalogue);
  const contested = evidence
    .map((document) => ({
      document,
      claims: holdersUpOf(document, { ...holder, status: claim.status }, catalogue, statuses),
    }))
    .filter(({ claims }) => claims.length > 0);
  if (contested.length === 0) return null;
  return {
    evidence: contested.map(({ document: { kind, number } }) => ({ kind, number })),
    claims: [...new Set(contested.flatMap(({ claims }) => claims))],
  };
}

function instructionRefusal(claim: Claim, { on }: StepContext): Refusal | null {
  if (claim.determination?.lines.length === 0) {
    return refusal('NOTHING_TO_PAY', {
      zh: '核定结果为贷款额度，不发生财政支付，无需下达拨付指令。',
      en: 'The determination is a loan limit, which no treasury pays: there is nothing to instruct.',
    });
  }
  if (claim.publicity !== null && on <= claim.publicity.until) {
    return refusal('PUBLICITY_NOT_OVER', {
      zh: `公示期至${claim.publicity.until}止，请于期满次日起下达拨付指令。`,
      en: `The publicity lasts until ${claim.publicity.until}: instruct payment from the day after.`,
    });
  }
  return null;
}

/** The claim, when `actor` may take the action on it now. */
export type Standing = { readonly ok: true; readonly claim: Claim } | { readonly ok: false; readonly refusal: Refusal };

/** What every decision on a claim asks first: that it exists, and {@link refusalOf}. */
export function standingOf(action: ClaimAction, claim: ClaimState, actor: Actor, context: StepContext): Standing {
  if (claim === null) return { ok: false, refusal: claimNotFound() };
  const reason = refusalOf(action, claim, actor, context);
  return reason === null ? { ok: true, claim } : { ok: false, refusal: reason };
}

export function claimNotFound(): Refusal {
  return refusal(
    'NOT_FOUND',
    {
      zh: '没有这个申报编号，请核对后再试。',
      en: 'There is no claim with this number: check it and try again.',
    },
    'claim',
  );
}
