import { isPayable, type Bilingual, type Measure } from '@duixian/policy';
import { evidenceKindsOf } from '../check-evidence.js';
import { PROPOSED_AMOUNT } from '../facts.js';
import { factsOf, needsSubject } from '../measures.js';
import { KIND_NAMES } from '../names.js';
import { documentField, type Statement } from './stated-fields.js';

/** Something that a return can name. */
export interface CorrectableField {
  readonly field: string;
  readonly label: Bilingual;
}

/** What lies in other records than the statement: a return may name it, and what was done is said in the answer. */
const BEYOND: readonly CorrectableField[] = [
  { field: 'enterprise', label: { zh: '企业名称、代码或所在地', en: 'Enterprise: name, code or place' } },
  { field: 'account', label: { zh: '收款账户', en: 'Bank account' } },
];

const LABELS: Readonly<Record<string, Bilingual>> = {
  occurredOn: { zh: '发生日期（及年度）', en: 'Day of the matter, and its year' },
  subject: { zh: '标的', en: 'Subject' },
  requestedAmount: { zh: '申请金额', en: 'Amount asked for' },
  evidence: { zh: '凭证（缺少或多余的）', en: 'Evidence: what is missing or too much' },
  ...Object.fromEntries(BEYOND.map(({ field, label }) => [field, label])),
};

/** All that a return of the claim can name: the fields of its clause, its documents, and what lies beyond its statement. */
export function correctableFields(claim: Statement, measure: Measure): readonly CorrectableField[] {
  const facts = factsOf(measure).flatMap(({ name }) => (name === PROPOSED_AMOUNT ? [] : [`facts.${name}`]));
  const fields = [
    ...facts,
    ...(needsSubject(measure) ? ['subject'] : []),
    'occurredOn',
    'requestedAmount',
    ...new Set(claim.evidence.map(documentField)),
    ...(evidenceKindsOf(measure).length > 0 ? ['evidence'] : []),
  ];
  return [...fields.map((field) => ({ field, label: fieldLabel(field, measure) })), ...BEYOND];
}

/** What people call a field of a statement under the measure; its own name where the measure has none for it. */
export function fieldLabel(field: string, { clause }: Pick<Measure, 'clause'>): Bilingual {
  const known = LABELS[field];
  if (known !== undefined) return known;
  if (field.startsWith('facts.')) {
    const name = field.slice('facts.'.length);
    const fact = isPayable(clause) ? clause.facts?.find((each) => each.name === name) : undefined;
    return fact?.label ?? { zh: name, en: name };
  }
  const [, kind = '', ...number] = field.split('.');
  const name = Object.entries(KIND_NAMES).find(([each]) => each === kind)?.[1] ?? { zh: kind, en: kind };
  return { zh: `${name.zh} ${number.join('.')}`, en: `${name.en} ${number.join('.')}` };
}
