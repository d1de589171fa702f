import type { NamedOfficial } from '../common/actor.js';
import type { Proposal } from '../common/proposal.js';
import type { DepartmentChange, DepartmentEvent } from './department-event.js';

/** A change of a department that an administrator proposed, and what became of it. */
export interface DepartmentProposal {
  readonly proposal: Proposal;
  readonly proposedAs: 'system-administrator' | 'security-administrator';
  readonly change: DepartmentChange;
  readonly reason: string | null;
  readonly proposedBy: NamedOfficial;
  /** Who agreed, refused or took it back last; null while it is open. */
  readonly answeredBy: NamedOfficial | null;
}

/** What a city has on record of its departments and those of its counties. */
export interface DepartmentBook {
  /** Number of events. */
  readonly length: number;
  /** In the order in which they were proposed. */
  readonly proposals: readonly DepartmentProposal[];
}

export const initialDepartmentBook: DepartmentBook = { length: 0, proposals: [] };

/** @throws Error when an answer stands before its proposal. */
export function evolveDepartmentBook(book: DepartmentBook, event: DepartmentEvent): DepartmentBook {
  const { userId, username, displayName } = event.meta.actor;
  const person: NamedOfficial = { userId, username, displayName };
  const length = book.length + 1;
  if (event.type === 'DepartmentChangeProposed') {
    const { proposal: id, opensUntil, proposedAs, change, reason } = event.data;
    const proposal: Proposal = { id, proposedBy: userId, proposedOn: event.occurredOn, opensUntil, answer: null };
    const proposed = { proposal, proposedAs, change, reason, proposedBy: person, answeredBy: null };
    return { length, proposals: [...book.proposals, proposed] };
  }
  const index = book.proposals.findIndex(({ proposal }) => proposal.id === event.data.proposal);
  const found = book.proposals[index];
  if (found === undefined) throw new Error(`${event.type} stands before its proposal.`);
  const answered = { ...found, proposal: { ...found.proposal, answer: answerOf(event) }, answeredBy: person };
  return { length, proposals: book.proposals.with(index, answered) };
}

export function foldDepartments(events: readonly DepartmentEvent[]): DepartmentBook {
  return events.reduce(evolveDepartmentBook, initialDepartmentBook);
}

/** What was agreed to and stands, in the order of its days: also what is yet to come. */
export function agreedChanges({ proposals }: DepartmentBook): readonly DepartmentChange[] {
  return proposals
    .filter(({ proposal }) => proposal.answer?.kind === 'agreed')
    .map(({ change }) => change)
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

function answerOf(event: Exclude<DepartmentEvent, { type: 'DepartmentChangeProposed' }>): Proposal['answer'] {
  const answer = { by: event.meta.actor.userId, on: event.occurredOn };
  switch (event.type) {
    case 'DepartmentChangeAgreed':
      return { kind: 'agreed', ...answer, effectiveFrom: event.data.effectiveFrom };
    case 'DepartmentChangeRefused':
      return { kind: 'refused', ...answer, reason: event.data.reason };
    case 'DepartmentChangeWithdrawn':
      return { kind: 'withdrawn', ...answer };
  }
}
