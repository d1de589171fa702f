import { formatYuan, ZERO, type Fen } from '@duixian/money';
import { readMoney, type Measure } from '@duixian/policy';
import { yearOf, type PlainDate } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import {
  checks,
  isRegisteredIn,
  parseLicensedUscc,
  parseNewUscc,
  parseRecordedUscc,
  type Uscc,
} from '../common/uscc.js';
import type { EvidenceKind } from '../evidence/evidence-ref.js';
import { invoicedTotal, type EvidenceDocument } from '../evidence/invoice.js';
import { issueYearOf, parseInvoiceNumber } from '../evidence/parse-invoice-number.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseName } from '../values/parse-text.js';
import type { StatedApplication, StatedEvidence, StatedInvoice } from './claim-command.js';

/** Codes of sellers whose check character does not fit: they are taken of enterprises on record only. */
export function uncheckedSellers(evidence: readonly StatedEvidence[]): Uscc[] {
  const codes = evidence.flatMap(({ invoice }) => {
    const code = invoice === null ? null : parseRecordedUscc(invoice.sellerUscc);
    return code?.ok === true && !checks(code.uscc) ? [code.uscc] : [];
  });
  return [...new Set(codes)];
}

/** What the evidence of an application is held against. */
export interface EvidenceContext {
  readonly measure: Measure;
  /** The day on which it is entered. */
  readonly on: PlainDate;
  /** Of the {@link uncheckedSellers}, those that are registered here. */
  readonly sellersOnRecord: ReadonlySet<string>;
}

/** The number of a fully digitalised invoice begins with the year in which it was issued. */
export function numberedYearProblems(number: string, invoice: StatedInvoice | null, field: string): FieldProblem[] {
  const year = issueYearOf(number);
  if (year === null || invoice === null || !parseDay(invoice.issuedOn).ok || yearOf(invoice.issuedOn) === year)
    return [];
  return [
    problem(
      `${field}.number`,
      `数电票号码前两位表示${year}年开具，与开票日期不符；请核对号码和日期。旧版发票请分开填写代码和号码。`,
      `The number says that the invoice was issued in ${year}, its date says otherwise: correct one of them. Of an older invoice state code and number apart.`,
    ),
  ];
}

/** Problems of what stands on an invoice; another document has none of it. */
export function detailProblems(
  kind: EvidenceKind,
  invoice: StatedInvoice | null,
  field: string,
  context: EvidenceContext,
): FieldProblem[] {
  if (kind !== 'invoice') {
    if (invoice === null) return [];
    return [problem(field, '只有发票填写票面内容，请删除。', 'Only an invoice has these details: leave them out.')];
  }
  if (invoice === null) {
    return [
      problem(
        field,
        '请填写发票的销售方、开票日期、金额和税额。',
        "State the invoice's seller, its day, its amount and its tax.",
      ),
    ];
  }
  return [
    ...sellerProblems(invoice, field, context),
    ...issueProblems(invoice.issuedOn, `${field}.issuedOn`, context.on),
    ...figureProblems(invoice, field),
  ];
}

function sellerProblems(
  { seller, sellerUscc }: StatedInvoice,
  field: string,
  context: EvidenceContext,
): FieldProblem[] {
  const name = parseName(seller, NAME_LENGTH_MAX);
  const code = readSellerCode(sellerUscc, context);
  const problems: FieldProblem[] = [];
  if (!name.ok) problems.push({ field: `${field}.seller`, message: name.problem });
  else if (name.value === '') {
    problems.push(problem(`${field}.seller`, '请填写销售方名称。', "State the seller's name."));
  }
  if (!code.ok) problems.push({ field: `${field}.sellerUscc`, message: code.problem });
  return problems;
}

/** One that does not check is taken of a seller on record, and of one of another city, whose licence nobody here has. */
function readSellerCode(text: string, { measure, sellersOnRecord }: EvidenceContext) {
  const recorded = parseRecordedUscc(text);
  if (!recorded.ok || checks(recorded.uscc)) return parseNewUscc(text);
  if (sellersOnRecord.has(recorded.uscc)) return recorded;
  return isRegisteredIn(recorded.uscc, measure.policy.tenant) ? parseNewUscc(text) : parseLicensedUscc(text);
}

