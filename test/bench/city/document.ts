import type { EvidenceKind, StatedEvidence } from '@duixian/casework';
import { fen } from '@duixian/money';

/** The n-th document of a kind; an invoice is of 10,600,000.00 with tax. */
export function documentOf(kind: EvidenceKind, n: number, issuedOn: string): StatedEvidence {
  const number = `${issuedOn.slice(2, 4)}${String(n).padStart(18, '0')}`;
  if (kind !== 'invoice') return { kind, number: `编-${number}`, invoice: null, party: null };
  const seller = { seller: '福州云岭云计算有限公司（虚构）', sellerUscc: '91350102MAX0090006' };
  const figures = { amount: fen(1_000_000_000n), tax: fen(60_000_000n), reverses: null };
  return { kind, number, invoice: { ...seller, issuedOn, ...figures }, party: null };
}
