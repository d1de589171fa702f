import {
  editionStanding,
  officeName,
  registerOfficeRefusal,
  type Actor,
  type ExclusionHit,
  type ListedRow,
  type PlainDate,
  type RegisterBook,
  type RegisterEdition as Edition,
} from '@duixian/casework';
import type { RegisterRule } from '@duixian/policy';
import type { RegisterRowRow } from '../read-model/register-table.js';
import { Exclusion, Register, RegisterEdition, RegisterRow } from './register.type.js';

/** A register as GraphQL shows it to an official of a city. */
export function toRegister(rule: RegisterRule, actor: Actor, city: string): Register {
  const { id, name, source, asked, years = null, keptBy, clearedBy, grounds } = rule;
  return Object.assign(new Register(), {
    ...{ id, name, source, asked, years, grounds, rule },
    keptBy: officeName(keptBy),
    clearedBy: officeName(clearedBy),
    isMine: registerOfficeRefusal(keptBy, actor, city) === null,
    mayClear: registerOfficeRefusal(clearedBy, actor, city) === null,
  });
}

/** Who sees an edition, and when. */
interface Seen {
  readonly userId: string;
  readonly today: PlainDate;
}

export function toEdition(
  register: string,
  edition: Edition,
  book: RegisterBook,
  { userId, today }: Seen,
): RegisterEdition {
  const { id, no, title, authority, document, url, publishedOn, validUntil, file, proposal } = edition;
  const answer = proposal?.answer ?? null;
  return Object.assign(new RegisterEdition(), {
    ...{ id, register, no, title, authority, document, url, publishedOn, validUntil, book },
    standing: editionStanding(edition, book.inForce, today),
    fileName: file.name,
    fileHash: file.sha256,
    openedBy: edition.openedBy,
    openedOn: edition.openedOn,
    opensUntil: proposal?.opensUntil ?? null,
    answeredBy: edition.answeredBy,
    answeredOn: answer?.on ?? null,
    refusedBecause: answer?.kind === 'refused' ? answer.reason : null,
    isMine: edition.openedBy.userId === userId,
  });
}

export function toRow({
  register,
  proposal,
  row,
  uscc,
  name,
  matter,
  decision,
  on,
  until,
  clearings,
}: ListedRow): RegisterRow {
  return Object.assign(new RegisterRow(), {
    ...{ register, edition: proposal, row, uscc, name, matter, decision, decidedOn: on, until },
    clearings: clearings.map(({ by, on: day, ground, reason }) => ({ by, on: day, ground: ground.name, reason })),
  });
}

/** The same of a row of the table. */
export function toStoredRow(row: RegisterRowRow): RegisterRow {
  const { register, proposal, uscc, name, matter, decision, decided_on, until, clearings } = row;
  return Object.assign(new RegisterRow(), {
    ...{ register, edition: proposal, row: row.row, uscc, name, matter, decision, decidedOn: decided_on, until },
    clearings: clearings.map(({ by, on, ground, reason }) => ({ by, on, ground: ground.name, reason })),
  });
}

/** @param isHolding whether nobody cleared it whose clearing counts. */
export function toExclusion(
  hit: ExclusionHit,
  book: RegisterBook,
  {
    actor,
    city,
    today,
    isHolding,
  }: { readonly actor: Actor; readonly city: string; readonly today: PlainDate; readonly isHolding: boolean },
): Exclusion {
  const { rule, edition, row, until } = hit;
  return Object.assign(new Exclusion(), {
    register: toRegister(rule, actor, city),
    edition: toEdition(rule.id, edition, book, { userId: actor.userId, today }),
    row: toRow(row),
    ...{ until, isHolding, hit },
  });
}
