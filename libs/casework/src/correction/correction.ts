import type { Proposal } from '../common/proposal.js';
import type { CorrectionContent, CorrectionEvent, CorrectionTarget, Person } from './correction-event.js';

/** The latest correction of an event that somebody proposed, and what became of it. */
export interface Correction {
  readonly proposal: Proposal;
  readonly target: CorrectionTarget;
  readonly content: CorrectionContent;
  readonly reason: string;
  readonly proposedBy: Person;
  /** Who agreed, refused or took it back; null while it is open. */
  readonly answeredBy: Person | null;
}

/** Null before one is proposed. */
export type CorrectionState = Correction | null;

/** @throws Error when an answer stands before a proposal. */
export function evolveCorrection(state: CorrectionState, event: CorrectionEvent): Correction {
  const { userId, username, displayName } = event.meta.actor;
  const person: Person = { userId, username, displayName };
  if (event.type === 'CorrectionProposed') {
    const { proposal: id, opensUntil, target, content, reason } = event.data;
    const proposal: Proposal = { id, proposedBy: userId, proposedOn: event.occurredOn, opensUntil, answer: null };
    return { proposal, target, content, reason, proposedBy: person, answeredBy: null };
  }
  if (state === null) throw new Error(`${event.type} stands before CorrectionProposed.`);
  const answer = { by: userId, on: event.occurredOn };
  switch (event.type) {
    case 'CorrectionAgreed': {
      const { effectiveFrom } = event.data;
      const agreed: Proposal = { ...state.proposal, answer: { kind: 'agreed', ...answer, effectiveFrom } };
      return { ...state, proposal: agreed, answeredBy: person };
    }
    case 'CorrectionRefused': {
      const { reason } = event.data;
      const refused: Proposal = { ...state.proposal, answer: { kind: 'refused', ...answer, reason } };
      return { ...state, proposal: refused, answeredBy: person };
    }
    case 'CorrectionWithdrawn': {
      const withdrawn: Proposal = { ...state.proposal, answer: { kind: 'withdrawn', ...answer } };
      return { ...state, proposal: withdrawn, answeredBy: person };
    }
  }
}

export function foldCorrection(events: readonly CorrectionEvent[]): CorrectionState {
  return events.reduce<CorrectionState>(evolveCorrection, null);
}
