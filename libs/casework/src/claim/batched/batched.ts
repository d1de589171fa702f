import { refusal, type Refusal } from '../../common/refusal.js';
import type { ClaimEvent } from '../claim-event.js';
import type { NamedBatch } from '../route-schema.js';

/** The batch with which a claim goes to the collective decision, or was there. */
export interface ClaimBatch extends NamedBatch {
  /** Which round of the claim was put there: stated or looked at anew it is another matter. */
  readonly round: number;
  /** Number of the minutes; null until they are on record. */
  readonly minutes: string | null;
}

/** The batch of a claim after another event of it; null where it is in none. @param round of the claim. */
export function claimBatchAfter(batch: ClaimBatch | null, event: ClaimEvent, round: number): ClaimBatch | null {
  if (event.type === 'ClaimBatched') return { ...event.data.batch, round, minutes: null };
  if (event.type === 'ClaimSplitOut') return null;
  if (event.type !== 'ClaimMinuted' && event.type !== 'RouteStepTaken') return batch;
  const { batch: named, paper } = event.data;
  return named === undefined ? batch : { ...named, round, minutes: paper?.number ?? null };
}

/**
 * Why the claim does not go on alone: it waits with its batch for the collective decision.
 *
 * @param batch whose decision is recorded; left out where none is.
 */
export function batchedRefusal(
  { batch }: { readonly batch: ClaimBatch | null },
  recorded?: NamedBatch,
): Refusal | null {
  if (batch?.minutes !== null || batch.id === recorded?.id) return null;
  return refusal('NOT_YOUR_TURN', {
    zh: `此件在合批“${batch.name}”中，等待整批集体研究：请牵头部门在合批页登记会议纪要；须单独办理的，请先拆出。`,
    en: `The claim waits with the batch ‘${batch.name}’ for the collective decision: the lead department records its minutes on the page of the batch, or splits the claim out if it is to go on alone.`,
  });
}
