import type { AboutProposal } from '@duixian/casework/proposals';
import { type CommandInput, command, editOf } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { division } from '../api/fragments.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { refusal } from '../api/refusals.js';
import { claimRow } from '../claims/fragments.js';
import { bankAccountChange, contactChange, inheritedTotal, yearlyTotal } from './fragments.js';
import { answerCommands } from '../ui/answers.js';

const enterpriseRow = graphql(
  'fragment EnterpriseRow on Enterprise { uscc name division { ...Division } registeredOn }',
  [division],
);

/** In a list react-admin knows an enterprise by its social credit code. */
export const enterprisesDocument = graphql(
  `query Enterprises($first: Int!, $after: String, $filter: EnterpriseFilter, $sort: EnterpriseSort, $asOf: AsOf) {
    enterprises(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { id: uscc ...EnterpriseRow } ${connectionFields}
    }
  }`,
  [enterpriseRow],
);
export type EnterpriseRecord = ResultOf<typeof enterprisesDocument>['enterprises']['nodes'][number];

export const enterpriseDocument = graphql(
  `query Enterprise($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) {
      position ...EnterpriseRow kind { zh en } contact { name phone email } moves { division { ...Division } on }
      contactChanges { ...ContactChange }
      bankAccounts { ...BankAccountChange } accountSharedWith
      lookAlikes { ...EnterpriseRow }
      moveProposals {
        id standing from { ...Division } division { ...Division } on corrects isMine opensUntil reason
      }
      formerNames { name until } closure { how on successors { uscc name } } predecessors { uscc name }
      changeProposals { id standing kind on corrects { change on } isUndone name successors isMine opensUntil }
    }
    registration(uscc: $uscc, asOf: $asOf) {
      uscc
      proposals { id standing name division { ...Division } licence { number issuedOn } isMine opensUntil reason }
    }
  }`,
  [enterpriseRow, division, contactChange, bankAccountChange],
);
export type Enterprise = NonNullable<ResultOf<typeof enterpriseDocument>['enterprise']>;
export type MoveProposal = Enterprise['moveProposals'][number];
export type ChangeProposal = Enterprise['changeProposals'][number];
export type Registration = NonNullable<ResultOf<typeof enterpriseDocument>['registration']>;
export type RegistrationProposal = Registration['proposals'][number];

/** What those may read whose open work needs it; each reading is on record. */
export const contactsDocument = graphql(
  `query Contacts($uscc: ID!) {
    contacts(uscc: $uscc) {
      ... on Contacts { contacts { proposal name phone email standing replacedOn } } ...Refusal
    }
  }`,
  [refusal],
);

/** The whole number, for those whose open work needs it; each reading is on record. */
export const accountNumberDocument = graphql(
  `query AccountNumber($uscc: ID!, $proposal: ID!) {
    accountNumber(uscc: $uscc, proposal: $proposal) { ... on AccountNumber { holder number } ...Refusal }
  }`,
  [refusal],
);

/** The account of an enterprise and what is under way with it, where a payment is instructed. */
export const payeeAccountDocument = graphql(
  `query PayeeAccount($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) { accountSharedWith bankAccounts { ...BankAccountChange } }
  }`,
  [bankAccountChange],
);

export const openProposalsDocument = graphql(
  'query OpenProposals($asOf: AsOf) { openProposals(asOf: $asOf) { proposal kind uscc name proposedOn opensUntil isMine } }',
);

export const enterpriseClaimsDocument = graphql(
  `query EnterpriseClaims($uscc: ID!, $first: Int!, $after: String, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) {
      claims(first: $first, after: $after) { nodes { ...ClaimRow } ${connectionFields} }
    }
  }`,
  [claimRow],
);

export const enterpriseTotalsDocument = graphql(
  `query EnterpriseTotals($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) { totals { ...YearlyTotal } inherited { ...InheritedTotal } }
  }`,
  [yearlyTotal, inheritedTotal],
);

/** Which proposal of which enterprise. */
export type OnProposal = AboutProposal<'ACCOUNT' | 'CONTACT'>;
export type GiveNotice = CommandInput<'GiveNoticeInput'>;

const changedEnterprise = graphql('fragment ChangedEnterprise on Enterprise { uscc name }');
export type ChangedEnterprise = ResultOf<typeof changedEnterprise>;

/** With those whose names are easily taken for its own: the clerk compares them at once. */
const registeredEnterprise = graphql('fragment RegisteredEnterprise on Enterprise { uscc name lookAlikes { uscc } }');

export const registerEnterprise = command('registerEnterprise', registeredEnterprise);

const changedRegistration = graphql('fragment ChangedRegistration on Registration { uscc proposals { name } }');

export const proposeRegistration = command('proposeRegistration', changedRegistration);
/** The answers to a registration with a licence. */
export const registrationAnswers = answerCommands('REGISTRATION', changedRegistration);

export const proposeContactChange = command('proposeContactChange', changedEnterprise);
export const giveContactNotice = command('giveContactNotice', changedEnterprise, 'GiveNoticeInput');
/** The answers to a proposed contact. */
export const contactAnswers = answerCommands('CONTACT', changedEnterprise);
export const eraseContact = editOf('eraseContact', changedEnterprise, 'uscc', 'ID');

export const proposeMove = command('proposeMove', changedEnterprise);
/** The answers to a proposed move. */
export const moveAnswers = answerCommands('MOVE', changedEnterprise);

export const proposeEnterpriseChange = command('proposeEnterpriseChange', changedEnterprise);
export const proposeChangeCorrection = command('proposeChangeCorrection', changedEnterprise);
/** The answers to a proposed change, or to the correction of one. */
export const changeAnswers = answerCommands('CHANGE', changedEnterprise);

export const proposeAccountChange = command('proposeAccountChange', changedEnterprise);
export const giveAccountNotice = command('giveAccountNotice', changedEnterprise, 'GiveNoticeInput');
/** The answers to a proposed account. */
export const accountAnswers = answerCommands('ACCOUNT', changedEnterprise);
