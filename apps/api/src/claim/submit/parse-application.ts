import type { Facts, StatedApplication, StatedEvidence } from '@duixian/casework';
import type { JsonObjectInput } from '../../graphql/scalars/json-object.js';
import type { ApplicationInput, EvidenceInput } from './application.input.js';

/** The application as the deciders take it. */
export function parseApplication(input: ApplicationInput): StatedApplication {
  const { occurredOn, subject, facts, requestedAmount, evidence } = input;
  return {
    occurredOn,
    subject: subject ?? null,
    facts: parseFacts(facts),
    requestedAmount,
    evidence: evidence.map(parseEvidence),
  };
}

/** A document as the deciders take it. */
export function parseEvidence({ kind, number, invoice, party: named }: EvidenceInput): StatedEvidence {
  const party = named ?? null;
  if (invoice == null) return { kind, number, invoice: null, party };
  const { code, seller, sellerUscc, issuedOn, amount, tax, reverses } = invoice;
  return {
    kind,
    party,
    number: code == null || code === '' ? number : `${code}-${number}`,
    invoice: {
      seller,
      sellerUscc,
      issuedOn,
      amount,
      tax,
      reverses: reverses == null || reverses === '' ? null : reverses,
    },
  };
}

/** A fact of null counts as not stated. A list or an object is passed on as its text, which no type of fact accepts. */
function parseFacts(stated: JsonObjectInput): Facts {
  const facts = Object.entries(stated).flatMap(([name, value]): [string, Facts[string]][] => {
    if (value === null || value === undefined) return [];
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [[name, isPlain ? value : JSON.stringify(value)]];
  });
  // A name such as __proto__ becomes a property like any other, so that it is refused as a fact that nobody knows.
  return Object.fromEntries(facts);
}
