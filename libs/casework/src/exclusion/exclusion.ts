import type { Bilingual } from '@duixian/policy';
import type { PlainDate } from '../common/plain-date.js';
import type { Uscc } from '../common/uscc.js';
import type { Person } from '../correction/correction-event.js';
import type { ExclusionEvent } from './exclusion-event.js';

/** Who cleared a row, when and why. */
export interface Clearing {
  readonly by: Person;
  readonly on: PlainDate;
  readonly capacity: 'clerk' | 'reviewer' | 'finance';
  readonly ground: { readonly id: string; readonly name: Bilingual };
  readonly reason: string;
}

/** A row of an edition of a register that is about an enterprise; it counts while that edition is in force. */
export interface ListedRow {
  readonly register: string;
  /** Id of the edition. */
  readonly proposal: string;
  readonly row: number;
  readonly uscc: Uscc;
  readonly name: string;
  readonly matter: string;
  readonly decision: string | null;
  readonly on: PlainDate | null;
  readonly until: PlainDate | null;
  /** In order; more than one where the first does not count for a claim in which its official took part. */
  readonly clearings: readonly Clearing[];
}

/** @throws Error when a row is cleared before it is listed. */
export function foldExclusion(events: readonly ExclusionEvent[]): readonly ListedRow[] {
  return events.reduce<readonly ListedRow[]>(evolveExclusion, []);
}

export function evolveExclusion(rows: readonly ListedRow[], event: ExclusionEvent): readonly ListedRow[] {
  if (event.type === 'EnterpriseListed') return [...rows, { ...event.data, clearings: [] }];
  const { data, meta, occurredOn: on } = event;
  const { userId, username, displayName } = meta.actor;
  const found = rows.find(({ proposal, row }) => proposal === data.proposal && row === data.row);
  if (found === undefined) throw new Error(`Row ${data.row} of ${data.proposal} is cleared before it is listed.`);
  const { capacity, ground, reason } = data;
  const clearing = { by: { userId, username, displayName }, on, capacity, ground, reason };
  return rows.map((each) => (each === found ? { ...each, clearings: [...each.clearings, clearing] } : each));
}
