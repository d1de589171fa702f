import type { Catalogue } from '@duixian/policy';
import { z } from 'zod';
import { isPastReview, type ClaimStatus } from '../claim/claim-status.js';
import type { Facts } from '../claim/facts.js';
import { eventSchema, eventSchemaAt } from '../common/event-schema.js';
import { subjectKeyOf } from '../common/subject-key.js';
import { usccSchema } from '../common/uscc.js';
import { lookOf } from '../common/look.js';
import { isPromiseOfYears } from '../claim/measures.js';
import { areNearNames } from '../common/near-names.js';
import { kindsUnderNumber, type EvidenceRef } from './evidence-ref.js';
import type { EvidenceDocument } from './invoice.js';

/** What a claim asks for, as far as it says whether its documents may support another claim too. */
const matterSchema = z.object({
  year: z.int(),
  /** As claimed; null where the measure has none, or derives it from the facts. */
  subject: z.string().nullable(),
  /** Whether its facts put it in the overlap group of its clause. */
  overlaps: z.boolean(),
});
export type ClaimMatter = z.infer<typeof matterSchema>;

/** The two sides of a contract: the enterprise that claims, by its name of that day, and the other party. */
const partiesSchema = z.object({
  claimant: z.string(),
  other: z.string(),
  /** Where the claim rests on several contracts of one number: the other parties of all but the first. */
  further: z.array(z.string()).default([]),
});
export type ContractParties = z.infer<typeof partiesSchema>;

/** A live claim that rests on the document. */
export interface EvidenceHolder {
  readonly claim: string;
  readonly measure: string;
  readonly uscc: string;
  /** Null where the event does not say; then the claim's own record does. */
  readonly matter: ClaimMatter | null;
  /** Who are bound by the contract, as the claim states it; null of another document, and where it does not say. */
  readonly parties: ContractParties | null;
  /** Claims that it holds up no more on this document, since that was answered before. */
  readonly answered: readonly string[];
}

/** One document and the live claims that name it, in the order in which they did. */
export interface Evidence extends EvidenceRef {
  readonly holders: readonly EvidenceHolder[];
  /** Of parties of a contract that were renamed: the name of now, by the one that was stated. */
  readonly presentNames?: ReadonlyMap<string, string>;
}

/** A claim that named the document, and the clerk who entered it. */
interface Naming {
  readonly claim: string;
  readonly uscc: string;
  readonly clerk: string;
}

/** A claim that rested on the document, and those that did beside it when it gave way. */
export interface FormerHolder extends Naming {
  readonly beside: readonly string[];
}

/** The same with what was before. */
export interface EvidenceHistory extends Evidence {
  /** Each live claim, and who entered it. */
  readonly namings: readonly Naming[];
  readonly former: readonly FormerHolder[];
}

export const evidenceEventSchema = z.discriminatedUnion('type', [
  // Until version 2 it did not say what the claim asks for, nor who are bound by a contract.
  eventSchemaAt(
    2,
    'EvidenceClaimed',
    z.object({
      claim: z.string(),
      measure: z.string(),
      uscc: usccSchema,
      matter: matterSchema.nullable(),
      parties: partiesSchema.nullable().default(null),
    }),
  ),
  eventSchema('EvidenceFreed', z.object({ claim: z.string() })),
  // The claim is accepted, and the claims are those that its enterprise or clerk has held up on the document before.
  eventSchema('EvidenceAnswered', z.object({ claim: z.string(), claims: z.array(z.string()) })),
]);
export type EvidenceEvent = z.infer<typeof evidenceEventSchema>;

export function initialEvidence({ kind, number }: EvidenceRef): EvidenceHistory {
  return { kind, number, holders: [], namings: [], former: [] };
}

