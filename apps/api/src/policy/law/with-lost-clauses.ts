import type { Article, Policy } from '@duixian/policy';

/**
 * A version with the clauses that others of the policy have and it has not, each as the first of `others` has it. What is
 * on record names them for ever.
 */
export function withLostClauses(policy: Policy, others: readonly Policy[]): Policy {
  const has = new Set(policy.articles.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const lost: Article[] = [];
  for (const article of others.flatMap(({ articles }) => articles)) {
    const clauses = article.clauses.filter(({ id }) => !has.has(id));
    for (const { id } of clauses) has.add(id);
    if (clauses.length > 0) lost.push({ ...article, clauses });
  }
  return lost.length === 0 ? policy : { ...policy, articles: [...policy.articles, ...lost] };
}
