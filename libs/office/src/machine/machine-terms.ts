import { addDays, sentenceProblems, type FieldProblem, type PlainDate } from '@duixian/casework';
import { MACHINE_ACTS, type MachineTerms } from './machine-event.js';

const NAME_LENGTH_MAX = 50;
/** A key does not outlive the memory of why it was given: a year, and its last day. */
const DAYS_MAX = 366;
export const PER_MINUTE_MAX = 600;
const NARROWED_MAX = 50;

/** Every field of the terms that is wrong. Whether divisions and clauses are the city's, the application says. */
export function termsProblems(terms: MachineTerms, on: PlainDate): FieldProblem[] {
  const { name, owner, purpose, acts, reads, divisions, measures, endsOn, perMinute } = terms;
  const problems: FieldProblem[] = [];
  if (name.trim() === '' || name.length > NAME_LENGTH_MAX) problems.push({ field: 'name', message: NAME });
  problems.push(...sentenceProblems('owner', { zh: '责任单位', en: 'the owner' }, owner));
  problems.push(...sentenceProblems('purpose', { zh: '用途', en: 'the purpose' }, purpose));
  if (acts.length === 0) problems.push({ field: 'acts', message: ACTS });
  if (reads.length === 0) problems.push({ field: 'reads', message: READS });
  if (isOutside(divisions)) problems.push({ field: 'divisions', message: DIVISIONS });
  if (isOutside(measures)) problems.push({ field: 'measures', message: MEASURES });
  const latest = addDays(on, DAYS_MAX);
  if (endsOn < on || endsOn > latest) {
    const message = {
      zh: `截止日期应在今天与${latest}之间。`,
      en: `The last day is between today and ${latest}.`,
    };
    problems.push({ field: 'endsOn', message });
  }
  if (perMinute < 1 || perMinute > PER_MINUTE_MAX) problems.push({ field: 'perMinute', message: RATE });
  return problems;
}

function isOutside(narrowed: readonly string[] | null): boolean {
  return narrowed !== null && (narrowed.length === 0 || narrowed.length > NARROWED_MAX);
}

const NAME = {
  zh: `请填写机器账号名称，不超过${NAME_LENGTH_MAX}字。`,
  en: `State the name of the machine account in at most ${NAME_LENGTH_MAX} characters.`,
};
const ACTS = {
  zh: `请选择可办事项；目前仅有${MACHINE_ACTS.join('、')}。`,
  en: `Choose what it may do; there is ${MACHINE_ACTS.join(', ')} so far.`,
};
const READS = { zh: '请至少选择一类可读数据。', en: 'Choose at least one kind of what it may read.' };
const DIVISIONS = {
  zh: `请选择1至${NARROWED_MAX}个区划；不限区划时不要填写。`,
  en: `Choose 1 to ${NARROWED_MAX} divisions; leave it out for the whole city.`,
};
const MEASURES = {
  zh: `请选择1至${NARROWED_MAX}个条款；不限条款时不要填写。`,
  en: `Choose 1 to ${NARROWED_MAX} clauses; leave it out for all of them.`,
};
const RATE = {
  zh: `每分钟请求数为1至${PER_MINUTE_MAX}。`,
  en: `Requests in a minute are 1 to ${PER_MINUTE_MAX}.`,
};