export function evolveEvidence(evidence: EvidenceHistory, event: EvidenceEvent): EvidenceHistory {
  const others = evidence.holders.filter((holder) => holder.claim !== event.data.claim);
  const namings = evidence.namings.filter((naming) => naming.claim !== event.data.claim);
  switch (event.type) {
    case 'EvidenceClaimed': {
      const { claim, measure, uscc, matter, parties } = event.data;
      const clerk = event.meta.actor.userId;
      return {
        ...evidence,
        holders: [...others, { claim, measure, uscc, matter, parties, answered: [] }],
        namings: [...namings, { claim, uscc, clerk }],
      };
    }
    case 'EvidenceFreed': {
      const beside = others.map(({ claim }) => claim);
      const freed = evidence.namings.filter(({ claim }) => claim === event.data.claim);
      const former = [...evidence.former, ...freed.map((naming) => ({ ...naming, beside }))];
      return { ...evidence, holders: others, namings, former };
    }
    case 'EvidenceAnswered': {
      const { claim, claims: answered } = event.data;
      const holders = evidence.holders.map((each) => (each.claim === claim ? { ...each, answered } : each));
      return { ...evidence, holders };
    }
  }
}

/** What a claim's record says of what it asks for. */
export interface MatterOnRecord {
  readonly measure: string;
  readonly year: number;
  readonly subject: string | null;
  readonly facts: Facts;
}

/** What a claim asks for, as its record says. */
export function matterOf({ measure, year, subject, facts }: MatterOnRecord, catalogue: Catalogue): ClaimMatter {
  return { year, subject, overlaps: catalogue.isInOverlap(measure, year, facts) };
}

/** A claim as one that rests on its documents; who are bound by each contract stands with the document. */
export function holderOf(
  claim: MatterOnRecord & { readonly id: string; readonly uscc: string },
  catalogue: Catalogue,
): EvidenceHolder {
  const { id, measure, uscc } = claim;
  return { claim: id, measure, uscc, matter: matterOf(claim, catalogue), parties: null, answered: [] };
}

/**
 * The other claims that may not rest on the same document as this one. Those of one enterprise may where the earlier
 * grant is taken off the later one (就高不重复): claims of one measure that is reckoned by the year, measures of one
 * overlap group, and city and county shares, each of the same matter.
 */
export function contestantsOf(evidence: Evidence, claim: EvidenceHolder, catalogue: Catalogue): string[] {
  const own = partiesOn(evidence, claim);
  return othersOn(evidence, claim, catalogue)
    .filter((other) => !isOtherContract(evidence, own, other.parties))
    .map((other) => other.claim);
}

/**
 * Of those, the claims that hold this one up: the first whose review agrees holds the document against all others, and until
 * then claims that a second clerk accepted hold each other up, unless that was answered before. Two that are both past
 * their review, as when the enterprises went apart again for which they could share it, hold each other up.
 *
 * @param statuses of the other claims; one that is left out holds this one up.
 */
export function holdersUpOf(
  evidence: Evidence,
  claim: EvidenceHolder & { readonly status: ClaimStatus },
  catalogue: Catalogue,
  statuses: ReadonlyMap<string, ClaimStatus>,
): string[] {
  return contestantsOf(evidence, claim, catalogue).filter((other) => {
    const status = statuses.get(other);
    if (isPastReview(claim.status)) return status === undefined || isPastReview(status);
    if (status === 'submitted') return false;
    const wasAnswered = evidence.holders.some((each) => each.claim === other && each.answered.includes(claim.claim));
    return status !== 'accepted' || !wasAnswered;
  });
}

/** Claims that gave way on the document and were of the same enterprise as this one, or entered by the same clerk. */
export function formerOf(evidence: EvidenceHistory, claim: string): readonly FormerHolder[] {
  const own = evidence.namings.find((naming) => naming.claim === claim);
  if (own === undefined) return [];
  return evidence.former.filter((each) => each.claim !== claim && (each.uscc === own.uscc || each.clerk === own.clerk));
}

/**
 * The other claims that rest on another contract of this number by the parties that were stated, and may yet rest on the
 * same: the parties are named almost alike, or the enterprise itself states two of them for one number.
 */
export function doubtfulOn(evidence: Evidence, claim: EvidenceHolder, catalogue: Catalogue): EvidenceHolder[] {
  const own = partiesOn(evidence, claim);
  return othersOn(evidence, claim, catalogue).filter(({ uscc, parties }) => {
    if (own === null || parties === null || !isOtherContract(evidence, own, parties)) return false;
    return uscc === claim.uscc || areAlike(asNow(own, evidence), asNow(parties, evidence), areNearOrSame);
  });
}

