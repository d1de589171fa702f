import { z } from 'zod';
import { graphql } from '../api/document.js';
import { bilingual, division, divisionFields } from '../api/shapes.js';
import { assessment, assessmentFields } from './assessment/shapes.js';
import { interpretation, measure, measureFields, measureKind } from './measure/shapes.js';

const policyHeadFields = `id title { zh en } documentNumber issuer { zh en } division { ${divisionFields} }
  signedOn from to overlapRule version`;

const policyHead = z.object({
  id: z.string(),
  title: bilingual,
  documentNumber: z.string().nullable(),
  issuer: bilingual,
  division,
  signedOn: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  overlapRule: z.string().nullable(),
  version: z.string(),
});
export type PolicyHead = z.infer<typeof policyHead>;

const coverage = z.object({
  policy: z.object({ id: z.string() }),
  articles: z.number(),
  clauses: z.number(),
  payable: z.number(),
  referral: z.number(),
  nonMonetary: z.number(),
});
export type Coverage = z.infer<typeof coverage>;

export const policiesDocument = graphql()(
  `query Policies {
    policies { ${policyHeadFields} }
    coverage { policy { id } articles clauses payable referral nonMonetary }
  }`,
  z.object({ policies: z.array(policyHead), coverage: z.array(coverage) }),
);

const policy = policyHead.extend({
  text: z.string(),
  interpretations: z.array(interpretation),
  articles: z.array(z.object({ number: z.string(), heading: z.string(), clauses: z.array(measure) })),
});
export type Policy = z.infer<typeof policy>;

export const policyDocument = graphql<{ id: string }>()(
  `query Policy($id: ID!) {
    policy(id: $id) {
      ${policyHeadFields} text
      interpretations { quotes taken { zh en } other { zh en } why { zh en } }
      articles { number heading clauses { ${measureFields} } }
    }
  }`,
  z.object({ policy: policy.nullable() }),
);

/** The clauses by name, for choosing one. */
const measureChoice = z.object({
  id: z.string(),
  clauseId: z.string(),
  title: bilingual,
  kind: measureKind,
  payable: z.boolean(),
  takesClaims: z.boolean(),
  claimedUntil: z.string().nullable(),
  policy: z.object({
    id: z.string(),
    tenant: z.string(),
    title: bilingual,
    documentNumber: z.string().nullable(),
    division,
  }),
});
export type MeasureChoice = z.infer<typeof measureChoice>;

export const measureChoicesDocument = graphql()(
  `query MeasureChoices {
    measures {
      id clauseId title { zh en } kind payable takesClaims claimedUntil
      policy { id tenant title { zh en } documentNumber division { ${divisionFields} } }
    }
  }`,
  z.object({ measures: z.array(measureChoice) }),
);

const measureInPolicy = measure.extend({
  policy: z.object({
    id: z.string(),
    title: bilingual,
    documentNumber: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
  }),
});
export type MeasureInPolicy = z.infer<typeof measureInPolicy>;

export const measureDocument = graphql<{ id: string }>()(
  `query Measure($id: ID!) { measure(id: $id) { ${measureFields} policy { id title { zh en } documentNumber from to } } }`,
  z.object({ measure: measureInPolicy.nullable() }),
);

export interface SimulationInput {
  measure: string;
  year: number;
  occurredOn: string;
  division: string;
  subject: string | null;
  facts: Record<string, unknown>;
  /** The enterprise whose earlier grants count; without it there are none. */
  uscc: string | null;
}

const invalidCase = z.object({
  code: z.string(),
  message: bilingual,
  problems: z.array(z.object({ field: z.string(), message: bilingual })),
});
export type InvalidCase = z.infer<typeof invalidCase>;

const simulationResult = z.union([
  assessment.transform((found) => ({ valid: true as const, assessment: found })),
  invalidCase.transform((problem) => ({ valid: false as const, problem })),
]);

export const simulateDocument = graphql<{ input: SimulationInput }>()(
  `query Simulate($input: SimulationInput!) {
    simulate(input: $input) { ... on Assessment { ${assessmentFields} } 
      ... on InvalidCase { code message { zh en } problems { field message { zh en } } }
    }
  }`,
  z.object({ simulate: simulationResult }),
);

export const divisionsDocument = graphql<{ under: string }>()(
  `query Divisions($under: String!) { divisions(under: $under) { ${divisionFields} level from to } }`,
  z.object({
    divisions: z.array(
      division.extend({
        level: z.enum(['PROVINCE', 'PREFECTURE', 'COUNTY']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
  }),
);

/** Departments of a division, those of the past too. */
export const departmentsDocument = graphql<{ division: string }>()(
  `query Departments($division: String!) { departments(division: $division) { name from to } }`,
  z.object({
    departments: z.array(z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  }),
);
