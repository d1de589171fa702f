import { isPayable, type Policy } from './policy.js';

/** How the clauses of one document are accounted for. */
export interface PolicyCoverage {
  policy: Policy;
  articles: number;
  clauses: number;
  /** Grants and loan limits. */
  payable: number;
  referral: number;
  nonMonetary: number;
}

/** A gap cannot be here: a document with an unlisted article or amount does not load. */
export interface Coverage {
  policies: PolicyCoverage[];
}

export function coverageOf(policies: readonly Policy[]): Coverage {
  return { policies: policies.map(policyCoverage) };
}

function policyCoverage(policy: Policy): PolicyCoverage {
  const clauses = policy.articles.flatMap((article) => article.clauses);
  return {
    policy,
    articles: policy.articles.length,
    clauses: clauses.length,
    payable: clauses.filter(isPayable).length,
    referral: clauses.filter(({ kind }) => kind === 'referral').length,
    nonMonetary: clauses.filter(({ kind }) => kind === 'non-monetary').length,
  };
}
