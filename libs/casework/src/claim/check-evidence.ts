import { formatYuan } from '@duixian/money';
import { isPayable, type Measure } from '@duixian/policy';
import type { FieldProblem } from '../common/refusal.js';
import { normaliseProperName } from '../common/spelling.js';
import { parseRecordedUscc } from '../common/uscc.js';
import { areTwoContracts } from '../evidence/evidence.js';
import { isEvidenceKind, parseEvidenceNumbers, sameEvidence, type EvidenceKind } from '../evidence/evidence-ref.js';
import type { EvidenceDocument, Invoice } from '../evidence/invoice.js';
import { parseInvoiceNumber } from '../evidence/parse-invoice-number.js';
import { NAME_LENGTH_MAX, parseName } from '../values/parse-text.js';
import {
  detailProblems,
  invoicedProblems,
  numberedYearProblems,
  reversalProblems,
  type EvidenceContext,
} from './check-invoices.js';
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

/** @param mayFollow kinds that need not be there yet. */
export function evidenceProblems(
  application: StatedApplication,
  context: EvidenceContext,
  mayFollow: readonly EvidenceKind[],
): FieldProblem[] {
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
    ...missingProblems(missingKinds(measure, evidence).filter((kind) => !mayFollow.includes(kind))),
    ...evidence.flatMap((each, index) => paperProblems(each, `evidence[${index}]`, { ...context, documents })),
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

/** `documents`: those of the claim, this one among them. */
interface DocumentContext extends EvidenceContext {
  readonly documents: readonly EvidenceDocument[];
}

/** What is wrong with one document by itself, and beside the others. */
export function paperProblems(stated: StatedEvidence, field: string, context: DocumentContext): FieldProblem[] {
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
  } else if (evidenceOf([stated]).some((document) => isTwice(document, context.documents))) {
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

function isTwice(document: EvidenceDocument, documents: readonly EvidenceDocument[]): boolean {
  return documents.filter((other) => sameEvidence(other, document) && !areTwoContracts(other, document)).length > 1;
}

function problem(field: string, zh: string, en: string): FieldProblem {
  return { field, message: { zh, en } };
}
