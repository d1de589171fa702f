import type { Claim } from '../claim/claim.js';
import type { Command } from '../common/actor.js';
import { event, eventAt, type StreamEvents } from '../common/decision.js';
import { evidenceStream } from '../common/streams.js';
import type { Uscc } from '../common/uscc.js';
import type { EvidenceRef } from './evidence-ref.js';
import type { ClaimMatter, EvidenceEvent } from './evidence.js';

/** Records on each document that the claim rests on it. */
export function claimEvidence(
  command: Command,
  holder: { readonly claim: string; readonly measure: string; readonly uscc: Uscc; readonly matter: ClaimMatter },
  evidence: readonly EvidenceRef[],
): StreamEvents<EvidenceEvent>[] {
  const { claim, measure, uscc, matter } = holder;
  return evidence.map((document) => ({
    stream: evidenceStream(document),
    events: [eventAt(2, command, 'EvidenceClaimed', { claim, measure, uscc, matter })],
  }));
}

/** Records on each document of the claim that it rests on it no longer. */
export function freeEvidence(command: Command, claim: Claim): StreamEvents<EvidenceEvent>[] {
  return claim.evidence.map((document) => ({
    stream: evidenceStream(document),
    events: [event(command, 'EvidenceFreed', { claim: claim.id })],
  }));
}
