import { formatYuan } from '@duixian/money';
import { isFailure, payeeOf, type AssessFailure, type Catalogue, type ReasonCode } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, eventAt, refused, type GuardMove, type Guards } from '../../common/decision.js';
import { fenOf } from '../../common/event-schema.js';
import { invalidInput, refusal, type Refusal } from '../../common/refusal.js';
import { claimStream, entitlementStream } from '../../common/streams.js';
import { placeLines, poolAccount, quotaAccount } from '../../entitlement/accounts.js';
import { ceilingRefusal, ownCeilings } from '../../entitlement/ceiling.js';
import type { GrantReserved, ReservedLine } from '../../entitlement/entitlement-event.js';
import type { Entitlement } from '../../entitlement/entitlement.js';
import { reserveMoves } from '../../entitlement/guard-moves.js';
import { freeEvidence } from '../../evidence/evidence-events.js';
import type { ExclusionHit } from '../../exclusion/hits.js';
import { NO_LISTS, type RecognitionLists } from '../../recognition/claimed-entries.js';
import type { Round } from '../../round/round-book.js';
import { assessClaim } from '../assess-claim.js';
import { enterpriseEnded } from '../../enterprise/closing.js';
import type { ClaimCommand, DetermineClaim } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import { COME_TO_NOTHING } from '../claim-status.js';
import { conditionsMet } from '../conditions.js';
import type { Determination } from '../determination.js';
import { measureOf } from '../measures.js';
import { NO_PAPERS, standingOf, type Papers } from '../standing.js';

interface DeterminationInput {
  readonly command: DetermineClaim;
  readonly claim: ClaimState;
  readonly entitlement: Entitlement;
  /** The guards named by `programmeAccounts`. */
  readonly programme: Guards;
  readonly catalogue: Catalogue;
  /** Its documents; left out where it rests on none. */
  readonly papers?: Papers;
  /** Those on whose entries it rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Registers on which its enterprise stands; left out where there are none. */
  readonly exclusions?: readonly ExclusionHit[];
  /** Other claims for a loan limit under the measure in the year, of the enterprise and all before it. */
  readonly others?: readonly Claim[];
  /** The round in which it was submitted; left out where it has none. */
  readonly round?: Round | null;
}

/**
 * 核定: finance reckons what the claim is due under all caps, with the same engine as `assess`, and reserves it. What
 * comes to nothing is declined (不予兑现), with the same explanation on record.
 */
