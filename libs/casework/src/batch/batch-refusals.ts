import type { Measure } from '@duixian/policy';
import { STATUS_NAMES } from '../claim/names.js';
import type { Claim, ClaimState } from '../claim/claim.js';
import { officeRefusal } from '../claim/office.js';
import { claimNotFound } from '../claim/standing.js';
import type { Actor } from '../common/actor.js';
import { invalidInput, refusal, type FieldProblem, type Refusal } from '../common/refusal.js';
import { recusedFrom, recusedRefusal, type Recusal } from '../recusal/recusal.js';
import { claimsIn, type Batch } from './batch-book.js';

/** Claims of one batch, and of one request: on more of them no meeting decides at a time. */
export const BATCH_CLAIMS_MAX = 100;

/** A claim that was asked for, by its number; null where there is none. */
export interface AskedClaim {
  readonly id: string;
  readonly claim: ClaimState;
}

/** What became of one claim of those that were asked for; null: nothing stands in its way. */
export interface ClaimHindrance {
  readonly claim: string;
  readonly refusal: Refusal | null;
}

/** Why somebody may not put together, split out or decide on: reviewers of the clause's lead department do. */
export function batchOfficeRefusal(measure: Measure, actor: Actor): Refusal | null {
  return officeRefusal('reviewer', actor, { division: measure.policy.division, measure });
}

/** Why nothing joins or leaves the batch any more: the meeting has decided on it. */
export function minutedRefusal({ name, minutes }: Batch): Refusal | null {
  if (minutes === null) return null;
  return refusal('ALREADY_DECIDED', {
    zh: `“${name}”已由${minutes.paper.number}集体研究，不再合入或拆出；个别申报件有问题的，请退回补正或不予通过。`,
    en: `The meeting decided on ‘${name}’ by ${minutes.paper.number}: nothing joins or leaves it any more. Return or reject a claim with which something is wrong.`,
  });
}

/** Why a claim is not put into a batch. @param measure of the batch. */
export function gatherRefusal(
  { claim }: AskedClaim,
  measure: Measure,
  { actor, recusals }: { readonly actor: Actor; readonly recusals: readonly Recusal[] },
): Refusal | null {
  if (claim === null) return claimNotFound();
  return (
    recusedOf(claim, recusals) ??
    otherClauseRefusal(claim, measure) ??
    batchOfficeRefusal(measure, actor) ??
    statusRefusal(claim) ??
    elsewhereRefusal(claim)
  );
}

/** Why a claim is not split out of a batch. */
export function splitRefusal({ id, claim }: AskedClaim, batch: Batch, recusals: readonly Recusal[]): Refusal | null {
  if (claim === null) return claimNotFound();
  if (!claimsIn(batch).includes(id)) {
    return refusal('ALREADY_DECIDED', {
      zh: `此件不在“${batch.name}”中，或已拆出，无需再拆出。`,
      en: `The claim is not in ‘${batch.name}’, or was split out already.`,
    });
  }
  return recusedOf(claim, recusals);
}

export function recusedOf({ id, uscc }: Claim, recusals: readonly Recusal[]): Refusal | null {
  const found = recusedFrom(recusals, { claim: id, uscc });
  return found === undefined ? null : recusedRefusal(found);
}

/** What is wrong with the claims of a request, by their numbers; null where they are some, not too many, and each once. */
export function countProblem(claims: readonly string[], before = 0): FieldProblem | null {
  const most = BATCH_CLAIMS_MAX - before;
  if (claims.length > 0 && claims.length <= most && new Set(claims).size === claims.length) return null;
  return {
    field: 'claims',
    message: {
      zh: `一批最多${BATCH_CLAIMS_MAX}件（已有${before}件），请选1至${Math.max(most, 0)}件，不重复；更多的另立一批。`,
      en: `A batch has ${BATCH_CLAIMS_MAX} claims at most and this one has ${before}: choose up to ${Math.max(most, 0)}, each once, and open another for more.`,
    },
  };
}

/** One refusal of the whole, which names each claim that stands in the way; null where none does. */
export function hindered(hindrances: readonly ClaimHindrance[]): Refusal | null {
  const found = hindrances.flatMap(({ claim, refusal: why }) => (why === null ? [] : [problemOf(claim, why)]));
  return found.length === 0 ? null : invalidInput(found);
}

function problemOf(claim: string, { message }: Refusal): FieldProblem {
  return { field: 'claims', message: { zh: `${claim}：${message.zh}`, en: `${claim}: ${message.en}` } };
}

function otherClauseRefusal({ measure }: Claim, { id }: Measure): Refusal | null {
  if (measure === id) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: `此件属于其他条款（${measure}）：一批只包括同一条款的申报件，请另立一批。`,
    en: `The claim is under another clause, ${measure}: a batch holds claims of one clause, so open another for it.`,
  });
}

function statusRefusal({ status }: Claim): Refusal | null {
  if (status === 'accepted' || status === 'reviewed') return null;
  const name = STATUS_NAMES[status];
  return refusal('NOT_YOUR_TURN', {
    zh: `申报件的状态为“${name.zh}”：受理之后、核定之前才能合批。`,
    en: `The claim is ${name.en}: it is put into a batch after its acceptance and before its determination.`,
  });
}

function elsewhereRefusal({ batch, round }: Claim): Refusal | null {
  if (batch === null || (batch.minutes !== null && batch.round < round)) return null;
  return refusal('ALREADY_DECIDED', {
    zh:
      batch.minutes === null
        ? `此件已在合批“${batch.name}”中。`
        : `此件已随“${batch.name}”集体研究（${batch.minutes}）。`,
    en:
      batch.minutes === null
        ? `The claim is in the batch ‘${batch.name}’ already.`
        : `The meeting decided on the claim with ‘${batch.name}’ (${batch.minutes}).`,
  });
}

export function unknownBatch(): Refusal {
  const message = { zh: '没有这一批次，请刷新后再看。', en: 'There is no such batch: look at the list afresh.' };
  return refusal('NOT_FOUND', message, 'batch');
}
