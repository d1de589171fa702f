import type { LoadedCity } from '../load/load-city.js';
import { placed } from '../load/load-policy.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Fault, Path, Problem } from '../load/problem.js';
import type { Policy } from '../policy.js';
import { isPayable } from '../policy.js';
import type { ZoneEntry } from '../schema/city.js';
import { Departments, type Department } from './departments.js';
import { isInForce, officePrefix, type Division } from './division.js';
import { limitFaults } from './limit-faults.js';
import { Places } from './places.js';
import { registerFaults } from './register-faults.js';
import { RegisterRules } from './register-rules.js';
import { LimitRules } from './time-limits.js';
import { WindowRules } from './window-rules.js';

/**
 * The divisions of the country with what cities add to them, and the departments of the documents with what cities say
 * of them.
 *
 * @param country by code, and periods of one code by day.
 * @param options.othersOnRecord whether cities may name policies that are not among them.
 */
export function compilePlaces(
  country: readonly Division[],
  cities: readonly LoadedCity[],
  policies: readonly Policy[],
  { othersOnRecord = false }: { readonly othersOnRecord?: boolean } = {},
): { places: Places } | { problems: readonly Problem[] } {
  const isElsewhere = (policy: string): boolean => othersOnRecord && !policies.some(({ id }) => id === policy);
  const printed = printedDepartments(policies);
  const problems = cities.flatMap((city) => {
    const faults = [
      ...zoneFaults(city, country),
      ...departmentFaults(city, printed),
      ...limitFaults(city, policies, isElsewhere),
      ...registerFaults(city, namesIn(city.city, printed)),
    ];
    return placed(faults, city.file, city.locate);
  });
  if (problems.length > 0) return { problems };
  const divisions = [...country, ...cities.flatMap(zonesOf)].sort((a, b) => compare(a.code, b.code));
  const departments = new Departments(departmentsOf(cities, printed), telephonesOf(cities));
  const limits = cities.map(({ city, limits: rules = [], superiors = [], takeBack = null }) => ({
    ...{ city, limits: rules },
    ...{ superiors, takeBack },
  }));
  const windows = cities.map(({ city, correction = null, mayFollow = [] }) => ({ city, correction, mayFollow }));
  const registers = new RegisterRules(cities.map(({ city, registers: rules = [] }) => ({ city, registers: rules })));
  const [limitRules, windowRules] = [new LimitRules(limits, departments), new WindowRules(windows)];
  return { places: new Places(divisions, departments, limitRules, windowRules, registers) };
}

function zonesOf({ city, zones = [] }: LoadedCity): Division[] {
  return zones
    .map(({ code, name, in: parent = city, from = null, to = null, successors = [] }) => {
      return { code, name, kind: 'zone' as const, parent, from, to, successors };
    })
    .sort((a, b) => compare(a.from ?? '', b.from ?? ''));
}

interface Printed {
  readonly division: string;
  readonly name: string;
}

/** Departments that clauses name, by the division whose document it is; those of payable clauses first. */
function printedDepartments(policies: readonly Policy[]): Printed[] {
  const clauses = policies.flatMap(({ division, articles }) =>
    articles.flatMap((article) => article.clauses.map((clause) => ({ division, clause }))),
  );
  return clauses.flatMap(({ division, clause }) => {
    const { lead, with: others = [] } = clause.departments;
    return (isPayable(clause) ? [lead, ...others] : [lead]).map((name) => ({ division, name }));
  });
}

function namesIn(city: string, printed: readonly Printed[]): string[] {
  return printed.flatMap(({ division, name }) => (division === city ? [name] : []));
}

function departmentsOf(cities: readonly LoadedCity[], printed: readonly Printed[]): Department[] {
  const listed = cities.flatMap(({ city, departments = [] }) =>
    departments.map(({ of: division = city, ...entry }) => ({ division, ...entry })),
  );
  const named = [...listed, ...printed];
  const keys = new Map(named.map(({ division, name }) => [`${division} ${name}`, { division, name }]));
  for (const { division, follows = [] } of listed) {
    for (const name of follows) keys.set(`${division} ${name}`, { division, name });
  }
  return [...keys.values()].map(({ division, name }) => {
    const entry = listed.find((each) => each.division === division && each.name === name);
    const follower = listed.find((each) => each.division === division && each.follows?.includes(name) === true);
    const to = follower?.from ?? entry?.to ?? null;
    const { from = null, telephone = null } = entry ?? {};
    return { division, name, from, to, successor: follower?.name ?? null, telephone };
  });
}

function telephonesOf(cities: readonly LoadedCity[]): ReadonlyMap<string, string> {
  return new Map(
    cities.flatMap(({ city, telephone }) => (telephone === undefined ? [] : [[city, telephone] as const])),
  );
}

