/** What the other parts of the system see of the registers of those who must not be paid. */
export { checkRows, PART_LINES_MAX, type CheckedRow, type RowField, type StatedRow } from './check-rows.js';
export { decideClearing } from './decide-clearing.js';
export { decideEditionAnswer, decideEditionOpening, decideEditionProposal, decideRowsRead } from './decide-edition.js';
export { foldEditionParts, type EditionParts } from './edition-parts.js';
export type { ExclusionEvent } from './exclusion-event.js';
export { foldExclusion, type Clearing, type ListedRow } from './exclusion.js';
export { clearingFor, excludedRefusal, exclusionHits, officeName, type ExclusionHit } from './hits.js';
export {
  EDITION_STANDINGS,
  editionOn,
  editionStanding,
  findEdition,
  foldRegister,
  NO_EDITIONS,
  type EditionStanding,
  type RegisterBook,
  type RegisterEdition,
} from './register-book.js';
export type {
  AnswerRegisterEdition,
  ClearExclusion,
  OfEdition,
  OpenRegisterEdition,
  ProposeRegisterEdition,
  ReadRegisterRows,
} from './register-command.js';
export type { EditionEvent, EditionSource, RegisterEvent } from './register-event.js';
export { registerOfficeRefusal } from './register-office.js';
