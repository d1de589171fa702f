import { formatYuan, ZERO, type Fen } from '@duixian/money';
import { isPayable, readMoney, type Measure } from '@duixian/policy';
import { yearOf, type PlainDate } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseProperName } from '../common/spelling.js';
import { checks, parseNewUscc, parseRecordedUscc, type Uscc } from '../common/uscc.js';
import {
  isEvidenceKind,
  parseEvidenceNumbers,
  sameEvidence,
  type EvidenceKind,
  type EvidenceRef,
} from '../evidence/evidence-ref.js';
import { invoicedTotal, type EvidenceDocument, type Invoice } from '../evidence/invoice.js';
import { issueYearOf, parseInvoiceNumber } from '../evidence/parse-invoice-number.js';
import { parseDay } from '../values/parse-day.js';
import { NAME_LENGTH_MAX, parseName } from '../values/parse-text.js';
import type { StatedApplication, StatedEvidence, StatedInvoice } from './claim-command.js';
import { KIND_NAMES } from './names.js';

/** Each is a stream that one append writes. */
const EVIDENCE_MAX = 100;

/** The kinds of document that the clause lists; a claim names at least one of each. */
export function evidenceKindsOf({ clause }: Measure): readonly EvidenceKind[] {
  return isPayable(clause) ? (clause.evidence ?? []) : [];
}

/** The kinds that a claim may name: of a recognition its certificate as well. */
function namedKinds(measure: Measure): readonly EvidenceKind[] {
  return evidenceKindsOf(measure).flatMap(kindsFor);
}

/** The kinds of which one is enough where the clause lists this one. */
function kindsFor(listed: EvidenceKind): readonly EvidenceKind[] {
  return listed === 'recognition' ? ['recognition', 'certificate'] : [listed];
}

/** The kinds that the clause lists and the claim does not name. */
export function missingKinds(measure: Measure, evidence: readonly { readonly kind: string }[]): EvidenceKind[] {
  return evidenceKindsOf(measure).filter((listed) => {
    const kinds: readonly string[] = kindsFor(listed);
    return !evidence.some(({ kind }) => kinds.includes(kind));
  });
}

/** The evidence of an application in its one way of writing; what cannot be read is left out. */
export function evidenceOf(stated: readonly StatedEvidence[]): EvidenceDocument[] {
  return stated.flatMap(({ kind, number: text, invoice, party: named }) => {
    if (!isEvidenceKind(kind)) return [];
    const numbers = parseEvidenceNumbers(kind, text);
    const details = invoice === null ? null : invoiceOf(invoice);
    const party = isNamed(named) ? normaliseProperName(named) : null;
    return numbers.ok ? numbers.value.map((number) => ({ kind, number, invoice: details, party })) : [];
  });
}

function invoiceOf({ seller, sellerUscc, issuedOn, amount, tax, reverses }: StatedInvoice): Invoice | null {
  const code = parseRecordedUscc(sellerUscc);
  if (!code.ok) return null;
  const original = reverses === null ? null : parseInvoiceNumber(reverses);
  return {
    seller: normaliseProperName(seller),
    sellerUscc: code.uscc,
    issuedOn,
    amount: formatYuan(amount),
    tax: formatYuan(tax),
    reverses: original?.ok === true ? original.value : null,
  };
}

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

export function evidenceProblems(application: StatedApplication, context: EvidenceContext): FieldProblem[] {
  const { evidence } = application;
  const { measure } = context;
  const documents = evidenceOf(evidence);
  if (Math.max(evidence.length, documents.length) > EVIDENCE_MAX) {
    return [
      problem(
        'evidence',
        `一件申报最多填写${EVIDENCE_MAX}份凭证，请合并或分件申报。`,
        `A claim names ${EVIDENCE_MAX} documents at most: merge them, or claim in parts.`,
      ),
    ];
  }
  const problems = [
    ...missingProblems(missingKinds(measure, evidence)),
    ...evidence.flatMap((each, index) => documentProblems(each, `evidence[${index}]`, { ...context, documents })),
  ];
  if (problems.length > 0) return problems;
  const placed = evidence.flatMap((each, index) => {
    return evidenceOf([each]).map((document) => ({ ...document, field: `evidence[${index}]` }));
  });
  const reversals = reversalProblems(placed);
  return reversals.length > 0 ? reversals : invoicedProblems(application, measure, placed);
}

