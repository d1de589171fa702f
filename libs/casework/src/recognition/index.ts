/** What the other parts of the system see of lists of recognitions. */
export { checkLines, LINES_MAX, type CheckedLine, type LineField, type StatedLine } from './check-lines.js';
export { endedEntry, entriesAmong, NO_LISTS, type RecognitionLists } from './claimed-entries.js';
export { decideListProposal, decideRecognitionAnswer, decideRevocationProposal } from './decide-recognition.js';
export { entryNumber, entryOf, type EntryRef } from './entry-number.js';
export { headProblems } from './list-head.js';
export { parseListNumber } from './list-number.js';
export { listOfficeRefusal } from './list-office.js';
export type {
  AnswerRecognition,
  ProposeRecognitionList,
  ProposeRecognitionRevocation,
  StatedHead,
} from './recognition-command.js';
export type { ListedEntry, ListHead, RecognitionEvent } from './recognition-event.js';
export {
  answeringKeeper,
  evolveRecognitionList,
  foldRecognitionList,
  type RecognitionChange,
  type RecognitionEntry,
  type RecognitionList,
  type RecognitionListState,
  type RecognitionProposal,
} from './recognition-list.js';
