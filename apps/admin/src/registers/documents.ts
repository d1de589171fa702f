import { command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type ResultOf, graphql } from '../api/graphql.js';
import { answerCommands } from '../ui/answers.js';

const edition = graphql(`
  fragment RegisterEdition on RegisterEdition {
    id register no title authority document url publishedOn validUntil standing fileName fileHash
    openedBy { username displayName } openedOn opensUntil answeredBy { username displayName } answeredOn refusedBecause
    isMine partsRead rows refused
  }
`);
export type RegisterEdition = ResultOf<typeof edition>;

const register = graphql(
  `fragment Register on Register {
    id name { zh en } source asked years keptBy { zh en } clearedBy { zh en } isMine
  }`,
);
export type Register = ResultOf<typeof register>;

export const registersDocument = graphql(
  `query Registers($asOf: AsOf) {
    registers(asOf: $asOf) {
      ...Register editions { ...RegisterEdition } inForce { id no publishedOn authority rows }
    }
  }`,
  [register, edition],
);
export type RegisterWithEditions = ResultOf<typeof registersDocument>['registers'][number];

export const editionDocument = graphql(
  `query RegisterEdition($register: ID!, $id: ID!, $asOf: AsOf) {
    registerEdition(register: $register, id: $id, asOf: $asOf) {
      ...RegisterEdition comparison { added kept gone }
    }
    registers(asOf: $asOf) { ...Register }
  }`,
  [register, edition],
);

export const registerRowsDocument = graphql(
  `query RegisterRows($first: Int!, $after: String, $filter: RegisterRowFilter!, $asOf: AsOf) {
    registerRows(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes {
        row uscc name matter decision decidedOn until
        clearings { by { username displayName } on ground { zh en } reason }
      }
      ${connectionFields}
    }
  }`,
);
export type RegisterRow = ResultOf<typeof registerRowsDocument>['registerRows']['nodes'][number];

export const registerPreviewDocument = graphql(
  `query RegisterPreview($input: RegisterPreviewInput!) {
    registerPreview(input: $input) { taken refused known enterprises problems { line column message { zh en } } }
  }`,
);
export type RegisterPreview = NonNullable<ResultOf<typeof registerPreviewDocument>['registerPreview']>;

const exclusion = graphql(
  `fragment Exclusion on Exclusion {
    isHolding until
    register { id name { zh en } clearedBy { zh en } mayClear grounds { id name { zh en } } }
    edition { id no authority document url publishedOn }
    row { row uscc name matter decision decidedOn clearings { by { username displayName } on ground { zh en } reason } }
  }`,
);
export type Exclusion = ResultOf<typeof exclusion>;

export const exclusionsOfClaimDocument = graphql(
  'query ExclusionsOfClaim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { exclusions { ...Exclusion } } }',
  [exclusion],
);

export const exclusionsOfEnterpriseDocument = graphql(
  `query ExclusionsOfEnterprise($uscc: ID!, $asOf: AsOf) {
    enterprise(uscc: $uscc, asOf: $asOf) { exclusions { ...Exclusion } }
  }`,
  [exclusion],
);

const changedEdition = graphql('fragment ChangedEdition on RegisterEdition { id partsRead }');
const clearedRow = graphql('fragment ClearedRow on RegisterRow { row }');

export const openRegisterEdition = command('openRegisterEdition', changedEdition);
export const readRegisterRows = command('readRegisterRows', changedEdition);
export const proposeRegisterEdition = command('proposeRegisterEdition', changedEdition, 'OfEditionInput');
export const clearExclusion = command('clearExclusion', clearedRow);

/** The answers to an edition that is proposed. */
export const editionAnswers = answerCommands('REGISTER_EDITION', changedEdition);
