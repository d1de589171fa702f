import type { Contestant } from '../claims/fragments.js';
import type { LikelyClaims } from './documents.js';

/** Why a claim is offered: what it shares with the other one; null where the enterprise is all that it shares. */
export type Shares =
  | { kind: 'paper'; evidence: LikelyClaims['evidence'][number]['kind']; number: string }
  | { kind: 'contract'; number: string }
  | { kind: 'subject'; subject: string }
  | { kind: 'year'; year: number };

export interface LikelyClaim {
  claim: Contestant;
  shares: Shares[];
}

/** Each once with all that it shares; those that share something first, then the enterprise's own, newest first. */
export function likelyOf({
  id,
  evidence,
  nearContracts,
  similarSubjects,
  contradictingYears,
  enterprise,
}: LikelyClaims): LikelyClaim[] {
  const found: [Contestant, Shares | null][] = [
    ...evidence.flatMap(({ kind, number, contestedBy }) =>
      contestedBy.map((claim): [Contestant, Shares] => [claim, { kind: 'paper', evidence: kind, number }]),
    ),
    ...nearContracts.map(({ number, claim }): [Contestant, Shares] => [claim, { kind: 'contract', number }]),
    ...similarSubjects.map((claim): [Contestant, Shares] => [claim, { kind: 'subject', subject: claim.subject ?? '' }]),
    ...contradictingYears.map((claim): [Contestant, Shares] => [claim, { kind: 'year', year: claim.year }]),
    ...enterprise.claims.nodes.map((claim): [Contestant, null] => [claim, null]),
  ];
  const likely = new Map<string, LikelyClaim>();
  for (const [claim, shared] of found) {
    if (claim.id === id) continue;

    const known = likely.get(claim.id) ?? { claim, shares: [] };
    if (shared !== null) known.shares.push(shared);
    likely.set(claim.id, known);
  }
  return [...likely.values()];
}
