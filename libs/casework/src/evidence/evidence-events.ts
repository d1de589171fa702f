import type { Catalogue } from '@duixian/policy';
import type { Claim } from '../claim/claim.js';
import type { Command } from '../common/actor.js';
import { event, eventAt, type StreamEvents } from '../common/decision.js';
import { evidenceStream } from '../common/streams.js';
import type { Uscc } from '../common/uscc.js';
import { sameEvidence } from './evidence-ref.js';
import {
  formerOf,
  matterOf,
  type ContractParties,
  type EvidenceEvent,
  type EvidenceHistory,
  type MatterOnRecord,
} from './evidence.js';
import type { EvidenceDocument } from './invoice.js';

/** Records on each document of a claim, as it is stated now, that the claim rests on it. */
export function claimEvidence(
  command: Command,
  stated: MatterOnRecord & {
    readonly claim: string;
    readonly uscc: Uscc;
    readonly enterpriseName: string;
    readonly evidence: readonly EvidenceDocument[];
  },
  catalogue: Catalogue,
): StreamEvents<EvidenceEvent>[] {
  const { claim, measure, uscc, enterpriseName: claimant } = stated;
  const matter = matterOf(stated, catalogue);
  return Array.from(byStream(stated.evidence), ([stream, documents]) => ({
    stream,
    events: [
      eventAt(2, command, 'EvidenceClaimed', { claim, measure, uscc, matter, parties: partiesOf(claimant, documents) }),
    ],
  }));
}

/** Contracts of one number with different parties are in one stream. */
function byStream(evidence: readonly EvidenceDocument[]): ReadonlyMap<string, readonly EvidenceDocument[]> {
  const streams = new Map<string, EvidenceDocument[]>();
  for (const document of evidence) {
    const stream = evidenceStream(document);
    streams.set(stream, [...(streams.get(stream) ?? []), document]);
  }
  return streams;
}

function partiesOf(claimant: string, documents: readonly EvidenceDocument[]): ContractParties | null {
  const [other, ...further] = documents.flatMap(({ party }) => party ?? []);
  return other === undefined ? null : { claimant, other, further };
}

/**
 * Records on each document of the claim that it holds those up no more that were held up before, by a claim of its
 * enterprise or clerk that was accepted and then withdrawn, rejected or declined.
 *
 * @param evidence the documents of the claim, in its order.
 * @param former claims that gave way on one of them.
 */
export function answerEvidence(
  command: Command,
  claim: Claim,
  evidence: readonly EvidenceHistory[],
  former: ReadonlyMap<string, Claim>,
): StreamEvents<EvidenceEvent>[] {
  return claim.evidence.flatMap((document) => {
    const seen = evidence.find((each) => sameEvidence(each, document));
    if (seen === undefined) return [];
    const answered = formerOf(seen, claim.id).filter((each) => wasAnswered(former.get(each.claim)));
    const beside = new Set(answered.flatMap((each) => each.beside));
    const claims = seen.holders.map((holder) => holder.claim).filter((each) => each !== claim.id && beside.has(each));
    if (claims.length === 0) return [];
    return [
      { stream: evidenceStream(document), events: [event(command, 'EvidenceAnswered', { claim: claim.id, claims })] },
    ];
  });
}

function wasAnswered(claim: Claim | undefined): boolean {
  return claim !== undefined && claim.wasAccepted && ['withdrawn', 'rejected', 'declined'].includes(claim.status);
}

/** Records on each document of the claim that it rests on it no longer. */
export function freeEvidence(command: Command, claim: Claim): StreamEvents<EvidenceEvent>[] {
  return Array.from(byStream(claim.evidence).keys(), (stream) => ({
    stream,
    events: [event(command, 'EvidenceFreed', { claim: claim.id })],
  }));
}
