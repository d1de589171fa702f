import type { CompiledFact } from '../compile/facts.js';
import type { CompiledMeasure } from '../compile/measure.js';
import type { Bilingual } from '../schema/primitives.js';
import type { AssessErrorCode, AssessFailure } from './answer.js';
import { requirementOf } from './requirements.js';

export function malformedCase(id: unknown, message: Bilingual): AssessFailure {
  return failure(id, 'INVALID_CASE', message);
}

export function subjectMissing(id: unknown): AssessFailure {
  return failure(id, 'INVALID_CASE', {
    zh: 'subject 缺失：请写明申报对象（项目、产品、证书等）的名称或编号',
    en: 'subject is missing: name the project, product, certificate … that is claimed for',
  });
}

export function unknownMeasure(id: unknown, measure: string): AssessFailure {
  return failure(id, 'UNKNOWN_MEASURE', {
    zh: `没有措施 ${measure}：请用 duixian policies 查看全部措施编号`,
    en: `there is no measure ${measure}: duixian policies lists them all`,
  });
}

export function notPayable(id: unknown, measure: string): AssessFailure {
  return failure(id, 'NOT_PAYABLE', {
    zh: `${measure} 不产生资金支付，不能据此申报`,
    en: `${measure} pays nothing: no claim can rest on it`,
  });
}

export function factFailure(id: unknown, fact: string, { facts }: CompiledMeasure): AssessFailure {
  const declared = facts.find(({ name }) => name === fact);
  const message = declared === undefined ? unknownFact(fact, facts) : wrongFact(declared);
  return { id, error: { code: 'INVALID_FACT', fact, message } };
}

export function unknownFact(fact: string, facts: readonly CompiledFact[]): Bilingual {
  const names = facts.map(({ name }) => name).join(', ');
  return {
    zh: `${fact} 不是本条款的申报要素，请删除；应填：${names === '' ? '无' : names}`,
    en: `${fact} is not a fact of this clause: leave it out; expected: ${names === '' ? 'none' : names}`,
  };
}

export function wrongFact({ declaration }: CompiledFact): Bilingual {
  const requirement = requirementOf(declaration);
  return {
    zh: `${declaration.name}（${declaration.label.zh}）必须是${requirement.zh}`,
    en: `${declaration.name} (${declaration.label.en}) must be ${requirement.en}`,
  };
}

function failure(id: unknown, code: AssessErrorCode, message: Bilingual): AssessFailure {
  return { id, error: { code, message } };
}
