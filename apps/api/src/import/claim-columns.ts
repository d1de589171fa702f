import { needsProposedAmount, needsSubject, PROPOSED_AMOUNT, type EvidenceKind } from '@duixian/casework';
import { isPayable, type Fact, type Measure } from '@duixian/policy';
import type { Columns } from './csv-file.js';

/** Headers that every file of claims shares, as a bureau writes them. */
export const COLUMN = {
  claim: '申报编号',
  uscc: '统一社会信用代码',
  year: '年度',
  occurredOn: '发生日期',
  subject: '项目名称',
  requestedAmount: '申请金额',
  submitted: '申报日期',
  accepted: '受理日期',
  following: '容缺材料',
  route: '办理路线',
  reviewed: '审核日期',
  opinion: '审核意见',
  agreedAmount: '建议金额',
  near: '名称相近申报编号',
  distinction: '非同一事项理由',
  conditions: '附加条件',
  seconded: '复审日期',
  determined: '核定日期',
  met: '条件如何满足',
  publicised: '公示日期',
  days: '公示天数',
  objections: '异议',
  reviewedAnew: '重新审核日期',
  opinionAnew: '重新审核意见',
  agreedAnew: '重新建议金额',
  determinedAnew: '重新核定日期',
  publicisedAnew: '重新公示日期',
  daysAnew: '重新公示天数',
  instructed: '拨付指令日期',
  outcome: '办理结果',
  ended: '办理日期',
  reason: '办理意见',
  items: '补正事项',
  answers: '补正说明',
  settled: '结清同意日期',
  suspended: '暂停计时日期',
  ground: '暂停事由',
  basis: '暂停依据',
  suspensionReason: '暂停理由',
  reported: '超期上报日期',
} as const;

const EVIDENCE_COLUMN: Readonly<Record<EvidenceKind, string>> = {
  invoice: '发票号码',
  contract: '合同编号',
  certificate: '证书编号',
  recognition: '认定名单条目',
};

/** Header of the other parties of a row's contracts, beside their numbers. */
export const PARTY_COLUMN = '合同对方';

/** Headers of what stands on the invoices of a row, beside their numbers. */
export const INVOICE_COLUMN = {
  code: '发票代码',
  seller: '销售方名称',
  sellerUscc: '销售方统一社会信用代码',
  issuedOn: '开票日期',
  amount: '发票金额（不含税）',
  tax: '发票税额',
  reverses: '冲红原发票号码',
} as const;

/** Headers of what one treasury did. The county's stand beside those of the division whose policy it is. */
export interface TreasuryColumns {
  readonly paid: string;
  readonly bankReference: string;
  readonly returned: string;
  readonly returnReason: string;
  readonly reinstructed: string;
}

export type TreasuryLevel = 'own' | 'county';

export const TREASURY_COLUMNS: Readonly<Record<TreasuryLevel, TreasuryColumns>> = {
  own: treasuryColumns(''),
  county: treasuryColumns('县级'),
};

function treasuryColumns(prefix: string): TreasuryColumns {
  return {
    paid: `${prefix}支付日期`,
    bankReference: `${prefix}银行回单号`,
    returned: `${prefix}退票日期`,
    returnReason: `${prefix}退票原因`,
    reinstructed: `${prefix}重新拨付日期`,
  };
}

/** Facts that the enterprise states; the department's own has a column of its own. */
export function statedFacts(measure: Measure): readonly Fact[] {
  const facts = isPayable(measure.clause) ? (measure.clause.facts ?? []) : [];
  return facts.filter((fact) => fact.name !== PROPOSED_AMOUNT);
}

/** Kinds of evidence that the clause takes, each with its column; a recognition has that of its certificate as well. */
export function evidenceColumns(measure: Measure): readonly { readonly kind: EvidenceKind; readonly column: string }[] {
  const listed = isPayable(measure.clause) ? (measure.clause.evidence ?? []) : [];
  const kinds = listed.flatMap((kind): EvidenceKind[] => (kind === 'recognition' ? ['certificate', kind] : [kind]));
  return [...new Set(kinds)].map((kind) => ({ kind, column: EVIDENCE_COLUMN[kind] }));
}

/** Columns of the file that holds a clause's claims: a fact's column bears the fact's Chinese label. */
export function columnsOf(measure: Measure): Columns {
  const { claim, uscc, year, occurredOn, subject, requestedAmount, submitted, agreedAmount, ...steps } = COLUMN;
  return {
    required: [
      ...[claim, uscc, year, occurredOn, requestedAmount, submitted],
      ...(needsSubject(measure) ? [subject] : []),
      ...statedFacts(measure).map((fact) => fact.label.zh),
      ...evidenceColumns(measure).flatMap(({ kind, column }) => (kind === 'recognition' ? [] : [column])),
    ],
    optional: [
      ...Object.values(steps),
      ...(needsProposedAmount(measure) ? [agreedAmount] : []),
      ...(evidenceColumns(measure).some(({ kind }) => kind === 'recognition') ? [EVIDENCE_COLUMN.recognition] : []),
      ...(evidenceColumns(measure).some(({ kind }) => kind === 'invoice') ? Object.values(INVOICE_COLUMN) : []),
      ...(evidenceColumns(measure).some(({ kind }) => kind === 'contract') ? [PARTY_COLUMN] : []),
      ...Object.values(TREASURY_COLUMNS).flatMap((columns) => Object.values<string>({ ...columns })),
    ],
  };
}

/** Column of a field as refusals name it: `facts.serviceFee`, `evidence[0].number`, `requestedAmount`. */
export function columnOfField(measure: Measure, field: string): string | null {
  const fact = statedFacts(measure).find(({ name }) => field === `facts.${name}`);
  if (fact !== undefined) return fact.label.zh;
  const [, detail] = /^evidence\[\d+\]\.invoice\.(\w+)$/.exec(field) ?? [];
  if (detail !== undefined && isInvoiceDetail(detail)) return INVOICE_COLUMN[detail];
  if (/^evidence\[\d+\]\.party$/.test(field)) return PARTY_COLUMN;
  if (field.startsWith('evidence')) return evidenceColumns(measure)[0]?.column ?? null;
  switch (field) {
    case 'claim':
      return COLUMN.claim;
    case 'uscc':
      return COLUMN.uscc;
    case 'year':
      return COLUMN.year;
    case 'occurredOn':
      return COLUMN.occurredOn;
    case 'subject':
      return COLUMN.subject;
    case 'requestedAmount':
      return COLUMN.requestedAmount;
    case 'distinction':
    case 'distinction.reason':
      return COLUMN.distinction;
    case 'agreedAmount':
      return COLUMN.agreedAmount;
    case 'opinion':
      return COLUMN.opinion;
    case 'reason':
      return COLUMN.reason;
    case 'ground':
      return COLUMN.ground;
    case 'basis':
      return COLUMN.basis;
    case 'days':
      return COLUMN.days;
    case 'step':
    case 'outcome':
    case 'conditions':
    case 'paper':
      return COLUMN.route;
    default:
      return null;
  }
}

function isInvoiceDetail(name: string): name is keyof typeof INVOICE_COLUMN {
  return Object.hasOwn(INVOICE_COLUMN, name);
}
