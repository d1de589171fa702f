import { formatYuan } from '@duixian/money';
import type { Catalogue, Measure } from '@duixian/policy';
import type { CaseworkDecision } from '../../casework-event.js';
import { accepted, event, eventAt, refused } from '../../common/decision.js';
import { invalidInput, type Refusal } from '../../common/refusal.js';
import { claimStream } from '../../common/streams.js';
import { doubtfulOn, holderOf, type Evidence } from '../../evidence/evidence.js';
import { NO_LISTS, type RecognitionLists } from '../../recognition/claimed-entries.js';
import type { ReviewClaim } from '../claim-command.js';
import type { Claim, ClaimState } from '../claim.js';
import type { ClaimStatus } from '../claim-status.js';
import { isUnlimited, measureOf, needsProposedAmount } from '../measures.js';
import { distinctionRefusal, nearClaims, nearOnes, type Near } from '../near-subjects.js';
import { contradictingYears } from '../promised-years.js';
import { sentenceRefusal } from '../sentence.js';
import { standingOf } from '../standing.js';

/**
 * 审核: the lead department agrees, with an amount where the clause leaves it to it (最高、不超过); two of its reviewers to
 * the same amount where nothing bounds it (一事一议). Claims of almost the same subject
 * or contract, or that contradict it in which of the promised years is which, are compared, with a word on each.
 */
export function decideReview(input: {
  readonly command: ReviewClaim;
  readonly claim: ClaimState;
  readonly evidence: readonly Evidence[];
  /** How far the claims are that contest it; see {@link StepContext}. */
  readonly statuses: ReadonlyMap<string, ClaimStatus>;
  /** Those on whose entries it rests; left out where it rests on none. */
  readonly lists?: RecognitionLists;
  /** Other claims of the enterprise, and of those in whose place it goes on, as far as their subjects look alike. */
  readonly others: readonly Claim[];
  /** What they were granted under the clause, where claims state which of several promised years they are for. */
  readonly promised?: readonly Claim[];
  readonly catalogue: Catalogue;
}): CaseworkDecision {
  const { command, evidence, statuses, catalogue, lists = NO_LISTS, promised = [] } = input;
  const context = { on: command.on, catalogue, evidence, statuses, lists };
  const standing = standingOf('REVIEW', input.claim, command.actor, context);
  if (!standing.ok) return standing;
  const { claim } = standing;
  const measure = measureOf(catalogue, claim.measure);
  const near = {
    subjects: nearClaims(claim, input.others, catalogue),
    contracts: doubtfulContracts(claim, evidence, catalogue),
    years: contradictingYears(claim, promised, measure),
  };
  const reason =
    sentenceRefusal('opinion', command.opinion) ??
    (command.conditions === undefined ? null : sentenceRefusal('conditions', command.conditions)) ??
    amountRefusal(command, claim, measure) ??
    secondAmountRefusal(command, claim) ??
    distinctionRefusal(command.distinction, near);
  if (reason !== null) return refused(reason);
  const review = {
    opinion: command.opinion.trim(),
    agreedAmount: command.agreedAmount === null ? null : formatYuan(command.agreedAmount),
    distinction: distinctionOf(command, near),
    ...(command.conditions === undefined ? {} : { conditions: command.conditions.trim() }),
  };
  const reviewed =
    isUnlimited(measure) && claim.agreedAmount === null
      ? event(command, 'ClaimFirstReviewed', review)
      : eventAt(2, command, 'ClaimReviewed', review);
  return accepted([{ stream: claimStream(claim.id), events: [reviewed] }]);
}

function distinctionOf({ distinction }: ReviewClaim, near: Near) {
  const claims = nearOnes(near);
  return claims.length === 0 || distinction === null ? null : { claims, reason: distinction.reason.trim() };
}

/** The claims that may rest on the same contract as this one though its party is stated otherwise. */
function doubtfulContracts(claim: Claim, evidence: readonly Evidence[], catalogue: Catalogue): Near['contracts'] {
  const holder = holderOf(claim, catalogue);
  return evidence.flatMap((document) =>
    doubtfulOn(document, holder, catalogue).map(({ claim: id }) => ({ id, number: document.number })),
  );
}

/** The second reviewer agrees to what the first did: neither raises it alone. */
function secondAmountRefusal({ agreedAmount }: ReviewClaim, { agreedAmount: first }: Claim): Refusal | null {
  if (first === null || agreedAmount === first) return null;
  const agreed = formatYuan(first);
  return wrongAmount(
    `本条款无限额，须两名审核人同意同一金额；第一人同意的是${agreed}元。不同意的，请退回补正或不予通过。`,
    `The clause sets no limit, so that two reviewers agree to one amount: the first agreed to ${agreed} yuan. Return or reject the claim if you do not.`,
  );
}

function amountRefusal({ agreedAmount }: ReviewClaim, { requestedAmount }: Claim, measure: Measure): Refusal | null {
  if (!needsProposedAmount(measure)) {
    if (agreedAmount === null) return null;
    return wrongAmount(
      '本条款按公式计算，无需填写建议金额。',
      'The clause has a formula: leave the agreed amount out.',
    );
  }
  if (agreedAmount !== null && agreedAmount > requestedAmount) {
    const asked = formatYuan(requestedAmount);
    return wrongAmount(
      `建议金额不得高于申请金额${asked}元；申请金额有误的，请退回补正。`,
      `Agree to no more than was asked for, ${asked} yuan; if less was asked for by mistake, return the claim.`,
    );
  }
  if (agreedAmount !== null && agreedAmount > 0n) return null;
  return wrongAmount(
    '本条款由牵头部门提出建议金额，请填写大于0的金额；不同意的请“不予通过”。',
    'The clause leaves the amount to the lead department: state one above 0, or reject.',
  );
}

function wrongAmount(zh: string, en: string): Refusal {
  return invalidInput([{ field: 'agreedAmount', message: { zh, en } }]);
}
