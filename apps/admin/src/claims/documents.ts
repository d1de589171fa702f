import { type CommandInput, command } from '../api/command.js';
import { connectionFields } from '../api/connection.js';
import { type InputOf, type ResultOf, graphql } from '../api/graphql.js';
import { refusal } from '../api/refusals.js';
import { claim, deadlines, objection, queuedClaim } from './fragments.js';

export const claimsDocument = graphql(
  `query Claims($first: Int!, $after: String, $filter: ClaimFilter, $sort: ClaimSort, $asOf: AsOf) {
    claims(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { ...QueuedClaim } ${connectionFields}
    }
  }`,
  [queuedClaim],
);

/** The order of work: which claims come one after the other. */
export const queueDocument = graphql(
  `query ClaimQueue($first: Int!, $after: String, $filter: ClaimFilter, $sort: ClaimSort) {
    claims(first: $first, after: $after, filter: $filter, sort: $sort) { nodes { id } ${connectionFields} }
  }`,
);

export const claimDocument = graphql(
  'query Claim($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { ...Claim } }',
  [claim],
);

export type EvidenceInput = InputOf<'EvidenceInput'>;

/** What a claim states, when it is submitted and again after it was returned. */
export type StatedClaim = Omit<CommandInput<'ResubmitClaimInput'>, 'claim' | 'answers'>;

export const changedClaim = graphql('fragment ChangedClaim on Claim { id status }');
export type ChangedClaim = ResultOf<typeof changedClaim>;

export const submitClaim = command('submitClaim', changedClaim);
export const resubmitClaim = command('resubmitClaim', changedClaim);

export const eraseObjector = command('eraseObjector', changedClaim);

/** A document of its own, since a claim with its whole file is long. */
export const objectionsDocument = graphql(
  'query ClaimObjections($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { objections { ...Objection } } }',
  [objection],
);

/** The same of its time limits. */
export const deadlinesDocument = graphql(
  'query ClaimDeadlines($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { deadlines { ...Deadlines } } }',
  [deadlines],
);

/** Who objects, for those who answer it; each reading is on record. */
export const objectorDocument = graphql(
  `query Objector($claim: ID!, $objection: ID!) {
    objector(claim: $claim, objection: $objection) { ... on Objector { kind name phone } ...Refusal }
  }`,
  [refusal],
);

/** What the public was shown of a claim on a day, and the sum of the list on which it stood. */
export const publicEntryDocument = graphql(
  `query PublicEntry($claim: ID!, $on: Date!, $asOf: AsOf) {
    publicList(on: $on, asOf: $asOf) {
      sha256 entries position
      entry(claim: $claim) { name uscc clause { zh en } amount lines { payer amount } from until office telephone }
    }
  }`,
);
