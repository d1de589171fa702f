import type { PlainDate } from '../common/plain-date.js';
import { proposalStanding, type Proposal, type ProposalAnswer } from '../common/proposal.js';
import type { Person } from '../correction/correction-event.js';
import type { ListedEntry, ListHead, RecognitionEvent } from './recognition-event.js';

/** An entry that two persons agreed to. */
export interface RecognitionEntry extends ListedEntry {
  /** First day whose matters it covers no more, and why (撤销认定); null while it stands. */
  readonly revocation: { readonly from: PlainDate; readonly reason: string } | null;
}

/** What is proposed for a list: lines of a file, or that lines of it are revoked. */
export type RecognitionChange =
  | {
      readonly kind: 'import';
      readonly head: ListHead;
      readonly file: { readonly name: string; readonly sha256: string };
      readonly refused: number;
      readonly entries: readonly ListedEntry[];
    }
  | {
      readonly kind: 'revocation';
      readonly entries: readonly number[];
      readonly whole: boolean;
      readonly from: PlainDate;
      readonly reason: string;
    };

export interface RecognitionProposal {
  readonly proposal: Proposal;
  readonly change: RecognitionChange;
  readonly proposedBy: Person;
  /** Department of the proposer; null for a window clerk without one. */
  readonly proposedFrom: string | null;
  readonly answeredBy: Person | null;
}

type OpenImport = RecognitionProposal & { readonly change: Extract<RecognitionChange, { kind: 'import' }> };

export interface RecognitionList {
  /** Number of its document. */
  readonly list: string;
  /** As the first import that was agreed to says; until then as the latest proposal does. */
  readonly head: ListHead;
  /** Those in force and those that were revoked, by their place; none before an import is agreed to. */
  readonly entries: readonly RecognitionEntry[];
  readonly proposals: readonly RecognitionProposal[];
}

/** Null before anything is proposed. */
export type RecognitionListState = RecognitionList | null;

/** The head of a list on record, whose division and department keep it; null before an import is agreed to. */
export function keeperOf(list: RecognitionListState): ListHead | null {
  return list === null || list.entries.length === 0 ? null : list.head;
}

/** Who agrees to a proposal and refuses it: whoever keeps the list; before it is on record, whoever an import says will. */
export function answeringKeeper(list: RecognitionList, change: RecognitionChange): ListHead {
  return keeperOf(list) ?? (change.kind === 'import' ? change.head : list.head);
}

/** Imports that still can be answered; before a list is on record there may be one of each office that would keep it. */
export function openImports(list: RecognitionListState, on: PlainDate): OpenImport[] {
  return (list?.proposals ?? []).flatMap((proposed) => {
    const { proposal, change } = proposed;
    return change.kind === 'import' && proposalStanding(proposal, on) === 'open' ? [{ ...proposed, change }] : [];
  });
}

/** @throws Error when another event stands before the first proposal of an import, or an answer before its proposal. */
export function foldRecognitionList(events: readonly RecognitionEvent[]): RecognitionListState {
  return events.reduce<RecognitionListState>(evolveRecognitionList, null);
}

export function evolveRecognitionList(state: RecognitionListState, event: RecognitionEvent): RecognitionList {
  if (event.type === 'RecognitionListProposed') return imported(state, event);
  if (state === null) throw new Error(`${event.type} stands before the list is proposed.`);
  if (event.type === 'RecognitionRevocationProposed') {
    const { entries, whole, from, reason } = event.data;
    return withProposal(state, event, { kind: 'revocation', entries, whole, from, reason });
  }
  return answered(state, event);
}

type EventOf<Type extends RecognitionEvent['type']> = Extract<RecognitionEvent, { type: Type }>;

function imported(state: RecognitionListState, event: EventOf<'RecognitionListProposed'>): RecognitionList {
  const { proposal: _, opensUntil: __, file, refused, entries, ...head } = event.data;
  const before: RecognitionList = state ?? { list: head.list, head, entries: [], proposals: [] };
  const known = before.entries.length === 0 ? { ...before, head } : before;
  return withProposal(known, event, { kind: 'import', head, file, refused, entries });
}

function withProposal(
  state: RecognitionList,
  { data, meta, occurredOn }: EventOf<'RecognitionListProposed' | 'RecognitionRevocationProposed'>,
  change: RecognitionChange,
): RecognitionList {
  const { userId, username, displayName, department } = meta.actor;
  const { proposal: id, opensUntil } = data;
  const proposal: Proposal = { id, proposedBy: userId, proposedOn: occurredOn, opensUntil, answer: null };
  const proposed: RecognitionProposal = {
    proposal,
    change,
    proposedBy: { userId, username, displayName },
    proposedFrom: department,
    answeredBy: null,
  };
  return { ...state, proposals: [...state.proposals, proposed] };
}

type Answer = EventOf<'RecognitionAgreed' | 'RecognitionRefused' | 'RecognitionWithdrawn'>;

function answered(state: RecognitionList, event: Answer): RecognitionList {
  const { proposal: id } = event.data;
  const found = state.proposals.find(({ proposal }) => proposal.id === id);
  if (found === undefined) throw new Error(`${event.type} stands before ${id}.`);
  const { userId, username, displayName } = event.meta.actor;
  const answeredBy = { userId, username, displayName };
  const proposals = state.proposals.map((each) =>
    each === found ? { ...each, proposal: { ...each.proposal, answer: answerOf(event) }, answeredBy } : each,
  );
  const after = { ...state, proposals };
  return event.type === 'RecognitionAgreed' ? inForce(after, found.change) : after;
}

function inForce(state: RecognitionList, change: RecognitionChange): RecognitionList {
  switch (change.kind) {
    case 'import': {
      const { head, entries } = change;
      const added = entries.map((entry) => ({ ...entry, revocation: null }));
      return {
        ...state,
        head: state.entries.length === 0 ? head : state.head,
        entries: [...state.entries, ...added],
      };
    }
    case 'revocation': {
      const { from, reason } = change;
      const revoked = new Set(change.entries);
      const entries = state.entries.map((entry) =>
        revoked.has(entry.no) ? { ...entry, revocation: { from, reason } } : entry,
      );
      return { ...state, entries };
    }
  }
}

function answerOf(event: Answer): ProposalAnswer {
  const given = { by: event.meta.actor.userId, on: event.occurredOn };
  switch (event.type) {
    case 'RecognitionAgreed':
      return { kind: 'agreed', ...given, effectiveFrom: event.data.effectiveFrom };
    case 'RecognitionRefused':
      return { kind: 'refused', ...given, reason: event.data.reason };
    case 'RecognitionWithdrawn':
      return { kind: 'withdrawn', ...given };
  }
}

/** Why an entry does not cover a matter of a day: it is not yet or no longer valid, or was revoked; null when it does. */
export type EntryGap = 'not-yet' | 'over' | 'revoked';

export function gapOn(
  head: Pick<ListHead, 'validFrom' | 'validUntil'>,
  { revocation }: Pick<RecognitionEntry, 'revocation'>,
  day: PlainDate,
): EntryGap | null {
  if (day < head.validFrom) return 'not-yet';
  if (revocation !== null && day >= revocation.from) return 'revoked';
  return head.validUntil !== null && day > head.validUntil ? 'over' : null;
}
