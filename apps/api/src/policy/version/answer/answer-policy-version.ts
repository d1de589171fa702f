import { decideVersionAnswer, policyStream, type CaseworkDecision } from '@duixian/casework';
import type { AnswerTo } from '@duixian/casework/proposals';
import { Injectable } from '@nestjs/common';
import { proposalAnswers, type AnswerDecision } from '../../../command/proposal-answers.js';
import type { Records } from '../../../command/records.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { PolicyVersionAnswer } from '../policy-version-answer.js';
import { PolicyVersionResult } from '../policy-version.result.js';

@Injectable()
class VersionDecision implements AnswerDecision<'POLICY_VERSION'> {
  constructor(
    private readonly books: PolicyBooks,
    private readonly law: Law,
  ) {}

  async decide(records: Records, command: AnswerTo<'POLICY_VERSION'>): Promise<CaseworkDecision> {
    const { tenant, policy, actor } = command;
    await this.books.refresh(tenant, policy);
    const book = this.books.book(tenant, policy);
    records.saw(policyStream(policy), book.length);
    const division = this.law.policy(tenant, policy)?.division ?? actor.division;
    return decideVersionAnswer({ command, book, division });
  }
}

export const policyVersionAnswers = proposalAnswers('POLICY_VERSION', {
  name: 'answerPolicyVersion',
  decision: VersionDecision,
  result: () => PolicyVersionResult,
  by: PolicyVersionAnswer,
  shown: (by, context, { policy }, outcome) => by.to(context, policy, outcome),
});
