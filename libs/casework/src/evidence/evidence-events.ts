import type { Catalogue } from '@duixian/policy';
import type { Claim } from '../claim/claim.js';
import type { Command } from '../common/actor.js';
import { event, eventAt, type StreamEvents } from '../common/decision.js';
import { evidenceStream } from '../common/streams.js';
import type { Uscc } from '../common/uscc.js';
import { matterOf, type ContractParties, type EvidenceEvent, type MatterOnRecord } from './evidence.js';
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
  return stated.evidence.map((document) => ({
    stream: evidenceStream(document),
    events: [
      eventAt(2, command, 'EvidenceClaimed', { claim, measure, uscc, matter, parties: partiesOf(claimant, document) }),
    ],
  }));
}

function partiesOf(claimant: string, { party }: EvidenceDocument): ContractParties | null {
  return party === null ? null : { claimant, other: party };
}

/** Records on each document of the claim that it rests on it no longer. */
export function freeEvidence(command: Command, claim: Claim): StreamEvents<EvidenceEvent>[] {
  return claim.evidence.map((document) => ({
    stream: evidenceStream(document),
    events: [event(command, 'EvidenceFreed', { claim: claim.id })],
  }));
}