/** What is said when documents are missing; nothing when none is. */
export function missingProblems(missing: readonly EvidenceKind[]): FieldProblem[] {
  if (missing.length === 0) return [];
  const names = missing.map((listed) => kindsFor(listed).map((kind) => KIND_NAMES[kind]));
  const zh = names.map((kinds) => kinds.map((name) => name.zh).join('或')).join('、');
  const en = names.map((kinds) => kinds.map((name) => name.en).join(' or ')).join(' and ');
  return [
    problem(
      'evidence',
      `缺少本条款要求的凭证：${zh}。请补充其号码后再办理。`,
      `The clause asks for evidence that is missing: ${en}. Add its number.`,
    ),
  ];
}

interface DocumentContext extends EvidenceContext {
  readonly documents: readonly EvidenceDocument[];
}

function documentProblems(stated: StatedEvidence, field: string, context: DocumentContext): FieldProblem[] {
  const { kind, invoice } = stated;
  const kinds: readonly string[] = namedKinds(context.measure);
  if (!kinds.includes(kind) || !isEvidenceKind(kind)) {
    return [
      problem(
        `${field}.kind`,
        '本条款不接受此类凭证。',
        `Evidence of this kind does not support the clause; it takes: ${kinds.join(', ') || 'none'}.`,
      ),
    ];
  }
  const numbers = parseEvidenceNumbers(kind, stated.number);
  const problems: FieldProblem[] = [];
  if (!numbers.ok) {
    problems.push({ field: `${field}.number`, message: numbers.problem });
  } else if (numbers.value.some((number) => isTwice({ kind, number }, context.documents))) {
    problems.push(
      problem(`${field}.number`, '同一凭证重复填写，请删除一项。', 'The document is named twice: remove one.'),
    );
  }
  const [number] = numbers.ok ? numbers.value : [];
  if (number !== undefined && kind === 'invoice') problems.push(...numberedYearProblems(number, invoice, field));
  return [
    ...problems,
    ...detailProblems(kind, invoice, `${field}.invoice`, context),
    ...partyProblems(kind, stated.party, `${field}.party`),
  ];
}

function isNamed(party: string | null): party is string {
  return party !== null && party.trim() !== '';
}

/** One that is not stated is no problem: the number is then held against everybody's. */
function partyProblems(kind: EvidenceKind, party: string | null, field: string): FieldProblem[] {
  if (!isNamed(party)) return [];
  if (kind !== 'contract') {
    return [problem(field, '只有合同填写对方名称，请删除。', 'Only a contract has another party: leave it out.')];
  }
  const name = parseName(party, NAME_LENGTH_MAX);
  return name.ok ? [] : [{ field, message: name.problem }];
}

function isTwice(document: EvidenceRef, documents: readonly EvidenceDocument[]): boolean {
  return documents.filter((other) => sameEvidence(other, document)).length > 1;
}

/** The number of a fully digitalised invoice begins with the year in which it was issued. */
function numberedYearProblems(number: string, invoice: StatedInvoice | null, field: string): FieldProblem[] {
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

function detailProblems(
  kind: EvidenceKind,
  invoice: StatedInvoice | null,
  field: string,
  context: DocumentContext,
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
    ...sellerProblems(invoice, field, context.sellersOnRecord),
    ...issueProblems(invoice.issuedOn, `${field}.issuedOn`, context.on),
    ...figureProblems(invoice, field),
  ];
}

function sellerProblems(
  { seller, sellerUscc }: StatedInvoice,
  field: string,
  onRecord: ReadonlySet<string>,
): FieldProblem[] {
  const name = parseName(seller, NAME_LENGTH_MAX);
  const recorded = parseRecordedUscc(sellerUscc);
  const code = recorded.ok && onRecord.has(recorded.uscc) ? recorded : parseNewUscc(sellerUscc);
  const problems: FieldProblem[] = [];
  if (!name.ok) problems.push({ field: `${field}.seller`, message: name.problem });
  else if (name.value === '') {
    problems.push(problem(`${field}.seller`, '请填写销售方名称。', "State the seller's name."));
  }
  if (!code.ok) problems.push({ field: `${field}.sellerUscc`, message: code.problem });
  return problems;
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
interface PlacedDocument extends EvidenceDocument {
  readonly field: string;
}

/** A red-letter invoice takes back one that the claim names, and no more than that one's total. */
function reversalProblems(documents: readonly PlacedDocument[]): FieldProblem[] {
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
function invoicedProblems(
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
