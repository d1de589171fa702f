import type { NamedOfficial } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import type { DelegationEvent } from './delegation-event.js';

/** 委托代办: for an absence somebody of the same office stands in for an official. */
export interface Delegation {
  /** The id of the command that gave it. */
  readonly id: string;
  readonly from: NamedOfficial;
  readonly to: NamedOfficial;
  /** Both days included. */
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** Ids of the clauses; null: all. */
  readonly measures: readonly string[] | null;
  /** Whether it was ended before its last day was over. */
  readonly ended: boolean;
}

export const DELEGATION_STANDINGS = ['coming', 'standing', 'over', 'ended'] as const;
export type DelegationStanding = (typeof DELEGATION_STANDINGS)[number];

/** Of those that an official gave, in the order of their recording. */
export function foldDelegations(events: readonly DelegationEvent[]): readonly Delegation[] {
  return events.reduce<readonly Delegation[]>((given, event) => {
    if (event.type === 'DelegationEnded') {
      return given.map((each) => (each.id === event.data.delegation ? { ...each, ended: true } : each));
    }
    const { delegation: id, to, from: firstDay, until: lastDay, measures } = event.data;
    const { userId, username, displayName } = event.meta.actor;
    const from = { userId, username, displayName };
    return [...given, { id, from, to, firstDay, lastDay, measures, ended: false }];
  }, []);
}

export function delegationStanding(
  { firstDay, lastDay, ended }: Pick<Delegation, 'firstDay' | 'lastDay' | 'ended'>,
  on: PlainDate,
): DelegationStanding {
  if (ended) return 'ended';
  if (on < firstDay) return 'coming';
  return on > lastDay ? 'over' : 'standing';
}

/** By which of those that an official gave somebody stands in for him under a clause on a day; undefined: by none. */
export function delegationTo(
  given: readonly Delegation[],
  deputy: string,
  measure: string,
  on: PlainDate,
): Delegation | undefined {
  return given.find(
    (each) =>
      each.to.userId === deputy &&
      delegationStanding(each, on) === 'standing' &&
      (each.measures === null || each.measures.includes(measure)),
  );
}
