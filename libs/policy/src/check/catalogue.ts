import type { Fault } from '../load/problem.js';
import type { GrantMeasure } from '../compile/relations.js';
import type { Policy } from '../policy.js';

/** A fault, and the policy in whose file it stands. */
export interface PolicyFault extends Fault {
  readonly policy: Policy;
}

/**
 * What policies say about each other: names are taken once, and every measure referred to exists and fits.
 *
 * @param isElsewhere whether a measure may stand in a policy that is not among these.
 */
export function catalogueFaults(
  policies: readonly Policy[],
  grants: readonly GrantMeasure[],
  isElsewhere: (measure: string) => boolean,
): PolicyFault[] {
  return [...duplicatePolicies(policies), ...grants.flatMap((grant) => referenceFaults(grant, grants, isElsewhere))];
}

function duplicatePolicies(policies: readonly Policy[]): PolicyFault[] {
  return policies.flatMap((policy, index) =>
    policies.findIndex(({ id }) => id === policy.id) === index
      ? []
      : [
          {
            policy,
            path: ['policy'],
            message: { zh: `政策 ${policy.id} 重复`, en: `The policy ${policy.id} is there twice` },
          },
        ],
  );
}

function referenceFaults(
  { measure, clause }: GrantMeasure,
  grants: readonly GrantMeasure[],
  isElsewhere: (measure: string) => boolean,
): PolicyFault[] {
  const { policy } = measure;
  const place = policy.articles.indexOf(measure.article);
  const path = ['articles', place, 'clauses', measure.article.clauses.indexOf(measure.clause)];
  const faults: PolicyFault[] = [];
  for (const key of ['countyLineOf', 'matches'] as const) {
    const id = clause[key];
    if (id === undefined) continue;
    const target = grants.find((grant) => grant.measure.id === id);
    if (target === undefined && isElsewhere(id)) continue;
    if (target === undefined) faults.push({ policy, path: [...path, key], message: unknownMeasure(id) });
    else if (key === 'countyLineOf' && target.clause.split === undefined) {
      faults.push({ policy, path: [...path, key], message: notSplit(id) });
    }
  }
  const group = clause.overlap?.group;
  const disagrees = grants.some(
    (other) =>
      group !== undefined &&
      other.clause.overlap?.group === group &&
      other.clause.overlap.matter !== clause.overlap?.matter,
  );
  if (disagrees) faults.push({ policy, path: [...path, 'overlap', 'matter'], message: differentMatters(group ?? '') });
  return faults;
}

function unknownMeasure(id: string): Fault['message'] {
  return { zh: `没有可付款的措施 ${id}：请改正编号`, en: `There is no payable measure ${id}: correct the name` };
}

function notSplit(id: string): Fault['message'] {
  return { zh: `${id} 不由市、县分摊，没有县级部分`, en: `${id} is not split and has no county line` };
}

function differentMatters(group: string): Fault['message'] {
  return {
    zh: `重复组 ${group} 的各条款须以同一种方式（年度或对象）认定同一事项`,
    en: `The members of the group ${group} must agree on what the same matter is: the year or the subject`,
  };
}
