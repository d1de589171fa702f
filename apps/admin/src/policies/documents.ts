import { division } from '../api/fragments.js';
import { type InputOf, type ResultOf, graphql } from '../api/graphql.js';
import { assessment } from './assessment/fragments.js';
import { interpretation, measure } from './measure/fragments.js';

const policyHead = graphql(
  `fragment PolicyHead on Policy {
    id title { zh en } documentNumber issuer { zh en } division { ...Division } signedOn from to overlapRule
    version
  }`,
  [division],
);
export type PolicyHead = ResultOf<typeof policyHead>;

export const policiesDocument = graphql(
  `query Policies {
    policies { ...PolicyHead } coverage { policy { id } articles clauses payable referral nonMonetary }
  }`,
  [policyHead],
);
export type Coverage = ResultOf<typeof policiesDocument>['coverage'][number];

export const policyDocument = graphql(
  `query Policy($id: ID!) {
    policy(id: $id) {
      ...PolicyHead text interpretations { ...Interpretation }
      articles { number heading clauses { ...Measure } }
    }
  }`,
  [policyHead, interpretation, measure],
);
export type Policy = NonNullable<ResultOf<typeof policyDocument>['policy']>;

/** The clauses by name, for choosing one. */
export const measureChoicesDocument = graphql(
  `query MeasureChoices {
    measures {
      id clauseId title { zh en } kind payable takesClaims claimedUntil
      policy { id tenant title { zh en } documentNumber division { ...Division } }
    }
  }`,
  [division],
);
export type MeasureChoice = ResultOf<typeof measureChoicesDocument>['measures'][number];

/** A clause as it decides a matter of a day, of today where none is named. */
export const measureDocument = graphql(
  `query Measure($id: ID!, $on: Date) {
    measure(id: $id, on: $on) { ...Measure policy { id title { zh en } documentNumber from to version } }
  }`,
  [measure],
);
export type MeasureInPolicy = NonNullable<ResultOf<typeof measureDocument>['measure']>;

/** A case to reckon; without an enterprise there are no earlier grants. */
export type SimulationInput = InputOf<'SimulationInput'>;

export const simulateDocument = graphql(
  `query Simulate($input: SimulationInput!) {
    simulate(input: $input) {
      ...Assessment ... on InvalidCase { code message { zh en } problems { field message { zh en } } }
    }
  }`,
  [assessment],
);
export type InvalidCase = Extract<ResultOf<typeof simulateDocument>['simulate'], { problems: unknown }>;

export const divisionsDocument = graphql(
  'query Divisions($under: String!) { divisions(under: $under) { ...Division level from to } }',
  [division],
);

/** Departments of a division, those of the past too. */
export const departmentsDocument = graphql(
  'query Departments($division: String!) { departments(division: $division) { name from to } }',
);
