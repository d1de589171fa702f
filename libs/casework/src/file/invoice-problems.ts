import { normaliseProperName } from '../common/spelling.js';
import { yearOf } from '../common/plain-date.js';
import type { FieldProblem } from '../common/refusal.js';
import type { Claim } from '../claim/claim.js';
import { measureOf } from '../claim/measures.js';
import type { StepContext } from '../claim/standing.js';
import type { ReadInvoice } from './read-invoice.js';

/** Why invoices in a file are none of the claim's: somebody else bought, or on another day than its clause counts. */
export function invoiceProblems(
  invoices: readonly ReadInvoice[],
  claim: Claim,
  { on, catalogue }: StepContext,
): FieldProblem[] {
  const { clause } = measureOf(catalogue, claim.measure);
  const isOfYear = clause.kind === 'grant' && clause.invoiced !== undefined;
  return invoices.flatMap((invoice) => [
    ...buyerProblems(invoice, claim),
    ...dayProblems(invoice, on, isOfYear ? yearOf(claim.occurredOn) : null),
  ]);
}

function buyerProblems({ number, buyer, buyerUscc }: ReadInvoice, { uscc, enterpriseName }: Claim): FieldProblem[] {
  const isClaimants =
    buyerUscc === null ? normaliseProperName(buyer) === normaliseProperName(enterpriseName) : buyerUscc === uscc;
  if (isClaimants) return [];
  return [
    problem(
      `发票${number}的购买方是${buyer}（${buyerUscc ?? '无代码'}），不是申报企业（${uscc}），请换成申报企业的发票。`,
      `The buyer of invoice ${number} is ${buyer} (${buyerUscc ?? 'no code'}), and not the enterprise that claims (${uscc}): upload one of its own.`,
    ),
  ];
}

/** @param year in which the clause counts what was invoiced; null where it does not say. */
function dayProblems({ number, issuedOn }: ReadInvoice, on: string, year: number | null): FieldProblem[] {
  if (issuedOn > on) {
    return [
      problem(
        `发票${number}的开票日期${issuedOn}晚于今天（${on}），请核对文件。`,
        `Invoice ${number} is of ${issuedOn}, a day after today (${on}): compare the file.`,
      ),
    ];
  }
  if (year === null || yearOf(issuedOn) === year) return [];
  return [
    problem(
      `本条款以当年发票金额为准，发票${number}的开票日期${issuedOn}不在${year}年内，请换成${year}年的发票。`,
      `The clause counts what was invoiced in its year, and invoice ${number} is of ${issuedOn}: upload one of ${year}.`,
    ),
  ];
}

function problem(zh: string, en: string): FieldProblem {
  return { field: 'upload', message: { zh, en } };
}
