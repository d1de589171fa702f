import type { Measure } from '@duixian/policy';
import type { CaseworkDecision } from '../casework-event.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { accepted, event, refused } from '../common/decision.js';
import { invalidInput, refusal, type Refusal } from '../common/refusal.js';
import { batchesStream, claimStream } from '../common/streams.js';
import { wholeNumberRefusal } from '../common/whole-number.js';
import type { Recusal } from '../recusal/recusal.js';
import { claimsIn, type Batch, type BatchBook } from './batch-book.js';
import type { GatherClaims, SplitOut } from './batch-command.js';
import { batchId } from './batch-event.js';
import {
  batchOfficeRefusal,
  countProblem,
  gatherRefusal,
  hindered,
  minutedRefusal,
  splitRefusal,
  unknownBatch,
  type AskedClaim,
} from './batch-refusals.js';

const NAME_MAX = 60;

/** 合批: claims of one clause go to the collective decision together, all that are named or none. */
export function decideGathering(input: {
  readonly command: GatherClaims;
  readonly claims: readonly AskedClaim[];
  /** Of the clause's document. */
  readonly book: BatchBook;
  /** The batch's clause, or that of the first claim; null where there is none. */
  readonly measure: Measure | null;
  readonly recusals: readonly Recusal[];
}): CaseworkDecision {
  const { command, claims, book, measure, recusals } = input;
  const batch = command.batch === null ? null : (book.get(command.batch) ?? null);
  if (command.batch !== null && batch === null) return refused(unknownBatch());
  const count = countProblem(command.claims, batch === null ? 0 : claimsIn(batch).length);
  if (count !== null) return refused(invalidInput([count]));
  if (measure === null)
    return refused(hindered(claims.map(({ id }) => ({ claim: id, refusal: noClaim() }))) ?? noClaim());
  const reason =
    batchOfficeRefusal(measure, command.actor) ??
    (batch === null ? null : minutedRefusal(batch)) ??
    nameRefusal(command, book) ??
    hindered(
      claims.map((each) => ({ claim: each.id, refusal: gatherRefusal(each, measure, { ...command, recusals }) })),
    );
  if (reason !== null) return refused(reason);
  const policy = measure.policy.id;
  const named = batch ?? { id: batchId(policy, command.commandId), name: command.name?.trim() ?? '' };
  const data = { policy, batch: { id: named.id, name: named.name }, claims: [...command.claims] };
  return accepted([
    { stream: batchesStream(policy), events: [event(command, 'ClaimsGathered', { ...data, measure: measure.id })] },
    ...command.claims.map((claim) => ({
      stream: claimStream(claim),
      events: [event(command, 'ClaimBatched', { batch: data.batch })],
    })),
  ]);
}

/** 拆出: claims leave a batch on which the meeting has not decided, with a reason. */
export function decideSplit(input: {
  readonly command: SplitOut;
  readonly claims: readonly AskedClaim[];
  /** Null where there is none of this id. */
  readonly batch: Batch | null;
  /** Its clause. */
  readonly measure: Measure | null;
  readonly recusals: readonly Recusal[];
}): CaseworkDecision {
  const { command, claims, batch, measure, recusals } = input;
  if (batch === null || measure === null) return refused(unknownBatch());
  const count = countProblem(command.claims);
  const reason =
    batchOfficeRefusal(measure, command.actor) ??
    minutedRefusal(batch) ??
    (count === null ? null : invalidInput([count])) ??
    hindered(claims.map((each) => ({ claim: each.id, refusal: splitRefusal(each, batch, recusals) }))) ??
    sentenceRefusal('reason', command.reason);
  if (reason !== null) return refused(reason);
  const { id, name, policy } = batch;
  const said = { batch: { id, name }, reason: command.reason.trim() };
  return accepted([
    {
      stream: batchesStream(policy),
      events: [event(command, 'BatchSplit', { policy, claims: [...command.claims], ...said })],
    },
    ...command.claims.map((claim) => ({
      stream: claimStream(claim),
      events: [event(command, 'ClaimSplitOut', said)],
    })),
  ]);
}

/** A new batch has a name that no open one of the document has; one that is open has its own. */
function nameRefusal({ batch, name }: GatherClaims, book: BatchBook): Refusal | null {
  const stated = name?.trim() ?? '';
  if (batch !== null) {
    return name === null
      ? null
      : wrongName('合入已有批次时不填写名称。', 'A batch that is open has its name already: leave it out.');
  }
  if (stated.length === 0 || stated.length > NAME_MAX) {
    return wrongName(
      `请填写批次名称，不超过${NAME_MAX}字，例如“2026年第3次局长办公会”。`,
      `State what the batch is called in at most ${NAME_MAX} characters, such as ‘Third meeting of 2026’.`,
    );
  }
  if ([...book.values()].some((each) => each.minutes === null && each.name === stated)) {
    return wrongName(
      `已有未议定的批次叫“${stated}”：请合入该批次，或另取名称。`,
      `A batch called ‘${stated}’ is open: put the claims there, or choose another name.`,
    );
  }
  return wholeNumberRefusal('name', stated);
}

function wrongName(zh: string, en: string): Refusal {
  return invalidInput([{ field: 'name', message: { zh, en } }]);
}

function noClaim(): Refusal {
  return refusal(
    'NOT_FOUND',
    { zh: '没有这个申报编号，请核对后再试。', en: 'There is no claim with this number.' },
    'claims',
  );
}
