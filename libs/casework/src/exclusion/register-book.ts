import type { PlainDate } from '../common/plain-date.js';
import { proposalStanding, type Proposal, type ProposalAnswer } from '../common/proposal.js';
import type { Person } from '../correction/correction-event.js';
import type { EditionSource, RegisterEvent } from './register-event.js';

/** An edition of a register: opened, read in parts, proposed, and answered by a second person. */
export interface RegisterEdition extends EditionSource {
  /** The command that opened it. */
  readonly id: string;
  readonly no: number;
  readonly file: { readonly name: string; readonly sha256: string };
  readonly openedBy: Person;
  readonly openedOn: PlainDate;
  /** Null while its rows are being read. */
  readonly proposal: Proposal | null;
  readonly rows: number;
  readonly refused: number;
  readonly answeredBy: Person | null;
  /** Whether it was given up before it was proposed. */
  readonly isDropped: boolean;
}

/** What is on record of one register. */
export interface RegisterBook {
  /** In the order in which they were opened. */
  readonly editions: readonly RegisterEdition[];
  /** Id of the edition that was agreed to last. */
  readonly inForce: string | null;
}

export const NO_EDITIONS: RegisterBook = { editions: [], inForce: null };

/** How an edition stands on a day. */
export const EDITION_STANDINGS = [
  'reading',
  'proposed',
  'lapsed',
  'in-force',
  'expired',
  'replaced',
  'refused',
  'withdrawn',
] as const;
export type EditionStanding = (typeof EDITION_STANDINGS)[number];

export function editionStanding(
  { id, proposal, validUntil, isDropped }: Pick<RegisterEdition, 'id' | 'proposal' | 'validUntil' | 'isDropped'>,
  inForce: string | null,
  on: PlainDate,
): EditionStanding {
  if (isDropped) return 'withdrawn';
  if (proposal === null) return 'reading';
  switch (proposalStanding(proposal, on)) {
    case 'open':
      return 'proposed';
    case 'lapsed':
      return 'lapsed';
    case 'refused':
      return 'refused';
    case 'withdrawn':
      return 'withdrawn';
    case 'waiting':
    case 'in-force':
      if (id !== inForce) return 'replaced';
      return validUntil !== null && on > validUntil ? 'expired' : 'in-force';
  }
}

export function findEdition({ editions }: RegisterBook, id: string): RegisterEdition | null {
  return editions.find((each) => each.id === id) ?? null;
}

/** The edition whose rows hold on a day; null where there is none. */
export function editionOn(book: RegisterBook, on: PlainDate): RegisterEdition | null {
  const edition = book.inForce === null ? null : findEdition(book, book.inForce);
  return edition !== null && editionStanding(edition, book.inForce, on) === 'in-force' ? edition : null;
}

/** @throws Error when an event stands before the edition that it is about is opened. */
export function foldRegister(events: readonly RegisterEvent[], from: RegisterBook = NO_EDITIONS): RegisterBook {
  return events.reduce(evolveRegister, from);
}

export function evolveRegister(book: RegisterBook, event: RegisterEvent): RegisterBook {
  const { occurredOn: on, meta } = event;
  const { userId, username, displayName } = meta.actor;
  const person = { userId, username, displayName };
  const { proposal: id } = event.data;
  if (event.type === 'RegisterEditionOpened') {
    const { register: _, proposal: __, ...head } = event.data;
    const nothing = { proposal: null, rows: 0, refused: 0, answeredBy: null, isDropped: false };
    return { ...book, editions: [...book.editions, { id, ...head, openedBy: person, openedOn: on, ...nothing }] };
  }
  const edition = findEdition(book, id);
  if (edition === null) throw new Error(`${event.type} stands before ${id} is opened.`);
  const after = changed(edition, event, { by: userId, on, person });
  const editions = book.editions.map((each) => (each === edition ? after : each));
  return { editions, inForce: event.type === 'RegisterEditionAgreed' ? id : book.inForce };
}

type Later = Exclude<RegisterEvent, { type: 'RegisterEditionOpened' }>;

function changed(
  edition: RegisterEdition,
  event: Later,
  { by, on, person }: { readonly by: string; readonly on: PlainDate; readonly person: Person },
): RegisterEdition {
  switch (event.type) {
    case 'RegisterEditionProposed': {
      const { proposal: id, opensUntil, rows, refused } = event.data;
      const proposal = { id, proposedBy: by, proposedOn: on, opensUntil, answer: null };
      return { ...edition, proposal, rows, refused };
    }
    case 'RegisterEditionAgreed':
      return answered(edition, person, { kind: 'agreed', by, on, effectiveFrom: event.data.effectiveFrom });
    case 'RegisterEditionRefused':
      return answered(edition, person, { kind: 'refused', by, on, reason: event.data.reason });
    case 'RegisterEditionWithdrawn':
      return edition.proposal === null
        ? { ...edition, isDropped: true }
        : answered(edition, person, { kind: 'withdrawn', by, on });
  }
}

function answered(edition: RegisterEdition, answeredBy: Person, answer: ProposalAnswer): RegisterEdition {
  const { proposal } = edition;
  if (proposal === null) throw new Error(`${edition.id} is answered before it is proposed.`);
  return { ...edition, answeredBy, proposal: { ...proposal, answer } };
}