export function decideDetermination(input: DeterminationInput): CaseworkDecision {
  const {
    command,
    entitlement,
    catalogue,
    papers = NO_PAPERS,
    lists = NO_LISTS,
    exclusions = [],
    others = [],
    round = null,
  } = input;
  const context = { on: command.on, catalogue, ...papers, lists, exclusions, round };
  const standing = standingOf('DETERMINE', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  if (entitlement.closure !== null) return refused(enterpriseEnded(entitlement.closure));
  const conditions = conditionsMet(claim, command.conditions ?? []);
  if (!conditions.ok) return conditions;
  const { answer, ...grounds } = assessClaim(claim, input);
  if (isFailure(answer)) return refused(notAssessable(answer));
  const { eligible, kind, amount, lines, subject, reasons, trace } = answer;
  const determination: Determination = {
    policyVersion: measureOf(catalogue, claim.measure).policy.version,
    year: claim.year,
    ...(conditions.met.length > 0 && { conditions: [...conditions.met] }),
    ...grounds,
    eligible,
    kind,
    amount,
    lines,
    subject,
    reasons,
    trace,
    entitlementVersion: entitlement.version,
  };
  if (fenOf(amount) > claim.requestedAmount) return refused(moreThanAsked(amount, claim));
  const watched = loweringAccounts(claim, reasons);
  if (!eligible || fenOf(amount) === 0n) return declined(command, claim, determination, watched);
  if (kind === 'loan-limit') {
    const inForce = others.find(hasLoanLimit);
    return inForce === undefined ? determined(command, claim, determination) : refused(limitInForce(inForce));
  }
  return reserved(input, claim, determination, watched);
}

function determined(command: ClaimCommand, claim: Claim, determination: Determination): CaseworkDecision {
  return accepted([{ stream: claimStream(claim.id), events: [event(command, 'ClaimDetermined', determination)] }]);
}

function declined(
  command: ClaimCommand,
  claim: Claim,
  determination: Determination,
  watched: ReadonlySet<string>,
): CaseworkDecision {
  return accepted(
    [
      { stream: claimStream(claim.id), events: [event(command, 'ClaimDeclined', determination)] },
      ...freeEvidence(command, claim),
    ],
    watching([], watched),
  );
}

function reserved(
  { command, entitlement, catalogue }: DeterminationInput,
  claim: Claim,
  determination: Determination,
  watched: ReadonlySet<string>,
): CaseworkDecision {
  const { id, uscc, measure, year } = claim;
  const { lines, ceilings } = placeLines({ claim: id, uscc, measure, year }, determination.lines, catalogue);
  const moves = reserveMoves(lines.map(placed), ownCeilings(ceilings, entitlement));
  const reason = ceilingRefusal(moves, ceilings, entitlement);
  if (reason !== null) return refused(reason);
  const quota = quotaMove(claim, catalogue);
  const { amount, subject, policyVersion } = determination;
  const grant: GrantReserved['data'] = {
    claim: id,
    measure,
    year,
    subject,
    kind: 'grant',
    amount,
    lines,
    quota: quota?.account ?? null,
    policyVersion,
    payee: payeeOf(measureOf(catalogue, measure).clause).kind,
  };
  return accepted(
    [
      { stream: claimStream(id), events: [event(command, 'ClaimDetermined', determination)] },
      { stream: entitlementStream(uscc), events: [eventAt(2, command, 'GrantReserved', grant)] },
    ],
    watching(quota === null ? moves : [...moves, quota], watched),
  );
}

function placed({ amount, accounts }: ReservedLine) {
  return { amount: fenOf(amount), accounts };
}

function quotaMove({ measure, year }: Claim, catalogue: Catalogue): GuardMove | null {
  const quota = catalogue.limitsFor(measure)?.quota ?? null;
  return quota === null ? null : { account: quotaAccount(measure, year), ceiling: BigInt(quota), reserve: 1n };
}

/** The programme's guards that lowered the amount: it stands only while they are as they were read. */
function loweringAccounts({ measure, year }: Claim, reasons: readonly ReasonCode[]): ReadonlySet<string> {
  return new Set([
    ...(reasons.includes('POOL_LIMIT') ? [poolAccount(measure, year)] : []),
    ...(reasons.includes('QUOTA_EXHAUSTED') ? [quotaAccount(measure, year)] : []),
  ]);
}

function watching(moves: readonly GuardMove[], watched: ReadonlySet<string>): GuardMove[] {
  const moved = new Set(moves.map((move) => move.account));
  return [
    ...moves.map((move): GuardMove => (watched.has(move.account) ? { ...move, dependsOnVersion: true } : move)),
    ...[...watched]
      .filter((account) => !moved.has(account))
      .map((account): GuardMove => ({ account, dependsOnVersion: true })),
  ];
}

function hasLoanLimit({ status, determination }: Claim): boolean {
  return determination !== null && !COME_TO_NOTHING.has(status);
}

/** The document limits what an enterprise may be lent: a second limit beside the first would pass it. */
function limitInForce({ id, determination }: Claim): Refusal {
  const amount = determination?.amount ?? '';
  return refusal('LIMIT_IN_FORCE', {
    zh: `该企业本年度已有核定的贷款额度${amount}元（申报件${id}）；条款限制的是对一家企业的放款，不能并行两个额度。请通知企业先撤回原额度，或将本件“不予通过”。`,
    en: `The enterprise has a loan limit of ${amount} yuan for the year already (claim ${id}): the clause limits what one enterprise is lent, so that no second one stands beside it. Have the former withdrawn first, or reject this claim.`,
  });
}

/** 核定不高于申请: whoever asks for less than is due has slipped (万元 for 元) or misread the clause, and somebody has to look. */
function moreThanAsked(due: string, { requestedAmount }: Claim): Refusal {
  const asked = formatYuan(requestedAmount);
  return invalidInput([
    {
      field: 'requestedAmount',
      message: {
        zh: `按条款应付${due}元，高于申请的${asked}元；核定不得高于申请。请核对是否将万元误作元，“不予通过”或通知企业撤回后，按应付金额重新申报。`,
        en: `The clause comes to ${due} yuan, and ${asked} was asked for: no more is determined than was asked for. Perhaps it was stated in ten thousands (万元) instead of yuan: reject the claim or have it withdrawn, and claimed anew for what is due.`,
      },
    },
  ]);
}

function notAssessable({ error }: AssessFailure): Refusal {
  return invalidInput([
    {
      field: error.fact === undefined ? 'claim' : `facts.${error.fact}`,
      message: {
        zh: `按现行政策条款无法核定，请驳回或通知企业撤回后重新申报：${error.message.zh}。`,
        en: `The claim cannot be assessed under the clause as it stands; reject it or have it claimed anew: ${error.message.en}.`,
      },
    },
  ]);
}
