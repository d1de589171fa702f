import { Injectable } from '@nestjs/common';
import { Answer } from '../../command/answer.js';
import type { Outcome } from '../../command/outcome.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { PolicyBooks } from '../law/policy-books.js';
import { PolicyVersionList } from './list/policy-version-list.js';
import type { PolicyVersions } from './policy-version.type.js';

export type PolicyVersionsOrRefusal = PolicyVersions | Refusal;

/** Answers a mutation with the versions as they stand after it. */
@Injectable()
export class PolicyVersionAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly books: PolicyBooks,
    private readonly list: PolicyVersionList,
  ) {}

  to(context: GraphqlContext, policy: string, outcome: Outcome): Promise<PolicyVersionsOrRefusal> {
    const user = userOf(context);
    return this.answer.to(context, outcome, async () => {
      await this.books.refresh(user.tenant, policy);
      return this.list.of(user, policy);
    });
  }
}
