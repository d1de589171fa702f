import type { Refusal } from './refusal.js';
import { metaOf, type Command, type EventMeta } from './actor.js';
import type { JsonObject } from './json.js';
import type { PlainDate } from './plain-date.js';

/** A fact as a decider states it; whoever records it adds an id. */
export interface Recordable<Type extends string = string, Data = JsonObject, Version extends number = 1> {
  readonly type: Type;
  /** Counts the shapes that the data of this type has had. */
  readonly schemaVersion: Version;
  readonly occurredOn: PlainDate;
  readonly data: Data;
  readonly meta: EventMeta;
}

/** Events for one stream, in order; at least one. */
export interface StreamEvents<Event> {
  readonly stream: string;
  readonly events: readonly Event[];
}

/**
 * A change of one guard: a running total that may not pass its ceiling. In fen, but for counts (a quota, a bank
 * reference). A decision names each account once.
 */
export interface GuardMove {
  readonly account: string;
  /** Left out: the ceiling stays as it is; null: none. */
  readonly ceiling?: bigint | null;
  /** Signed change of what is reserved. */
  readonly reserve?: bigint;
  /** Signed change of what is paid. */
  readonly paid?: bigint;
  /**
   * The decision holds only while the guard is as it was read. Guards are read before streams: then the events read
   * are never older than the version that the append demands.
   */
  readonly dependsOnVersion?: true;
}

/** A guard as it stands. */
export interface GuardBalance {
  readonly ceiling: bigint | null;
  readonly reserved: bigint;
  readonly paid: bigint;
}

/** Guards by account; one that was never mentioned may be absent. */
export type Guards = ReadonlyMap<string, GuardBalance>;

/** Recorded whole, or not at all. */
export interface Accepted<Event> {
  readonly ok: true;
  readonly streams: readonly StreamEvents<Event>[];
  readonly guards: readonly GuardMove[];
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export type Decision<Event> = Accepted<Event> | Refused;

/** `Event` comes from where the decision goes, so that what is recorded is checked against the events' schemas. */
export function accepted<Event>(
  streams: readonly StreamEvents<NoInfer<Event>>[],
  guards: readonly GuardMove[] = [],
): Accepted<Event> {
  return { ok: true, streams, guards };
}

export function refused(reason: Refusal): Refused {
  return { ok: false, refusal: reason };
}

/** The event that `command` brings about. */
export function event<Type extends string, Data>(command: Command, type: Type, data: Data): Recordable<Type, Data> {
  return eventAt(1, command, type, data);
}

/** The same, of a type whose data has changed its shape since version 1. */
export function eventAt<Type extends string, Data, Version extends number>(
  schemaVersion: Version,
  command: Command,
  type: Type,
  data: Data,
): Recordable<Type, Data, Version> {
  return { type, schemaVersion, occurredOn: command.on, data, meta: metaOf(command) };
}

/** Reserved and paid; nothing on an account never mentioned. */
export function usedOf(guards: Guards, account: string): bigint {
  const guard = guards.get(account);
  return guard === undefined ? 0n : guard.reserved + guard.paid;
}
