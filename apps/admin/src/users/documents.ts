import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, type VariablesOf, graphql } from '../api/graphql.js';
import { userFields } from '../auth/documents.js';
import { official } from '../claims/fragments.js';
import { answerCommands } from '../ui/answers.js';

export const usersDocument = graphql(
  `query Users($first: Int!, $after: String, $filter: UserFilter, $sort: UserSort) {
    users(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { ...User } ${connectionFields} }
  }`,
  [userFields],
);

export const userDocument = graphql('query User($id: ID!) { user(id: $id) { ...User } }', [userFields]);

/** A change of an account that one administrator proposed. */
const proposal = graphql(
  `fragment OfficialProposal on OfficialProposal {
    id official username displayName kind summary { zh en } reason lookalikes proposedBy { ...Official } proposedOn
    opensUntil standing answeredBy { ...Official } answeredOn answerReason agreeingRefusal { zh en } isYours
  }`,
  [official],
);
export type Proposal = ResultOf<typeof proposal>;

export const proposalsDocument = graphql(
  `query OfficialProposals($first: Int!, $after: String, $filter: OfficialProposalFilter) {
    officialProposals(first: $first, after: $after, filter: $filter) { nodes { ...OfficialProposal } ${connectionFields} }
  }`,
  [proposal],
);
export type ProposalVariables = VariablesOf<typeof proposalsDocument>;

/** How many changes wait for this user as the second administrator. */
export const waitingProposalsDocument = graphql('query WaitingProposals { dashboard { waitingProposals } }');

export const openAccount = command('openAccount', proposal);
export const changeRoles = command('changeRoles', proposal);
export const changeOffice = command('changeOffice', proposal);
export const resetPassword = command('resetPassword', proposal);
export const unlockAccount = command('unlockAccount', proposal);
export const resetSecondFactor = command('resetSecondFactor', proposal);
export const enableAccount = command('enableAccount', proposal);
export const disableAccount = command('disableAccount', userFields);

export const officialAnswers = answerCommands('OFFICIAL', proposal);