/** All that are named as parties where several claims rest on one contract's number; nobody where nothing is to be compared. */
export function partiesNamedOn(evidence: Evidence): string[] {
  const parties = evidence.holders.flatMap((holder) => holder.parties ?? []);
  if (!hasParties(evidence) || parties.length < 2) return [];
  return [...new Set(parties.flatMap((each) => [each.claimant, ...othersOf(each)]))];
}

/** The other parties of the contracts on which a claim rests; none where nobody said. */
export function otherPartiesOf({ parties }: EvidenceHolder): string[] {
  return parties === null ? [] : othersOf(parties);
}

function partiesOn(evidence: Evidence, { claim }: EvidenceHolder): ContractParties | null {
  return evidence.holders.find((holder) => holder.claim === claim)?.parties ?? null;
}

function othersOn(evidence: Evidence, claim: EvidenceHolder, catalogue: Catalogue): EvidenceHolder[] {
  return evidence.holders.filter(
    (other) => other.claim !== claim.claim && !mayShare(evidence, other, claim, catalogue),
  );
}

/**
 * Whether two contracts under one number are not the same: their other parties differ, and neither is the other claim's
 * own other side. A number that can be no other paper's says it all, and one without its party may be anybody's.
 */
function isOtherContract(document: Evidence, a: ContractParties | null, b: ContractParties | null): boolean {
  if (!hasParties(document) || a === null || b === null) return false;
  return !areAlike(asNow(a, document), asNow(b, document), sameParty);
}

/** The parties under their present names. */
function asNow({ claimant, other, further }: ContractParties, { presentNames }: Evidence): ContractParties {
  const nameOf = (name: string): string => presentNames?.get(name) ?? name;
  return { claimant: nameOf(claimant), other: nameOf(other), further: further.map(nameOf) };
}

/** Whether a document's number is its own together with its party. */
function hasParties(document: EvidenceRef): boolean {
  return document.kind === 'contract' && kindsUnderNumber(document).length === 1;
}

/** Whether two documents that one claim names are contracts of one number with different parties. */
export function areTwoContracts(a: EvidenceDocument, b: EvidenceDocument): boolean {
  return hasParties(a) && a.party !== null && b.party !== null && !sameParty(a.party, b.party);
}

type Alike = (a: string, b: string) => boolean;

/** Whether the two name the same other party, or each other. */
function areAlike(a: ContractParties, b: ContractParties, alike: Alike): boolean {
  const [ofA, ofB] = [othersOf(a), othersOf(b)];
  const isOtherSide = ofA.some((party) => alike(party, b.claimant)) && ofB.some((party) => alike(party, a.claimant));
  return isOtherSide || ofA.some((party) => ofB.some((each) => alike(party, each)));
}

function othersOf({ other, further }: ContractParties): string[] {
  return [other, ...further];
}

function areNearOrSame(a: string, b: string): boolean {
  return sameParty(a, b) || areNearNames(a, b);
}

function sameParty(a: string, b: string): boolean {
  return lookOf(a) === lookOf(b);
}

function mayShare({ kind }: EvidenceRef, a: EvidenceHolder, b: EvidenceHolder, catalogue: Catalogue): boolean {
  if (a.uscc !== b.uscc || a.matter === null || b.matter === null) return false;
  if (kind === 'contract' && a.measure === b.measure && a.matter.year !== b.matter.year) {
    // One lease stands for each of the years for which its rent is promised.
    const clause = catalogue.measure(a.measure)?.clause;
    if (clause !== undefined && isPromiseOfYears(clause)) return true;
  }
  return catalogue.sharesEvidence(paperMatter(a.measure, a.matter), paperMatter(b.measure, b.matter));
}

/** A subject is one however it is spelled. */
function paperMatter(measure: string, { subject, ...matter }: ClaimMatter) {
  return { measure, ...matter, subject: subject === null ? null : subjectKeyOf(subject) };
}