function issueProblems(issuedOn: string, field: string, on: PlainDate): FieldProblem[] {
  const day = parseDay(issuedOn);
  if (!day.ok) return [{ field, message: day.problem }];
  if (day.value <= on) return [];
  return [problem(field, `开票日期不能晚于今天（${on}）。`, `An invoice cannot be of a day after today (${on}).`)];
}

function figureProblems({ amount, tax, reverses }: StatedInvoice, field: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (amount <= ZERO) {
    problems.push(
      problem(
        `${field}.amount`,
        '请填写大于0的金额（不含税）；红字发票不带负号，另填所冲红的原发票号码。',
        'State an amount above 0, without tax; a red-letter invoice has no minus sign, and names the invoice it takes back.',
      ),
    );
  }
  if (tax < ZERO || tax > amount) {
    problems.push(problem(`${field}.tax`, '税额应在0和金额之间。', 'The tax is at least 0, and not above the amount.'));
  }
  if (reverses === null) return problems;
  const original = parseInvoiceNumber(reverses);
  return original.ok ? problems : [...problems, { field: `${field}.reverses`, message: original.problem }];
}

/** A document with the place where it was stated; one field may name several papers. */
export interface PlacedDocument extends EvidenceDocument {
  readonly field: string;
}

/** A red-letter invoice takes back one that the claim names, and no more than that one's total. */
export function reversalProblems(documents: readonly PlacedDocument[]): FieldProblem[] {
  return documents.flatMap(({ invoice, field: place }) => {
    const reverses = invoice?.reverses ?? null;
    if (reverses === null) return [];
    const field = `${place}.invoice.reverses`;
    const original = documents.find(({ kind, number }) => kind === 'invoice' && number === reverses)?.invoice;
    if (original?.reverses !== null) {
      return [
        problem(
          field,
          `所冲红的发票${reverses}不在本申报的蓝字发票中，请一并填写原发票。`,
          `The invoice ${reverses} that it takes back is not among the claim's ordinary ones: state that one too.`,
        ),
      ];
    }
    const sameOriginal = documents.filter((document) => {
      return document.invoice?.reverses === reverses || document.number === reverses;
    });
    if ((invoicedTotal(sameOriginal) ?? ZERO) >= 0n) return [];
    return [
      problem(
        field,
        `红字发票合计超过了原发票${reverses}的价税合计，请核对。`,
        `Together the red-letter invoices take back more than ${reverses} came to: compare them.`,
      ),
    ];
  });
}

/** 以发票金额为准: what the invoices come to bounds the fact, and they are of the year in which the matter counts. */
export function invoicedProblems(
  { facts, occurredOn }: StatedApplication,
  { clause }: Measure,
  documents: readonly PlacedDocument[],
): FieldProblem[] {
  const invoiced = clause.kind === 'grant' ? clause.invoiced : undefined;
  if (invoiced === undefined) return [];
  const fact = readMoney(facts[invoiced.fact]);
  const total = invoicedTotal(documents) ?? ZERO;
  // A fact that is no amount is refused as such, by the measure.
  const bound = fact === undefined ? [] : boundProblems(invoiced.fact, fact, total);
  return [...yearProblems(documents, occurredOn), ...bound];
}

function yearProblems(documents: readonly PlacedDocument[], occurredOn: string): FieldProblem[] {
  if (!parseDay(occurredOn).ok) return [];
  const year = yearOf(occurredOn);
  return documents.flatMap(({ invoice, field }) =>
    invoice === null || yearOf(invoice.issuedOn) === year
      ? []
      : [
          problem(
            `${field}.invoice.issuedOn`,
            `本条款以当年发票金额为准，开票日期应在${year}年内。`,
            `The clause counts what was invoiced in its year: the invoice has to be of ${year}.`,
          ),
        ],
  );
}

function boundProblems(name: string, fact: Fen, total: Fen): FieldProblem[] {
  if (fact <= total) return [];
  return [
    problem(
      `facts.${name}`,
      `本条款以发票金额为准：所填金额超过发票价税合计${formatYuan(total)}元，请核对或补充发票。`,
      `The clause counts what was invoiced: this is more than the invoices' total of ${formatYuan(total)} yuan with tax. Correct it, or add invoices.`,
    ),
  ];
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
