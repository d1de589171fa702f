import { command, type CommandInput } from '../api/command.js';
import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { answerCommands } from '../ui/answers.js';

/** A round as one line of a list. */
export const roundRow = graphql(
  `fragment RoundRow on ApplicationRound {
    id number name { zh en } policy opens closes occurredFrom occurredTo pays standing workingDaysLeft department
    isMyOffice division { ...Division } measures { id clauseId title { zh en } }
  }`,
  [division],
);
export type RoundRow = ResultOf<typeof roundRow>;

const roundProposal = graphql(
  `fragment RoundProposal on RoundProposal {
    id policy number name { zh en } isExtension before opens closes occurredFrom occurredTo pays reason standing
    proposedBy proposedOn opensUntil answeredBy answeredOn refusedBecause isMine isMyOffice
    measures { id clauseId title { zh en } }
  }`,
);
export type RoundProposal = ResultOf<typeof roundProposal>;

export const roundsDocument = graphql(
  `query Rounds($asOf: AsOf) {
    rounds(asOf: $asOf) { ...RoundRow } roundProposals(asOf: $asOf) { ...RoundProposal }
  }`,
  [roundRow, roundProposal],
);

/** The rounds in which a clause is claimed. */
export const roundsOfMeasureDocument = graphql(
  'query RoundsOfMeasure($measure: ID!) { rounds(filter: { measure: $measure }) { ...RoundRow } }',
  [roundRow],
);

/** A document of its own, since a claim with its whole file is long. */
export const roundOfClaimDocument = graphql(
  'query RoundOfClaim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { applicationRound { id name { zh en } } } }',
);

/** The rounds by name, for choosing one. */
export const roundChoicesDocument = graphql('query RoundChoices { rounds { id name { zh en } } }');

export const roundDocument = graphql(
  `query Round($id: ID!, $asOf: AsOf) {
    round(id: $id, asOf: $asOf) {
      ...RoundRow position extensions { before closes reason on }
      figures {
        claims requested determined paid
        byStatus { status claims requested determined } byDivision { division { ...Division } claims requested determined }
      }
    }
  }`,
  [roundRow, division],
);
export type RoundOnPage = NonNullable<ResultOf<typeof roundDocument>['round']>;

const pendingSample = graphql(
  'fragment PendingSample on PendingSample { measure { id clauseId title { zh en } } round claims allowed refusal { zh en } }',
);
export type PendingSample = ResultOf<typeof pendingSample>;

const sample = graphql(`
  fragment Sample on Sample {
    id round on by position lookedAt measure { id clauseId title { zh en } } seed { random position link value }
    lists { step share of drawn before { claim earlier } }
  }
`);
export type Sample = ResultOf<typeof sample>;

/** What waits for a draw, and the draws: of one round, or of all where none is named. */
export const samplesDocument = graphql(
  `query Samples($round: ID, $asOf: AsOf) {
    pendingSamples(asOf: $asOf) { ...PendingSample } samples(round: $round, asOf: $asOf) { ...Sample }
  }`,
  [pendingSample, sample],
);

const madeSample = graphql('fragment MadeSample on Sample { id }');
export const drawSample = command('drawSample', madeSample);

const changedRounds = graphql('fragment ChangedRounds on DocumentRounds { policy }');

export type OpenRoundEntries = CommandInput<'OpenRoundInput'>;
export const openRound = command('openRound', changedRounds);
export const extendRound = command('extendRound', changedRounds);
/** The answers to what is proposed for a round. */
export const roundAnswers = answerCommands('ROUND', changedRounds);
