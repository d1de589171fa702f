import { randomUUID } from 'node:crypto';
import { claimStream, evidenceStream, isEvidenceKind } from '@duixian/casework';
import { ANY_VERSION } from '@duixian/event-store';
import type { Bureau } from './bureau.spec.js';

/**
 * Puts a claim with one document on record as an earlier version did, before the document's event said what the claim
 * asks for, and withdraws the claim that it is a copy of; gives the number of the copy.
 *
 * @param number of the document as it was spelled then; null: as now.
 */
export async function recordedBefore(bureau: Bureau, claim: string, number: string | null = null): Promise<string> {
  const { api, city } = bureau;
  const before = `${claim.slice(0, -3)}000`;
  const log = await api.store.readAll(city, 0n, 10_000);
  const submitted = log.find(({ stream }) => stream === claimStream(claim));
  const claimed = log.find(({ type, data }) => type === 'EvidenceClaimed' && data.claim === claim);
  if (submitted === undefined || claimed === undefined) throw new Error(`${claim} is not on record.`);
  const [, kind = '', known = ''] = /^evidence-([^-]+)-(.+)$/.exec(claimed.stream) ?? [];
  if (!isEvidenceKind(kind)) throw new Error(`${claimed.stream} is no document's.`);
  const document = { kind, number: number ?? known };
  const { matter: _matter, parties: _parties, ...withoutMatter } = claimed.data;
  const evidence = [{ ...document, invoice: null }];
  const written = [
    { ...submitted, stream: claimStream(before), data: { ...submitted.data, claim: before, evidence } },
    { ...claimed, stream: evidenceStream(document), data: { ...withoutMatter, claim: before }, schemaVersion: 1 },
  ];
  const result = await api.store.append({
    tenant: city,
    commandId: randomUUID(),
    requestHash: 'an earlier version',
    guards: [],
    streams: written.map(({ stream, type, schemaVersion, occurredOn, data, meta }) => ({
      stream,
      expectedVersion: ANY_VERSION,
      events: [{ eventId: randomUUID(), type, schemaVersion, occurredOn, data, meta }],
    })),
  });
  if (result.outcome !== 'appended') throw new Error(result.outcome);
  await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim, reason: '重复录入' });
  return before;
}
