import { Module } from '@nestjs/common';
import { policyVersionAnswers } from './answer/answer-policy-version.js';
import { PolicyVersionComparisonResolver } from './compare/policy-version-comparison.resolver.js';
import { EffectsOfVersion } from './effects/policy-version-effects.js';
import { PolicyVersionEffectsResolver } from './effects/policy-version-effects.resolver.js';
import { PolicyVersionList } from './list/policy-version-list.js';
import { PolicyVersionsResolver } from './list/policy-versions.resolver.js';
import { PolicyNotices } from './notices/policy-notices.js';
import { PolicyVersionAnswer } from './policy-version-answer.js';
import { ProposePolicyVersionHandler, ProposePolicyVersionResolver } from './steps/propose-policy-version.js';
import { PolicyStart } from './start/policy-start.js';

const handlers = [ProposePolicyVersionHandler];

const resolvers = [
  ProposePolicyVersionResolver,
  PolicyVersionsResolver,
  PolicyVersionComparisonResolver,
  PolicyVersionEffectsResolver,
];

/** The versions of documents: recorded, proposed, agreed to, compared. */
@Module({
  providers: [
    ...handlers,
    ...resolvers,
    ...policyVersionAnswers.providers,
    EffectsOfVersion,
    PolicyNotices,
    PolicyStart,
    PolicyVersionAnswer,
    PolicyVersionList,
  ],
  exports: [PolicyNotices],
})
export class PolicyVersionModule {}
