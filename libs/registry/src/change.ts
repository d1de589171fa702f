import { proposalStanding, type PlainDate, type Proposal, type ProposalAnswer } from '@duixian/casework';
import type { NoticeWay } from './change-event.js';

/** What was proposed for an enterprise's account or its contact, and how it stands. */
export interface Change {
  readonly proposal: Proposal;
  /** That the contact was told, and by whom; null until then. */
  readonly notice: { readonly by: string; readonly how: NoticeWay } | null;
}

/** The change that brought what is in force. Only one is ever under way, so that the last one in force is it. */
export function changeInForce<Each extends Change>(changes: readonly Each[], on: PlainDate): Each | null {
  return changes.findLast(({ proposal }) => proposalStanding(proposal, on) === 'in-force') ?? null;
}

/** The change that is under way on a day: waiting for a second person, or for its time. */
export function pendingChange<Each extends Change>(changes: readonly Each[], on: PlainDate): Each | null {
  const isPending = ({ proposal }: Change) => ['open', 'waiting'].includes(proposalStanding(proposal, on));
  return changes.findLast(isPending) ?? null;
}

/** @throws Error when nobody proposed it. */
export function answered<Each extends Change>(changes: readonly Each[], id: string, answer: ProposalAnswer): Each[] {
  return changed(changes, id, (change) => ({ ...change, proposal: { ...change.proposal, answer } }));
}

/** @throws Error when nobody proposed it. */
export function noticed<Each extends Change>(
  changes: readonly Each[],
  id: string,
  notice: NonNullable<Change['notice']>,
): Each[] {
  return changed(changes, id, (change) => ({ ...change, notice }));
}

function changed<Each extends Change>(changes: readonly Each[], id: string, change: (before: Each) => Each): Each[] {
  if (!changes.some(({ proposal }) => proposal.id === id)) throw new Error(`Nobody proposed ${id}.`);
  return changes.map((each) => (each.proposal.id === id ? change(each) : each));
}
