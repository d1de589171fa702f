/** What the other parts of the system see of rounds. */
export {
  decideRoundAnswer,
  decideRoundExtension,
  decideRoundOpening,
  keeperOfRound,
  roundOfficeRefusal,
  unknownRound,
} from './decide-round.js';
export {
  findRound,
  foldRounds,
  NO_ROUNDS,
  ROUND_STANDINGS,
  roundsOf,
  roundStanding,
  workingDaysLeft,
  type Round,
  type RoundBook,
  type RoundExtension,
  type RoundProposal,
  type RoundStanding,
} from './round-book.js';
export { PAY_RULE_NAMES, ROUND_STANDING_NAMES } from './round-names.js';
export type { AnswerRound, ExtendRound, OpenRound } from './round-command.js';
export {
  PAY_RULES,
  policyOfRound,
  roundId,
  type ClaimRound,
  type PayRule,
  type RoundEvent,
  type RoundTerms,
} from './round-event.js';
