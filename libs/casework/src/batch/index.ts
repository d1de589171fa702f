/** What the other parts of the system see of batches (合批). */
export {
  claimsIn,
  foldBatches,
  NO_BATCHES,
  type Batch,
  type BatchAct,
  type BatchBook,
  type BatchedClaim,
} from './batch-book.js';
export type { GatherClaims, MinuteBatch, SplitOut } from './batch-command.js';
export { policyOfBatch, type BatchEvent } from './batch-event.js';
export {
  BATCH_CLAIMS_MAX,
  batchOfficeRefusal,
  gatherRefusal,
  minutedRefusal,
  splitRefusal,
  unknownBatch,
  type AskedClaim,
} from './batch-refusals.js';
export { decideGathering, decideSplit } from './decide-batch.js';
export { comesBefore, decideClaimMinutes, decideMinutes, meetingStep } from './decide-minutes.js';
export { batchedRefusal, type ClaimBatch } from '../claim/batched/batched.js';
export { parseBatchEvent } from '../parse-event.js';
