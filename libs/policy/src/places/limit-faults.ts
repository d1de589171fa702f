import type { LoadedCity } from '../load/load-city.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Fault, Path } from '../load/problem.js';
import { isPayable, type Policy } from '../policy.js';
import { cityOf } from './time-limits.js';

/**
 * What is wrong with the time limits of a city and the rules of its windows: names that nothing has, and what is said twice.
 *
 * @param isElsewhere whether a document may be on record though it is not among them.
 */
export function limitFaults(
  city: LoadedCity,
  policies: readonly Policy[],
  isElsewhere: (policy: string) => boolean,
): Fault[] {
  const names = namesOf(policies);
  const isKnown = (name: string): boolean => names.has(name) || isElsewhere(name.split('/', 1)[0] ?? '');
  const { limits = [], mayFollow = [] } = city;
  return [
    ...namingFaults('limits', limits, names, isKnown),
    ...stepFaults(city),
    ...superiorFaults(city),
    ...namingFaults('mayFollow', mayFollow, names, isKnown),
    ...kindFaults(city, policies),
  ];
}

/** Rules that name what nothing is called, or the same twice from one day. */
function namingFaults(
  word: 'limits' | 'mayFollow',
  rules: readonly { readonly for?: readonly string[] | undefined; readonly from?: string | undefined }[],
  names: ReadonlySet<string>,
  isKnown: (name: string) => boolean,
): Fault[] {
  const taken = new Set<string>();
  return rules.flatMap((rule, index): Fault[] => {
    const at = (...words: Path): Path => [word, index, ...words];
    const faults: Fault[] = [];
    (rule.for ?? []).forEach((name, place) => {
      if (!isKnown(name)) faults.push({ path: at('for', place), message: unknownName(name, names) });
    });
    for (const name of rule.for ?? ['']) {
      const key = `${name} ${rule.from ?? ''}`;
      if (taken.has(key)) faults.push({ path: rule.for === undefined ? at() : at('for'), message: twice(name) });
      taken.add(key);
    }
    return faults;
  });
}

function stepFaults({ limits = [] }: LoadedCity): Fault[] {
  return limits.flatMap((rule, index): Fault[] => {
    const steps = (rule.steps ?? []).flatMap(({ of }, place) => of.map((step) => ({ step, place })));
    return [...steps.entries()].flatMap(([order, { step, place }]): Fault[] => {
      const isTwice = steps.slice(0, order).some((other) => other.step === step);
      return isTwice ? [{ path: ['limits', index, 'steps', place, 'of'], message: stepTwice(step) }] : [];
    });
  });
}

/** A rule for one clause that lets papers follow which the clause does not ask for. */
function kindFaults({ mayFollow = [] }: LoadedCity, policies: readonly Policy[]): Fault[] {
  return mayFollow.flatMap((rule, index): Fault[] =>
    (rule.for ?? []).flatMap((name): Fault[] => {
      const [policy, clause] = name.split('/');
      const found = policies
        .find(({ id }) => id === policy)
        ?.articles.flatMap(({ clauses }) => clauses)
        .find(({ id }) => id === clause);
      if (found === undefined || !isPayable(found)) return [];
      const asked = found.evidence ?? [];
      return rule.kinds.flatMap((kind, place): Fault[] =>
        asked.includes(kind)
          ? []
          : [{ path: ['mayFollow', index, 'kinds', place], message: notAsked(kind, name, asked) }],
      );
    }),
  );
}

function superiorFaults({ city, superiors = [] }: LoadedCity): Fault[] {
  return superiors.flatMap(({ office, department, of = null }, index): Fault[] => {
    const at = (word: string): Path => ['superiors', index, word];
    if (department !== undefined && office !== 'reviewer') return [{ path: at('department'), message: NO_DEPARTMENT }];
    if (of !== null && cityOf(of) !== city) return [{ path: at('of'), message: elsewhere(of, city) }];
    const isTaken = superiors
      .slice(0, index)
      .some((other) => other.office === office && other.department === department && (other.of ?? null) === of);
    return isTaken ? [{ path: at('office'), message: SUPERIOR_TWICE }] : [];
  });
}

function namesOf(policies: readonly Policy[]): ReadonlySet<string> {
  const clauses = policies.flatMap((policy) =>
    policy.articles.flatMap((article) => article.clauses.map((clause) => `${policy.id}/${clause.id}`)),
  );
  return new Set([...policies.map(({ id }) => id), ...clauses]);
}

function unknownName(name: string, names: ReadonlySet<string>): Fault['message'] {
  const nearest = nearestWord(name, names);
  return {
    zh: `没有政策或条款“${name}”：${nearest === undefined ? '请写 policies 中的文件夹名或“文件夹名/条款号”' : `是否应为“${nearest}”？`}`,
    en: `There is no policy or clause '${name}': ${nearest === undefined ? "write a folder's name, or 'folder/clause'" : `is '${nearest}' meant?`}`,
  };
}

function twice(name: string): Fault['message'] {
  return {
    zh: `${name === '' ? '其余条款' : `“${name}”`}已有自同一日起的规定：请合并，或另写 from`,
    en: `There is a rule for ${name === '' ? 'all others' : `'${name}'`} from the same day already: make one of the two, or write another 'from'`,
  };
}

function notAsked(kind: string, clause: string, asked: readonly string[]): Fault['message'] {
  return {
    zh: `条款${clause}不要求 ${kind}，无从后补：它要求 ${asked.join('、') || '无'}`,
    en: `${clause} does not ask for ${kind}, so that none can follow: it asks for ${asked.join(', ') || 'nothing'}`,
  };
}

function stepTwice(step: string): Fault['message'] {
  return {
    zh: `环节 ${step} 的时限写了两次：一个环节只有一个时限`,
    en: `The step ${step} has two limits: leave one of them`,
  };
}

function elsewhere(of: string, city: string): Fault['message'] {
  return {
    zh: `${of}不属于本市（${city}）：请写本市县（市、区）的代码，市级岗位不写 of`,
    en: `${of} does not lie in this city, ${city}: write the code of one of its counties, and leave 'of' out for the city's own offices`,
  };
}

const NO_DEPARTMENT: Fault['message'] = {
  zh: '只有审核（reviewer）按部门写上级：请删除 department，或改 office: reviewer',
  en: "Only reviewers report by department: remove 'department', or write office: reviewer",
};
const SUPERIOR_TWICE: Fault['message'] = {
  zh: '该岗位已写有上级：一个岗位（部门）只写一人',
  en: 'Somebody is named for this office already: name one person for each',
};