function zoneFaults({ city, file, zones = [] }: LoadedCity, country: readonly Division[]): Fault[] {
  const known = new Set([...country.map(({ code }) => code), ...zones.map(({ code }) => code)]);
  const faults: Fault[] = file.endsWith(`/${city}.yaml`) ? [] : [{ path: ['city'], message: misnamed(city) }];
  if (!country.some((each) => each.code === city)) faults.push({ path: ['city'], message: unknownCode(city) });
  zones.forEach((zone, index) => {
    const at = (word: string): Path => ['zones', index, word];
    if (!zone.code.startsWith(officePrefix(city)) || zone.code.endsWith('00')) {
      faults.push({ path: at('code'), message: foreign(zone.code, city) });
    }
    if (country.some(({ code }) => code === zone.code)) faults.push({ path: at('code'), message: standard(zone.code) });
    const overlaps = zones.slice(0, index).some((other) => other.code === zone.code && meet(other, zone));
    if (overlaps) faults.push({ path: at('code'), message: twice(zone.code) });
    for (const [word, codes] of [
      ['in', zone.in === undefined ? [] : [zone.in]],
      ['successors', zone.successors ?? []],
    ] as const) {
      for (const code of codes) {
        if (!known.has(code) || !code.startsWith(officePrefix(city))) {
          faults.push({ path: at(word), message: unknownCode(code) });
        }
      }
    }
    if (zone.successors !== undefined && zone.to === undefined) {
      faults.push({ path: at('successors'), message: NO_END });
    }
    if (zone.from !== undefined && zone.to !== undefined && zone.to <= zone.from) {
      faults.push({ path: at('to'), message: ENDS_BEFORE });
    }
  });
  return faults;
}

function departmentFaults({ city, departments = [] }: LoadedCity, printed: readonly Printed[]): Fault[] {
  return departments.flatMap(({ of: division = city, name, from, to, follows = [] }, index): Fault[] => {
    const at = (...words: Path): Path => ['departments', index, ...words];
    const faults: Fault[] = [];
    if (!division.startsWith(officePrefix(city))) faults.push({ path: at('of'), message: unknownCode(division) });
    if (from !== undefined && to !== undefined && to <= from) faults.push({ path: at('to'), message: ENDS_BEFORE });
    if (follows.length > 0 && from === undefined) faults.push({ path: at('follows'), message: NO_BEGINNING });
    const others = departments.filter((other) => (other.of ?? city) === division && other.name !== name);
    const known = new Set(
      [...others, ...printed.filter((each) => each.division === division)].map((each) => each.name),
    );
    follows.forEach((former, place) => {
      if (!known.has(former)) faults.push({ path: at('follows', place), message: unknownDepartment(former, known) });
      const isTaken = departments.some(
        (other, earlier) => earlier < index && (other.of ?? city) === division && other.follows?.includes(former),
      );
      if (isTaken) faults.push({ path: at('follows', place), message: followedTwice(former) });
    });
    return faults;
  });
}

function meet(a: Pick<ZoneEntry, 'from' | 'to'>, b: Pick<ZoneEntry, 'from' | 'to'>): boolean {
  const later = (a.from ?? '') > (b.from ?? '') ? a : b;
  const earlier = later === a ? b : a;
  return isInForce({ from: earlier.from ?? null, to: earlier.to ?? null }, later.from ?? '0000-01-01');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function misnamed(city: string): Fault['message'] {
  return { zh: `文件名应为 ${city}.yaml：与城市代码一致`, en: `Name the file ${city}.yaml, like its city` };
}

function unknownCode(code: string): Fault['message'] {
  return {
    zh: `没有代码 ${code}：请写本市、所辖县（市、区）或本文件中的代码`,
    en: `There is no ${code} here: write the code of the city, of a county in it or of this file`,
  };
}

function foreign(code: string, city: string): Fault['message'] {
  const start = officePrefix(city);
  return {
    zh: `${code} 不能作为本市的代码：应以 ${start} 开头，且不以 00 结尾`,
    en: `${code} cannot be a zone of ${city}: its code begins with ${start} and does not end in 00`,
  };
}

function standard(code: string): Fault['message'] {
  return {
    zh: `${code} 已是国家标准的区划代码：请另取一个代码`,
    en: `The standard gives ${code} to a division: take another code`,
  };
}

function twice(code: string): Fault['message'] {
  return {
    zh: `${code} 的两个时段重叠：前一条请写 to，后一条请写 from`,
    en: `Two periods of ${code} meet: write 'to' in the earlier and 'from' in the later`,
  };
}

const NO_END: Fault['message'] = {
  zh: '有承接者就有停用日：请写 to',
  en: "What has a successor has an end: write 'to'",
};
const NO_BEGINNING: Fault['message'] = {
  zh: '承接其他部门须写自何日起：请写 from',
  en: "Write 'from': the day from which it goes on with the other's work",
};
const ENDS_BEFORE: Fault['message'] = {
  zh: '停用日应晚于启用日：请改正',
  en: 'It ends before it begins: correct the days',
};

function unknownDepartment(name: string, known: ReadonlySet<string>): Fault['message'] {
  const nearest = nearestWord(name, known);
  return {
    zh: `没有“${name}”：${nearest === undefined ? '请按文件所印写部门名称' : `是否应为“${nearest}”？`}`,
    en: `Nothing names ${name}: ${nearest === undefined ? 'write the department as documents do' : `is ${nearest} meant?`}`,
  };
}

function followedTwice(name: string): Fault['message'] {
  return {
    zh: `“${name}”已由另一部门承接：未办事项只能由一个部门接办`,
    en: `${name} is followed by another department already: its open work goes to one`,
  };
}
