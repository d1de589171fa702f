import type { Catalogue } from '@duixian/policy';
import { z } from 'zod';
import { eventSchema } from '../common/event-schema.js';
import { usccSchema } from '../common/uscc.js';
import type { EvidenceRef } from './evidence-ref.js';

/** A live claim that rests on the document. */
export interface EvidenceHolder {
  readonly claim: string;
  readonly measure: string;
  readonly uscc: string;
}

/** One document and the live claims that name it, in the order in which they did. */
export interface Evidence extends EvidenceRef {
  readonly holders: readonly EvidenceHolder[];
}

export const evidenceEventSchema = z.discriminatedUnion('type', [
  eventSchema('EvidenceClaimed', z.object({ claim: z.string(), measure: z.string(), uscc: usccSchema })),
  eventSchema('EvidenceFreed', z.object({ claim: z.string() })),
]);
export type EvidenceEvent = z.infer<typeof evidenceEventSchema>;

export function initialEvidence({ kind, number }: EvidenceRef): Evidence {
  return { kind, number, holders: [] };
}

export function evolveEvidence(evidence: Evidence, event: EvidenceEvent): Evidence {
  const others = evidence.holders.filter((holder) => holder.claim !== event.data.claim);
  switch (event.type) {
    case 'EvidenceClaimed': {
      const { claim, measure, uscc } = event.data;
      return { ...evidence, holders: [...others, { claim, measure, uscc }] };
    }
    case 'EvidenceFreed':
      return { ...evidence, holders: others };
  }
}

/**
 * The other claims that may not rest on the same document as this one. Measures of one overlap group, and city and
 * county shares of one matter, may: the earlier grant is taken off there (就高不重复).
 */
export function contestantsOf(evidence: Evidence, claim: EvidenceHolder, catalogue: Catalogue): string[] {
  return evidence.holders
    .filter((other) => other.claim !== claim.claim && !mayShare(other, claim, catalogue))
    .map((other) => other.claim);
}

function mayShare(a: EvidenceHolder, b: EvidenceHolder, catalogue: Catalogue): boolean {
  return a.uscc === b.uscc && a.measure !== b.measure && catalogue.sharesEvidence(a.measure, b.measure);
}
