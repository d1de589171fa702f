import { command } from '../../api/command.js';
import { type ResultOf, type VariablesOf, graphql } from '../../api/graphql.js';
import { answerCommands } from '../../ui/answers.js';

export const policyNotice = graphql('fragment PolicyNotice on PolicyNotice { policy kind message { zh en } }');
export type PolicyNotice = ResultOf<typeof policyNotice>;

export const policyVersionsDocument = graphql(
  `query PolicyVersions($policy: ID!) {
    policy(id: $policy) { id title { zh en } from }
    policyVersions(policy: $policy) {
      policy isMyOffice notices { ...PolicyNotice }
      versions {
        version standing recordedOn from inFolder claims
        proposal {
          id standing from reason proposedBy proposedOn opensUntil answeredBy answeredOn refusedBecause isMine
        }
      }
    }
  }`,
  [policyNotice],
);
export type PolicyVersions = NonNullable<ResultOf<typeof policyVersionsDocument>['policyVersions']>;
export type PolicyVersion = PolicyVersions['versions'][number];
export type VersionProposal = NonNullable<PolicyVersion['proposal']>;

const place = graphql(`
  fragment ComparedPlace on ComparedPlace {
    rows { differs before { number parts { text marked } } after { number parts { text marked } } }
  }
`);
export type ComparedPlace = ResultOf<typeof place>;
export type ComparedLine = NonNullable<ComparedPlace['rows'][number]['before']>;

export const versionComparisonDocument = graphql(
  `query PolicyVersionComparison($policy: ID!, $before: String!, $after: String!) {
    policyVersionComparison(policy: $policy, before: $before, after: $after) {
      text { ...ComparedPlace } rules { ...ComparedPlace }
    }
  }`,
  [place],
);

export const versionEffectsDocument = graphql(`
  query PolicyVersionEffects($policy: ID!, $version: String!, $from: Date!, $after: ID) {
    policyVersionEffects(policy: $policy, version: $version, from: $from, after: $after) {
      compared total next
      effects { isDetermined before after why { zh en } claim { id occurredOn measure { title { zh en } } } }
    }
  }
`);
export type EffectsAsked = VariablesOf<typeof versionEffectsDocument>;
type Effects = NonNullable<ResultOf<typeof versionEffectsDocument>['policyVersionEffects']>;
export type VersionEffect = Effects['effects'][number];

const changedVersions = graphql('fragment ChangedVersions on PolicyVersions { policy }');

export const proposePolicyVersion = command('proposePolicyVersion', changedVersions);
export const versionAnswers = answerCommands('POLICY_VERSION', changedVersions);
