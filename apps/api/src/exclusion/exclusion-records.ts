import {
  editionStream,
  exclusionHits,
  exclusionStream,
  foldEditionParts,
  foldExclusion,
  foldRegister,
  parseEditionEvent,
  parseExclusionEvent,
  parseRegisterEvent,
  registerStream,
  type ClaimState,
  type EditionParts,
  type ExclusionHit,
  type ListedRow,
  type PlainDate,
  type RegisterBook,
} from '@duixian/casework';
import type { Catalogue, RegisterStep } from '@duixian/policy';
import { lineageOf } from '../claim/holders.js';
import type { Records } from '../command/records.js';

/** The editions of a register. */
export function registerBook(records: Records, register: string): Promise<RegisterBook> {
  return records.fold(registerStream(register), parseRegisterEvent, (events) => foldRegister(events));
}

/** Which parts of an edition's file are read. */
export function editionParts(records: Records, edition: string): Promise<EditionParts> {
  return records.fold(editionStream(edition), parseEditionEvent, foldEditionParts);
}

/** Rows of registers that are about an enterprise. */
export function listedRows(records: Records, uscc: string): Promise<readonly ListedRow[]> {
  return records.fold(exclusionStream(uscc), parseExclusionEvent, foldExclusion);
}

/**
 * Rows in force, of the registers that a step asks, on which a claim's enterprise stands, or one in whose place it goes on.
 * Where the city asks none, nothing is read.
 */
export async function exclusionsOf(
  records: Records,
  claim: ClaimState,
  { places }: Catalogue,
  { step, on }: { readonly step: RegisterStep; readonly on: PlainDate },
): Promise<readonly ExclusionHit[]> {
  const rules = places.registers.of(records.tenant).filter(({ asked }) => asked.includes(step));
  if (claim === null || rules.length === 0) return [];
  const predecessorsOf = async (each: string) => (await records.enterprise(each))?.predecessors ?? [];
  // All of it in the statement that reads the other records; only predecessors are known after that.
  const [books, lineage] = await Promise.all([
    Promise.all(rules.map(async ({ id }) => [id, await registerBook(records, id)] as const)),
    lineageOf(claim.uscc, { predecessorsOf }),
    listedRows(records, claim.uscc),
  ]);
  const rows = await Promise.all([...lineage].map((each) => listedRows(records, each)));
  return exclusionHits({ rules, books: new Map(books), rows: rows.flat() }, on);
}
