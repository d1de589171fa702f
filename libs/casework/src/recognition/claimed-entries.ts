import type { Bilingual } from '@duixian/policy';
import type { Claim } from '../claim/claim.js';
import type { PlainDate } from '../common/plain-date.js';
import type { EvidenceRef } from '../evidence/evidence-ref.js';
import { entryOf, type EntryRef } from './entry-number.js';
import { gapOn, type RecognitionEntry, type RecognitionList, type RecognitionListState } from './recognition-list.js';

/** The lists that something rests on, by the numbers of their documents. */
export type RecognitionLists = ReadonlyMap<string, RecognitionListState>;

/** Of what rests on none. */
export const NO_LISTS: RecognitionLists = new Map();

/** The entries among documents. */
export function entriesAmong(evidence: readonly Pick<EvidenceRef, 'kind' | 'number'>[]): EntryRef[] {
  return evidence.flatMap(({ kind, number }) => (kind === 'recognition' ? (entryOf(number) ?? []) : []));
}

/** An entry with its list; null where no such entry was ever agreed to. */
export function listedEntry(
  lists: RecognitionLists,
  { list: number, no }: EntryRef,
): { readonly list: RecognitionList; readonly entry: RecognitionEntry } | null {
  const list = lists.get(number) ?? null;
  const entry = list?.entries.find((each) => each.no === no);
  return list === null || entry === undefined ? null : { list, entry };
}

/** Why an entry does not cover a matter of the day; null when it does. */
export function gapSentence(list: RecognitionList, entry: RecognitionEntry, day: PlainDate): Bilingual | null {
  const { validFrom, validUntil } = list.head;
  const name = { zh: `${list.list}第${entry.no}项`, en: `Entry ${entry.no} of ${list.list}` };
  switch (gapOn(list.head, entry, day)) {
    case 'not-yet':
      return {
        zh: `${name.zh}自${validFrom}起有效，事项发生于${day}，尚未生效。`,
        en: `${name.en} is valid from ${validFrom} on, and the matter is of ${day}, before that.`,
      };
    case 'over':
      return {
        zh: `${name.zh}有效期至${validUntil ?? ''}，事项发生于${day}，已过期。`,
        en: `${name.en} was valid until ${validUntil ?? ''}, and the matter is of ${day}, after that.`,
      };
    case 'revoked':
      return {
        zh: `${name.zh}已自${entry.revocation?.from ?? ''}起撤销（${entry.revocation?.reason ?? ''}），事项发生于${day}。`,
        en: `${name.en} was revoked from ${entry.revocation?.from ?? ''} on (${entry.revocation?.reason ?? ''}), and the matter is of ${day}.`,
      };
    case null:
      return null;
  }
}

/** Why a claim is not covered any more: an entry on which it rests was revoked for its day since; null when all hold. */
export function endedEntry(
  { evidence, occurredOn }: Pick<Claim, 'evidence' | 'occurredOn'>,
  lists: RecognitionLists,
): Bilingual | null {
  for (const ref of entriesAmong(evidence)) {
    const found = listedEntry(lists, ref);
    if (found === null) throw new Error(`A claim rests on ${ref.list}#${ref.no}, which was not read for it.`);
    const gap = gapSentence(found.list, found.entry, occurredOn);
    if (gap !== null) return gap;
  }
  return null;
}
