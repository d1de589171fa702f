import { z } from 'zod';
import { command } from '../../api/command.js';
import { graphql } from '../../api/document.js';
import { bilingual, money } from '../../api/shapes.js';
import { proposalStanding } from '../../enterprises/change-shapes.js';

const notice = z.object({
  policy: z.string(),
  kind: z.enum(['NEW_VERSION', 'PROPOSED', 'FOLDER_GONE', 'VERSION_MISSED']),
  message: bilingual,
});
export type PolicyNotice = z.infer<typeof notice>;
export const policyNotice = notice;
export const policyNoticeFields = 'policy kind message { zh en }';

const proposal = z.object({
  id: z.string(),
  standing: proposalStanding,
  from: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: z.string(),
  opensUntil: z.string(),
  answeredBy: z.string().nullable(),
  answeredOn: z.string().nullable(),
  refusedBecause: z.string().nullable(),
  isMine: z.boolean(),
});
export type VersionProposal = z.infer<typeof proposal>;

const version = z.object({
  version: z.string(),
  standing: z.enum(['IN_FORCE', 'SCHEDULED', 'FORMER', 'NEW', 'MISSING']),
  recordedOn: z.string().nullable(),
  from: z.string().nullable(),
  inFolder: z.boolean(),
  claims: z.number().nullable(),
  proposal: proposal.nullable(),
});
export type PolicyVersion = z.infer<typeof version>;

const versions = z.object({
  policy: z.string(),
  versions: z.array(version),
  notices: z.array(notice),
  isMyOffice: z.boolean(),
});
export type PolicyVersions = z.infer<typeof versions>;

export const policyVersionsDocument = graphql<{ policy: string }>()(
  `query PolicyVersions($policy: ID!) {
    policy(id: $policy) { id title { zh en } from }
    policyVersions(policy: $policy) {
      policy isMyOffice notices { ${policyNoticeFields} }
      versions {
        version standing recordedOn from inFolder claims
        proposal { id standing from reason proposedBy proposedOn opensUntil answeredBy answeredOn refusedBecause isMine }
      }
    }
  }`,
  z.object({
    policy: z.object({ id: z.string(), title: bilingual, from: z.string() }).nullable(),
    policyVersions: versions.nullable(),
  }),
);

const line = z.object({
  number: z.number(),
  parts: z.array(z.object({ text: z.string(), marked: z.boolean() })),
});
export type ComparedLine = z.infer<typeof line>;

const place = z.object({
  rows: z.array(z.object({ before: line.nullable(), after: line.nullable(), differs: z.boolean() })),
});
export type ComparedPlace = z.infer<typeof place>;

const places = 'rows { differs before { number parts { text marked } } after { number parts { text marked } } }';

export const versionComparisonDocument = graphql<{ policy: string; before: string; after: string }>()(
  `query PolicyVersionComparison($policy: ID!, $before: String!, $after: String!) {
    policyVersionComparison(policy: $policy, before: $before, after: $after) { text { ${places} } rules { ${places} } }
  }`,
  z.object({
    policyVersionComparison: z.object({ text: z.array(place), rules: z.array(place) }).nullable(),
  }),
);

const effect = z.object({
  claim: z.object({ id: z.string(), measure: z.object({ title: bilingual }), occurredOn: z.string() }),
  isDetermined: z.boolean(),
  before: money.nullable(),
  after: money.nullable(),
  why: bilingual.nullable(),
});
export type VersionEffect = z.infer<typeof effect>;

export interface EffectsAsked {
  policy: string;
  version: string;
  from: string;
  after: string | null;
}

export const versionEffectsDocument = graphql<EffectsAsked>()(
  `query PolicyVersionEffects($policy: ID!, $version: String!, $from: Date!, $after: ID) {
    policyVersionEffects(policy: $policy, version: $version, from: $from, after: $after) {
      compared total next
      effects { isDetermined before after why { zh en } claim { id occurredOn measure { title { zh en } } } }
    }
  }`,
  z.object({
    policyVersionEffects: z
      .object({ compared: z.number(), total: z.number(), next: z.string().nullable(), effects: z.array(effect) })
      .nullable(),
  }),
);

const toVersions = { type: 'PolicyVersions', fields: 'policy', value: z.object({ policy: z.string() }) };

export interface OnVersionProposal {
  policy: string;
  proposal: string;
}

export const proposePolicyVersion = command<{ policy: string; version: string; from: string; reason: string }>()(
  'proposePolicyVersion',
  toVersions,
);
export const agreePolicyVersion = command<OnVersionProposal>()(
  'agreePolicyVersion',
  toVersions,
  'PolicyVersionProposalInput',
);
export const withdrawPolicyVersion = command<OnVersionProposal>()(
  'withdrawPolicyVersion',
  toVersions,
  'PolicyVersionProposalInput',
);
export const refusePolicyVersion = command<OnVersionProposal & { reason: string }>()('refusePolicyVersion', toVersions);
