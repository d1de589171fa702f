import { readYuan } from '../../ui/read-yuan.js';
import type { ClaimEntries, DocumentEntries } from '../form/claim-entries.js';

/** Which fields of a claim's form say something else than they began with, by the keys that a return names them by. */
export function changedFields(before: ClaimEntries, now: ClaimEntries): ReadonlySet<string> {
  const [was, is] = [fieldsOf(before), fieldsOf(now)];
  return new Set([...was.keys(), ...is.keys()].filter((field) => was.get(field) !== is.get(field)));
}

function fieldsOf({ occurredOn, subject, facts, requestedAmount, evidence }: ClaimEntries): Map<string, string> {
  const documents = new Map(evidence.map((document) => [documentKey(document), JSON.stringify(document)]));
  return new Map([
    ['occurredOn', occurredOn],
    ['subject', subject],
    ['requestedAmount', plain(requestedAmount)],
    ...Object.entries(facts).map(([name, value]) => [`facts.${name}`, plain(String(value))] as const),
    ['evidence', [...documents.keys()].sort().join(' ')],
    ...documents,
  ]);
}

function documentKey({ kind, number, invoice: { code } }: DocumentEntries): string {
  return `evidence.${kind.toLowerCase()}.${code === '' ? number : `${code}-${number}`}`;
}

/** Amounts are typed with and without decimals. */
function plain(text: string): string {
  return readYuan(text) ?? text.trim();
}
