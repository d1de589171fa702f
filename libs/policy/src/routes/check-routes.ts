import { moneyConstant } from '../compile/values.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Fault, Path } from '../load/problem.js';
import type { Places } from '../places/places.js';
import { isPayable, type Measure, type Policy } from '../policy.js';
import type { OfficeRule, WrittenRoute, WrittenStep } from '../schema/route.js';
import { countyDepartment, isUpTo } from './resolve.js';

/** 相关县（市）区人民政府, 市直各有关部门: nobody's name. */
const NOBODY = /^相关|各|有关|人民政府|管委会/u;

/** What is wrong with a table that its schema cannot see: clauses, offices and payers that are not there. */
export function routeFaults(routes: readonly WrittenRoute[], policy: Policy, places: Places): Fault[] {
  const context = { policy, places, departments: departmentsOf(policy, places) };
  return [
    ...clauseFaults(routes, policy),
    ...routes.flatMap((route, index) => [
      ...keyFaults(route, ['routes', index]),
      ...stepsOf(route, ['routes', index]).flatMap(({ step, path }) => stepFaults(step, route, path, context)),
      ...collectiveFaults(route, ['routes', index], policy),
    ]),
  ];
}

interface Context {
  readonly policy: Policy;
  readonly places: Places;
  /** Names of the departments of the policy's division that the document or the city's file names. */
  readonly departments: ReadonlySet<string>;
}

function departmentsOf({ articles, division }: Policy, places: Places): ReadonlySet<string> {
  const named = articles.flatMap(({ clauses }) =>
    clauses.flatMap(({ departments }) => [departments.lead, ...(departments.with ?? [])]),
  );
  return new Set([...named, ...places.departments.of(division).map(({ name }) => name)]);
}

function measuresOf({ clauses }: WrittenRoute, policy: Policy): Measure[] {
  return policy.articles.flatMap((article) =>
    article.clauses
      .filter(({ id }) => clauses.includes(id))
      .map((clause) => ({ id: `${policy.id}/${clause.id}`, policy, article, clause })),
  );
}

function stepsOf({ stages }: WrittenRoute, base: Path): { step: WrittenStep; path: Path }[] {
  return stages.flatMap(({ steps }, stage) =>
    steps.map((step, index) => ({ step, path: [...base, 'stages', stage, 'steps', index] })),
  );
}

/** A clause that takes claims, and one route for it on each day. */
function clauseFaults(routes: readonly WrittenRoute[], { articles }: Policy): Fault[] {
  const payable = articles.flatMap(({ clauses }) => clauses.filter(isPayable).map(({ id }) => id));
  const seen = new Set<string>();
  return routes.flatMap(({ clauses, from }, route) =>
    clauses.flatMap((clause, index): Fault[] => {
      const path: Path = ['routes', route, 'clauses', index];
      const key = `${clause} ${from}`;
      const isSecond = seen.has(key);
      seen.add(key);
      if (!payable.includes(clause)) return [{ path, message: noClause(clause, payable) }];
      return isSecond ? [{ path, message: secondRoute(clause, from) }] : [];
    }),
  );
}

function noClause(clause: string, payable: readonly string[]): Fault['message'] {
  const nearest = nearestWord(clause, payable) ?? payable.join(', ');
  return {
    zh: `本政策没有可以申报的条款“${clause}”：是否应为 ${nearest}？`,
    en: `The policy has no clause '${clause}' that takes claims: is ${nearest} meant?`,
  };
}

function secondRoute(clause: string, from: string): Fault['message'] {
  return {
    zh: `条款${clause}自${from}起已有一条办理路线：删去其中一条，或改写起始日期（from）`,
    en: `Clause ${clause} already has a route from ${from} on: remove one of them, or write another first day (from)`,
  };
}

function keyFaults(route: WrittenRoute, base: Path): Fault[] {
  const seen = new Set<string>();
  return stepsOf(route, base).flatMap(({ step: { key }, path }): Fault[] => {
    const isSecond = seen.has(key);
    seen.add(key);
    if (!isSecond) return [];
    const message = {
      zh: `步骤代号“${key}”在同一路线中用了两次：请换一个`,
      en: `Two steps of the route have the key '${key}': give one of them another`,
    };
    return [{ path: [...path, 'key'], message }];
  });
}

function stepFaults(
  { kind, office, passMark, when = [] }: WrittenStep,
  route: WrittenRoute,
  path: Path,
  context: Context,
): Fault[] {
  const atOffice = [...path, 'office'];
  return [
    ...officeFaults(office, route, context).map((message) => ({ path: atOffice, message })),
    ...(passMark === undefined || kind === 'panel' ? [] : [{ path: [...path, 'passMark'], message: NO_SCORES }]),
    ...when.flatMap(({ amountFrom, amountBelow }, index): Fault[] =>
      amountFrom !== undefined && amountBelow !== undefined && moneyConstant(amountFrom) >= moneyConstant(amountBelow)
        ? [{ path: [...path, 'when', index, 'amountFrom'], message: noAmount(amountFrom, amountBelow) }]
        : [],
    ),
  ];
}

