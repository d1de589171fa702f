import type { PlainDate } from '../../common/plain-date.js';
import type { ClaimEvent } from '../claim-event.js';
import type { Returned, ReturnAnswer, Told } from './return-schema.js';
import { isSameText, statedFields, type Statement } from './stated-fields.js';

/** A claim, as far as it goes back to its enterprise. */
type Returnable = Statement & { readonly returns: readonly ClaimReturn[] };

/** What a claim was returned for, and how it was answered. */
export interface ClaimReturn extends Omit<Returned, 'office'> {
  readonly on: PlainDate;
  /** The official who returned it, as he was called then. */
  readonly by: string;
  readonly office: { readonly division: string; readonly department: string | null };
  /** What it stated when it was returned; see {@link statedFields}. */
  readonly stated: Readonly<Record<string, string>>;
  /** Null until it is stated anew. */
  readonly answer: {
    readonly on: PlainDate;
    readonly by: string;
    readonly answers: readonly ReturnAnswer[];
    /** Of the fields that the return named, those that were changed. */
    readonly changed: readonly string[];
    readonly changes: readonly StatedChange[];
  } | null;
}

/** A field in which two statements of a claim differ; null where one does not state it. */
export interface StatedChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the return had named it. */
  readonly isAsked: boolean;
}

type Event<Type extends ClaimEvent['type']> = Extract<ClaimEvent, { type: Type }>;

/** The returns of a claim after one more. @param claim before it. */
export function returnsWith(claim: Returnable, { data, occurredOn: on, meta }: Event<'ClaimReturned'>): ClaimReturn[] {
  const { displayName: by, division, department } = meta.actor;
  const office = { division, department };
  return [...claim.returns, { ...data, on, by, office, stated: statedFields(claim), answer: null }];
}

/** The same after the claim was stated anew. @param now what it states now. */
export function returnsAnswered(
  returns: readonly ClaimReturn[],
  event: Event<'ClaimResubmitted'>,
  now: Readonly<Record<string, string>>,
): readonly ClaimReturn[] {
  const open = openReturn(returns);
  if (open === null) return returns;
  const { answers = [] } = event.data;
  const asked = open.items.map(({ field }) => field);
  const changed = asked.filter((field) => !isSameText(open.stated[field], now[field]));
  const changes = changesBetween(open.stated, now, new Set(asked));
  const answer = { on: event.occurredOn, by: event.meta.actor.displayName, answers, changed, changes };
  return [...returns.slice(0, -1), { ...open, answer }];
}

/** What an enterprise is to answer now; null where nothing is. */
export function openReturn(returns: readonly ClaimReturn[]): ClaimReturn | null {
  const last = returns.at(-1);
  return last?.answer === null ? last : null;
}

/** In which fields two statements differ. Which documents there are follows from them, and is no field of its own here. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  asked: ReadonlySet<string>,
): StatedChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): StatedChange[] => {
    if (field === 'evidence' || isSameText(before[field], after[field])) return [];
    const isAsked = asked.has(field) || (field.startsWith('evidence.') && asked.has('evidence'));
    return [{ field, before: before[field] ?? null, after: after[field] ?? null, isAsked }];
  });
}

/** Whether a field could have been named in an earlier return of the claim: it stood there as it stands now. */
export function toldOf(field: string, claim: Returnable): Told {
  const now = statedFields(claim)[field];
  const before = claim.returns.filter(({ stated }) => isSameText(stated[field], now));
  if (before.length === 0) return 'first';
  return before.some(({ items }) => items.some((item) => item.field === field)) ? 'again' : 'late';
}
