import { formatYuan, type Fen } from '@duixian/money';
import type { PlainDate } from '../../common/plain-date.js';
import type { EvidenceDocument } from '../../evidence/invoice.js';
import type { Facts } from '../facts.js';

/** What an enterprise states of a claim, as it stands on record. */
export interface Statement {
  readonly occurredOn: PlainDate;
  readonly subject: string | null;
  readonly facts: Facts;
  readonly requestedAmount: Fen;
  readonly evidence: readonly EvidenceDocument[];
}

/**
 * What a claim states, as a text for each field: `occurredOn`, `subject`, `requestedAmount`, `facts.<name>`, a document as
 * `evidence.<kind>.<number>`, and `evidence`, which documents there are. What is not stated is left out.
 */
export function statedFields(statement: Statement): Readonly<Record<string, string>> {
  const { occurredOn, subject, facts, requestedAmount, evidence } = statement;
  const documents = new Map<string, string>();
  for (const document of evidence) {
    const key = documentField(document);
    documents.set(key, [documents.get(key), documentText(document)].filter((text) => text !== undefined).join('; '));
  }
  return {
    occurredOn,
    ...(subject === null ? {} : { subject }),
    requestedAmount: formatYuan(requestedAmount),
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`facts.${name}`, String(value)])),
    evidence: [...documents.keys()].sort().join(' '),
    ...Object.fromEntries(documents),
  };
}

/** Whether two texts of a field say the same: amounts are typed with and without decimals. */
export function isSameText(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && plain(one) === plain(other));
}

function plain(text: string): string {
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

export function documentField({ kind, number }: Pick<EvidenceDocument, 'kind' | 'number'>): string {
  return `evidence.${kind}.${number}`;
}

/** What stands on a document beside its number: seller, code, day, amount and tax of an invoice, the other party of a contract. */
function documentText({ invoice, party }: EvidenceDocument): string {
  if (invoice === null) return party ?? '';
  const { seller, sellerUscc, issuedOn, amount, tax, reverses } = invoice;
  return [seller, sellerUscc, issuedOn, amount, tax, ...(reverses === null ? [] : [reverses])].join(' · ');
}
