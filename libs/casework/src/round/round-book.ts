import { workingDaysFrom } from '@duixian/calendar';
import { addDays, type PlainDate } from '../common/plain-date.js';
import type { Proposal, ProposalAnswer } from '../common/proposal.js';
import type { Person } from '../correction/correction-event.js';
import { roundId, type RoundEvent, type RoundTerms } from './round-event.js';

/** That a round closes later than it was to, agreed to by two. */
export interface RoundExtension {
  /** Its last day before. */
  readonly before: PlainDate;
  readonly closes: PlainDate;
  readonly reason: string;
  /** Day of the agreement. */
  readonly on: PlainDate;
}

/** A round that two officials agreed to; `closes` as it was last extended. */
export interface Round extends RoundTerms {
  readonly id: string;
  /** In the order of their agreement. */
  readonly extensions: readonly RoundExtension[];
}

/** What is proposed: that a round is opened, or that one goes on for longer. */
export type RoundChange =
  | { readonly kind: 'opening'; readonly terms: RoundTerms }
  | {
      readonly kind: 'extension';
      readonly number: string;
      readonly closes: PlainDate;
      readonly reason: string;
    };

export interface RoundProposal {
  readonly proposal: Proposal;
  readonly change: RoundChange;
  readonly proposedBy: Person;
  readonly answeredBy: Person | null;
}

/** The rounds of one document. */
export interface RoundBook {
  /** In the order in which they were agreed to. */
  readonly rounds: readonly Round[];
  readonly proposals: readonly RoundProposal[];
}

export const NO_ROUNDS: RoundBook = { rounds: [], proposals: [] };

/** @throws Error when an answer stands before its proposal. */
export function foldRounds(events: readonly RoundEvent[]): RoundBook {
  return events.reduce(evolveRounds, NO_ROUNDS);
}

export function evolveRounds(book: RoundBook, event: RoundEvent): RoundBook {
  switch (event.type) {
    case 'RoundProposed': {
      const { proposal: _, opensUntil: __, ...terms } = event.data;
      return withProposal(book, event, { kind: 'opening', terms });
    }
    case 'RoundExtensionProposed': {
      const { number, closes, reason } = event.data;
      return withProposal(book, event, { kind: 'extension', number, closes, reason });
    }
    case 'RoundAgreed':
    case 'RoundRefused':
    case 'RoundWithdrawn':
      return answered(book, event);
  }
}

type EventOf<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type }>;

function withProposal(
  book: RoundBook,
  { data, meta, occurredOn }: EventOf<'RoundProposed' | 'RoundExtensionProposed'>,
  change: RoundChange,
): RoundBook {
  const { userId, username, displayName } = meta.actor;
  const { proposal: id, opensUntil } = data;
  const proposal: Proposal = { id, proposedBy: userId, proposedOn: occurredOn, opensUntil, answer: null };
  const proposed = { proposal, change, proposedBy: { userId, username, displayName }, answeredBy: null };
  return { ...book, proposals: [...book.proposals, proposed] };
}

type Answer = EventOf<'RoundAgreed' | 'RoundRefused' | 'RoundWithdrawn'>;

function answered(book: RoundBook, event: Answer): RoundBook {
  const found = book.proposals.find(({ proposal }) => proposal.id === event.data.proposal);
  if (found === undefined) throw new Error(`${event.type} stands before ${event.data.proposal}.`);
  const { userId, username, displayName } = event.meta.actor;
  const answeredBy = { userId, username, displayName };
  const proposals = book.proposals.map((each) =>
    each === found ? { ...each, proposal: { ...each.proposal, answer: answerOf(event) }, answeredBy } : each,
  );
  const after = { ...book, proposals };
  return event.type === 'RoundAgreed' ? inForce(after, found.change, event.occurredOn) : after;
}

function inForce(book: RoundBook, change: RoundChange, on: PlainDate): RoundBook {
  switch (change.kind) {
    case 'opening':
      return {
        ...book,
        rounds: [...book.rounds, { ...change.terms, id: roundId(change.terms), extensions: [] }],
      };
    case 'extension': {
      const { number, closes, reason } = change;
      const rounds = book.rounds.map((round) =>
        round.number === number
          ? { ...round, closes, extensions: [...round.extensions, { before: round.closes, closes, reason, on }] }
          : round,
      );
      return { ...book, rounds };
    }
  }
}

function answerOf(event: Answer): ProposalAnswer {
  const given = { by: event.meta.actor.userId, on: event.occurredOn };
  switch (event.type) {
    case 'RoundAgreed':
      return { kind: 'agreed', ...given, effectiveFrom: event.data.effectiveFrom };
    case 'RoundRefused':
      return { kind: 'refused', ...given, reason: event.data.reason };
    case 'RoundWithdrawn':
      return { kind: 'withdrawn', ...given };
  }
}

/** How a round stands on a day: 未开始, 申报中, 已截止. */
export const ROUND_STANDINGS = ['to-come', 'open', 'closed'] as const;
export type RoundStanding = (typeof ROUND_STANDINGS)[number];

export function roundStanding({ opens, closes }: Pick<Round, 'opens' | 'closes'>, on: PlainDate): RoundStanding {
  if (on < opens) return 'to-come';
  return on > closes ? 'closed' : 'open';
}

/** Working days that are left to submit in, today among them; null where the schedule of a year is not published, 0 once it is closed. */
export function workingDaysLeft(round: Pick<Round, 'opens' | 'closes'>, on: PlainDate): number | null {
  if (on > round.closes) return 0;
  return workingDaysFrom(on < round.opens ? round.opens : on, addDays(round.closes, 1));
}

export function findRound({ rounds }: RoundBook, id: string): Round | null {
  return rounds.find((round) => round.id === id) ?? null;
}

/** Rounds of a clause, by their first day. */
export function roundsOf({ rounds }: RoundBook, clause: string): readonly Round[] {
  return rounds
    .filter(({ clauses }) => clauses.includes(clause))
    .sort((a, b) => (a.opens < b.opens ? -1 : Number(a.opens > b.opens)));
}

/** Rounds of one of the clauses that share a day with these: no clause has two at a time. */
export function overlapping(
  { rounds }: RoundBook,
  { number, clauses, opens, closes }: Pick<RoundTerms, 'number' | 'clauses' | 'opens' | 'closes'>,
): readonly Round[] {
  return rounds.filter(
    (round) =>
      round.number !== number &&
      round.opens <= closes &&
      opens <= round.closes &&
      round.clauses.some((clause) => clauses.includes(clause)),
  );
}
