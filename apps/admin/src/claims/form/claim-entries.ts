import { z } from 'zod';
import type { SimulationInput } from '../../policies/documents.js';
import { EvidenceKind } from '../../api/schema/enums.generated.js';
import type { Evidence } from '../fragments.js';
import { type Measure, statedFacts } from '../../policies/measure/fragments.js';
import { factValues } from '../../policies/try/fact-values.js';
import { readYuan } from '../../ui/read-yuan.js';
import type { EvidenceInput, StatedClaim } from '../documents.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

const documentEntries = z.object({
  kind: z.enum(EvidenceKind),
  number: typed,
  /** The other party of a contract; empty on every other document. */
  party: typed,
  /** Empty on every document but an invoice. */
  invoice: z.object({
    code: typed,
    seller: typed,
    sellerUscc: typed,
    issuedOn: typed,
    amount: typed,
    tax: typed,
    reverses: typed,
  }),
});
export type DocumentEntries = z.infer<typeof documentEntries>;

const EMPTY_INVOICE = { code: '', seller: '', sellerUscc: '', issuedOn: '', amount: '', tax: '', reverses: '' };

export function emptyDocument(kind: EvidenceKind): DocumentEntries {
  return { kind, number: '', party: '', invoice: EMPTY_INVOICE };
}

/** A document on record, to be corrected; an older invoice's code stands in a field of its own. */
export function documentEntry({ kind, number, party, invoice }: Evidence): DocumentEntries {
  const [, code = '', short = number] = kind === 'INVOICE' ? (/^(\d+)-(\d{8})$/.exec(number) ?? []) : [];
  const details = invoice === null ? EMPTY_INVOICE : { ...invoice, reverses: invoice.reverses ?? '' };
  return { kind, number: short, party: party ?? '', invoice: { ...details, code } };
}

/** What the form of a claim holds while it is being filled in. */
export const claimEntries = z.object({
  uscc: typed,
  measure: typed,
  occurredOn: typed,
  subject: typed,
  facts: z.record(z.string(), z.unknown()).catch({}),
  requestedAmount: typed,
  evidence: z.array(documentEntries).catch([]),
  /** What is said to what the claim was returned for; empty where it was not. */
  answers: z.record(z.string(), typed).catch({}),
});
export type ClaimEntries = z.infer<typeof claimEntries>;

/** The claim as stated, or null while its facts are incomplete. */
export function statedClaim(entries: ClaimEntries, measure: Measure): StatedClaim | null {
  const facts = factValues(statedFacts(measure), entries.facts);
  const requestedAmount = readYuan(entries.requestedAmount);
  if (facts === null || requestedAmount === null) return null;
  return {
    occurredOn: entries.occurredOn,
    subject: measure.subject === 'GIVEN' ? entries.subject : null,
    facts,
    requestedAmount,
    evidence: entries.evidence.map(statedDocument),
  };
}

function statedDocument({ kind, number, party, invoice }: DocumentEntries): EvidenceInput {
  if (kind !== 'INVOICE') return { kind, number, party: kind === 'CONTRACT' ? party : null, invoice: null };
  const { code, reverses, amount, tax, ...rest } = invoice;
  return {
    kind,
    number,
    party: null,
    invoice: {
      ...rest,
      code: code === '' ? null : code,
      amount: readYuan(amount) ?? amount,
      tax: readYuan(tax) ?? tax,
      reverses: reverses === '' ? null : reverses,
    },
  };
}

/** The year in which a matter counts: the one in which it occurred. */
export function yearOf(occurredOn: string): number {
  return Number(occurredOn.slice(0, 4));
}

/** The case for the engine, or null while it is incomplete. */
export function simulationOf(entries: ClaimEntries, measure: Measure, division: string): SimulationInput | null {
  const facts = factValues(measure.facts, entries.facts);
  if (facts === null || !/^\d{4}-\d{2}-\d{2}$/.test(entries.occurredOn)) return null;
  if (measure.subject === 'GIVEN' && entries.subject === '') return null;
  return {
    measure: measure.id,
    year: yearOf(entries.occurredOn),
    occurredOn: entries.occurredOn,
    division,
    subject: measure.subject === 'GIVEN' ? entries.subject : null,
    facts,
    uscc: entries.uscc === '' ? null : entries.uscc,
  };
}
