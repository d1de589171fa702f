export { boundProblems } from './correction-bounds.js';
export type { CorrectionContent, CorrectionEvent, CorrectionTarget, Person } from './correction-event.js';
export { evolveCorrection, foldCorrection, type Correction, type CorrectionState } from './correction.js';
export {
  decideAgreement,
  decideCorrectionWithdrawal,
  decideObjection,
  decideProposal,
  type AnswerCorrection,
  type ProposeCorrection,
  type RecordedWrongly,
  type RefuseCorrection,
} from './decide.js';