const NO_SCORES: Fault['message'] = {
  zh: '只有专家评审（kind: panel）有评分：删去 passMark，或改为 kind: panel',
  en: 'Only a panel (kind: panel) scores: remove passMark, or write kind: panel',
};

function noAmount(from: string, below: string): Fault['message'] {
  return {
    zh: `没有不少于${from}元而又低于${below}元的金额：请改写 amountFrom 或 amountBelow`,
    en: `No amount is at least ${from} and below ${below} yuan: correct amountFrom or amountBelow`,
  };
}

function officeFaults(office: OfficeRule, route: WrittenRoute, context: Context): Fault['message'][] {
  const { policy, places, departments } = context;
  if (office === 'lead' || office === 'finance-of-payers') return [];
  const measures = measuresOf(route, policy);
  if (office === 'co') return measures.flatMap(othersFaults);
  if ('county' in office) {
    return [...measures.flatMap(sharedFaults), ...countyFaults(office.county, route.from, policy, places)];
  }
  const { department, division } = office;
  if (division !== undefined && !places.has(division)) return [noDivision(division)];
  if ((division ?? policy.division) !== policy.division || departments.has(department)) return [];
  return [noDepartment(department, departments)];
}

/** Every other department of the clause is somebody. */
function othersFaults({ clause }: Measure): Fault['message'][] {
  const others = clause.departments.with ?? [];
  if (others.length === 0) {
    return [
      {
        zh: `条款${clause.id}没有配合部门（departments.with）：写明部门 { department: … }，或删去此步骤`,
        en: `Clause ${clause.id} names no other departments (departments.with): name one as { department: … }, or remove the step`,
      },
    ];
  }
  return others
    .filter((name) => NOBODY.test(name))
    .map((name) => ({
      zh: `条款${clause.id}的“${name}”不是某一个部门：逐一写明部门 { department: … }，县级写 { county: 工信局 }`,
      en: `'${name}' of clause ${clause.id} is no one department: name each as { department: … }, and those of counties as { county: 工信局 }`,
    }));
}

function sharedFaults({ clause }: Measure): Fault['message'][] {
  if (clause.kind === 'grant' && clause.split !== undefined) return [];
  return [
    {
      zh: `条款${clause.id}没有县级分担（split），没有出资的县：删去此步骤，或写明部门 { department: …, division: … }`,
      en: `No county shares clause ${clause.id} (split): remove the step, or name the department as { department: …, division: … }`,
    },
  ];
}

function countyFaults(department: string, from: string, policy: Policy, places: Places): Fault['message'][] {
  const counties = places.countiesOf(policy.division, from);
  const without = counties.filter(({ code }) => countyDepartment(places, code, department, from) === null);
  return without.map(({ code, name }) => ({
    zh: `出资的${name}（${code}）在此路线中没有办理部门：其名称看不出级别，请改用 { department: …, division: '${code}' }`,
    en: `The route has no office for ${name} (${code}), which pays: its name shows no level, so write { department: …, division: '${code}' }`,
  }));
}

function noDivision(division: string): Fault['message'] {
  return {
    zh: `没有行政区划“${division}”：请核对六位代码`,
    en: `There is no division '${division}': check the six digits`,
  };
}

function noDepartment(department: string, departments: ReadonlySet<string>): Fault['message'] {
  const nearest = nearestWord(department, departments);
  return {
    zh: `文件和市级部门名单中都没有“${department}”：${nearest === undefined ? '请先在 cities 的部门名单中列出' : `是否应为“${nearest}”？`}`,
    en: `Neither the document nor the city's departments name ${department}: ${nearest === undefined ? 'list it in the file of the city first' : `is ${nearest} meant?`}`,
  };
}

/** 最高、不超过: the amount is somebody's choice, so that a meeting always decides on it. */
function collectiveFaults(route: WrittenRoute, base: Path, policy: Policy): Fault[] {
  const upTo = measuresOf(route, policy).find(isUpTo);
  if (upTo === undefined) return [];
  const isAlways = ({ kind, when }: WrittenStep): boolean =>
    kind === 'collective' &&
    (when === undefined || when.some((each) => each.upTo === true && Object.keys(each).length === 1));
  if (stepsOf(route, base).some(({ step }) => isAlways(step))) return [];
  const message = {
    zh: `条款${upTo.clause.id}的金额由部门提出（最高、不超过），须经集体研究：加一个 kind: collective 的步骤，不设条件或写 when: [{ upTo: true }]`,
    en: `The department states the amount of clause ${upTo.clause.id} (up to), which a meeting decides on: add a step of kind collective, without a condition or with when: [{ upTo: true }]`,
  };
  return [{ path: [...base, 'stages'], message }];
}
