import type { Catalogue, Measure } from '@duixian/policy';
import type { CaseworkDecision, CaseworkEvent } from '../casework-event.js';
import { decideRouteStep } from '../claim/decide/route-step.js';
import {
  meetingDayProblems,
  presentRefusal,
  statedPaperProblems,
  trimmedPaper,
} from '../claim/decide/paper-problems.js';
import type { Claim, ClaimState } from '../claim/claim.js';
import { STATUS_NAMES } from '../claim/names.js';
import { samplingOf, stepsOf, takenStep } from '../claim/route.js';
import { sentenceRefusal } from '../claim/sentence.js';
import { claimNotFound } from '../claim/standing.js';
import { accepted, event, refused, type Decision } from '../common/decision.js';
import { invalidInput, refusal, type Refusal } from '../common/refusal.js';
import { batchesStream, claimStream } from '../common/streams.js';
import type { Recusal } from '../recusal/recusal.js';
import type { Batch } from './batch-book.js';
import type { MinuteBatch } from './batch-command.js';
import { batchOfficeRefusal, hindered, minutedRefusal, recusedOf, unknownBatch } from './batch-refusals.js';

/** Whether a claim of a batch comes before the meeting: one that has ended left it by itself, and holds nobody up. */
export function comesBefore({ status }: Pick<Claim, 'status'>): boolean {
  return status !== 'rejected' && status !== 'withdrawn';
}

/** The key of the step of its route in which a meeting is still to decide on the claim; null where there is none. */
export function meetingStep({ status, route }: Claim): string | null {
  if (status !== 'accepted' || route === null) return null;
  const found = stepsOf(route).find(
    ({ step }) =>
      step.kind === 'collective' &&
      takenStep(route, step.key) === undefined &&
      samplingOf(route, step.key)?.drawn !== false,
  );
  return found?.step.key ?? null;
}

/**
 * What the collective decision on its batch makes of one claim: the step of its route that waits for a meeting, as the decider of
 * steps decides it, or, of a claim that is reviewed, that the minutes are on record.
 */
export function decideClaimMinutes(input: {
  readonly command: MinuteBatch;
  readonly batch: Batch;
  readonly claim: ClaimState;
  /** Of the claim. */
  readonly catalogue: Catalogue;
  readonly recusals: readonly Recusal[];
}): CaseworkDecision {
  const { command, claim, catalogue, recusals } = input;
  if (claim === null) return refused(claimNotFound());
  const recused = recusedOf(claim, recusals);
  if (recused !== null) return refused(recused);
  const batch = { id: input.batch.id, name: input.batch.name };
  const { opinion, paper, ...sent } = command;
  const step = meetingStep(claim);
  if (step !== null) {
    const taken = {
      ...sent,
      claim: claim.id,
      step,
      outcome: 'agree' as const,
      conditions: null,
      opinion,
      paper,
      scores: [],
    };
    return decideRouteStep({ command: taken, claim, catalogue, batch });
  }
  if (claim.status !== 'reviewed') return refused(notReviewed(claim));
  const problems = meetingDayProblems(paper, claim.submittedOn);
  if (problems.length > 0) return refused(invalidInput(problems));
  const minuted = event(command, 'ClaimMinuted', { batch, opinion: opinion.trim(), paper: trimmedPaper(paper) });
  return accepted([{ stream: claimStream(claim.id), events: [minuted] }]);
}

/**
 * 登记会议纪要: the meeting agrees to the whole batch, and nothing joins or leaves it any more. One claim that cannot go on is
 * split out first; what the meeting did not agree to as well.
 *
 * @param decided on each claim that comes before it.
 */
export function decideMinutes<Event>(input: {
  readonly command: MinuteBatch;
  readonly batch: Batch | null;
  readonly measure: Measure | null;
  readonly decided: readonly { readonly claim: string; readonly decision: Decision<Event> }[];
}): Decision<Event | CaseworkEvent> {
  const { command, batch, measure, decided } = input;
  if (batch === null || measure === null) return refused(unknownBatch());
  const problems = statedPaperProblems(command.paper, command.on);
  const reason =
    batchOfficeRefusal(measure, command.actor) ??
    minutedRefusal(batch) ??
    (problems.length === 0 ? null : invalidInput(problems)) ??
    presentRefusal(command.paper) ??
    sentenceRefusal('opinion', command.opinion) ??
    (decided.length === 0 ? emptyRefusal(batch) : null) ??
    hindered(decided.map(({ claim, decision }) => ({ claim, refusal: decision.ok ? null : decision.refusal })));
  if (reason !== null) return refused(reason);
  const { id, name, policy } = batch;
  const minuted = event(command, 'BatchMinuted', {
    ...{ policy, batch: { id, name }, claims: decided.map(({ claim }) => claim) },
    ...{ opinion: command.opinion.trim(), paper: trimmedPaper(command.paper) },
  });
  const streams = decided.flatMap(({ decision }) => (decision.ok ? decision.streams : []));
  return accepted<Event | CaseworkEvent>([{ stream: batchesStream(policy), events: [minuted] }, ...streams]);
}

function emptyRefusal({ name }: Batch): Refusal {
  return refusal('NOT_YOUR_TURN', {
    zh: `“${name}”中没有待研究的申报件，请先合入。`,
    en: `‘${name}’ has no claim on which to decide: put some into it first.`,
  });
}

function notReviewed({ status }: Claim): Refusal {
  const name = STATUS_NAMES[status];
  return refusal('NOT_YOUR_TURN', {
    zh: `申报件的状态为“${name.zh}”，尚未审核：请先办理，或拆出此件，其余各件照常研究。`,
    en: `The claim is ${name.en} and not reviewed yet: finish that first, or split it out, so that the others go on.`,
  });
}
