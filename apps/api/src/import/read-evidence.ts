import type { StatedEvidence, StatedInvoice } from '@duixian/casework';
import type { Measure } from '@duixian/policy';
import { evidenceColumns, INVOICE_COLUMN, PARTY_COLUMN } from './claim-columns.js';
import type { RowReader } from './row-reader.js';

/** Between several documents in one cell: every cell of the invoices then has as many parts. */
const SEPARATOR = /[；;、\n]/;

/** The documents that a row names. A cell may name several, `…001；…002`. */
export function readEvidence(reader: RowReader, measure: Measure): StatedEvidence[] {
  return evidenceColumns(measure).flatMap(({ kind, column }): StatedEvidence[] => {
    const text = reader.text(column);
    const numbers = parts(text);
    if (kind === 'contract' && reader.text(PARTY_COLUMN) !== '') {
      const parties = partsBeside(reader, PARTY_COLUMN, numbers.length);
      return numbers.map((number, index) => ({ kind, number, invoice: null, party: parties[index] ?? null }));
    }
    // Several contracts or certificates in a cell are told apart by whoever reads their numbers.
    if (kind !== 'invoice') return text === '' ? [] : [{ kind, number: text, invoice: null, party: null }];
    const codes = partsBeside(reader, INVOICE_COLUMN.code, numbers.length);
    const invoices = readInvoices(reader, numbers.length);
    return numbers.map((number, index) => {
      const code = codes[index] ?? '';
      const invoice = invoices[index] ?? null;
      return { kind, number: code === '' ? number : `${code}-${number}`, invoice, party: null };
    });
  });
}

/** What stands on the invoices; nothing where the file has no such columns. */
function readInvoices(reader: RowReader, count: number): StatedInvoice[] {
  const sellers = partsBeside(reader, INVOICE_COLUMN.seller, count);
  const codes = partsBeside(reader, INVOICE_COLUMN.sellerUscc, count);
  const days = partsBeside(reader, INVOICE_COLUMN.issuedOn, count);
  const amounts = partsBeside(reader, INVOICE_COLUMN.amount, count);
  const taxes = partsBeside(reader, INVOICE_COLUMN.tax, count);
  const reversed = partsBeside(reader, INVOICE_COLUMN.reverses, count);
  return sellers.flatMap((seller, index) => {
    const reverses = reversed[index] ?? '';
    const sign = reverses === '' ? /^$/ : /^-/;
    const amount = reader.moneyOf(INVOICE_COLUMN.amount, (amounts[index] ?? '').replace(sign, ''));
    const tax = reader.moneyOf(INVOICE_COLUMN.tax, (taxes[index] ?? '').replace(sign, ''));
    const issuedOn = reader.dateOf(INVOICE_COLUMN.issuedOn, days[index] ?? '');
    if (amount === null || tax === null || issuedOn === null) return [];
    const sellerUscc = codes[index] ?? '';
    return [{ seller, sellerUscc, issuedOn, amount, tax, reverses: reverses === '' ? null : reverses }];
  });
}

/** Parts of a cell beside that of the numbers: as many, or none. */
function partsBeside(reader: RowReader, column: string, count: number): string[] {
  const text = reader.text(column);
  const found = text === '' ? [] : text.split(SEPARATOR).map((part) => part.trim());
  if (found.length === 0 || found.length === count) return found;
  reader.report(
    column,
    `此格有${found.length}项，号码有${count}项；多份凭证请用“；”分隔并逐一对应。`,
    `This cell has ${found.length} parts, and there are ${count} numbers: separate them by “；”, one for each.`,
  );
  return [];
}

function parts(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
