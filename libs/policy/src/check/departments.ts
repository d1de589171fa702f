import { isBlank } from '../schema/blanks.js';
import { nearestWord } from '../load/nearest-word.js';
import type { Fault, Path } from '../load/problem.js';
import type { Clause } from '../schema/clause.js';
import type { PolicyDocument } from '../schema/policy.js';
import type { PublishedText } from './published-text.js';

/** 市工信局 may be printed as 工信局 behind another department of the city. */
const LEVEL = /^[省市县区州盟旗]/u;
const UNIT = /[一-龥“”]{2,16}?(?:局|委|办|组|院|行|部|中心|集团|委员会|管委会|政府)/gu;

/** Every department of a clause is one that the document names, or the issuer. */
export function departmentFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  return document.articles.flatMap((article, place) =>
    article.clauses.flatMap((clause, index) =>
      departmentsOf(clause).flatMap(({ name, path }): Fault[] =>
        isBlank(name) || document.issuer.zh === name || text.find(name.replace(LEVEL, '')).length > 0
          ? []
          : [{ path: ['articles', place, 'clauses', index, 'departments', ...path], message: unknown(name, text) }],
      ),
    ),
  );
}

function departmentsOf({ departments }: Clause): { name: string; path: Path }[] {
  const others = (departments.with ?? []).map((name, index): { name: string; path: Path } => ({
    name,
    path: ['with', index],
  }));
  return [{ name: departments.lead, path: ['lead'] }, ...others];
}

function unknown(name: string, text: PublishedText): Fault['message'] {
  const nearest = nearestWord(name, new Set(text.folded.match(UNIT) ?? []));
  return {
    zh: `原文没有“${name}”：${nearest === undefined ? '请按原文写部门名称，原文没有写明的写发文机关' : `是否应为“${nearest}”？`}`,
    en: `The text names no ${name}: ${nearest === undefined ? 'write the department as the text does, or the issuer where it names none' : `is ${nearest} meant?`}`,
  };
}
