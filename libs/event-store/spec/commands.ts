import { randomUUID } from 'node:crypto';
import { ANY_VERSION, type AppendCommand, type GuardChange, type JsonObject, type NewEvent } from '../src/index.js';

export const QUANZHOU = '350500';
export const XIAMEN = '350200';

export function event(data: JsonObject = {}, overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    eventId: randomUUID(),
    type: 'GrantDetermined',
    schemaVersion: 1,
    occurredOn: '2025-12-31',
    data,
    meta: { user: 'finance' },
    ...overrides,
  };
}

interface CommandParts extends Partial<Omit<AppendCommand, 'streams'>> {
  readonly stream?: string;
  readonly expectedVersion?: number;
  readonly events?: readonly NewEvent[];
}

/** One event on a stream of its own, unless told otherwise. */
export function command({ stream, expectedVersion, events, ...rest }: CommandParts = {}): AppendCommand {
  return {
    tenant: QUANZHOU,
    commandId: randomUUID(),
    requestHash: 'request',
    streams: [
      {
        stream: stream ?? `claim:${randomUUID()}`,
        expectedVersion: expectedVersion ?? ANY_VERSION,
        events: events ?? [event()],
      },
    ],
    guards: [],
    ...rest,
  };
}

/** Reserves on these accounts, and says so in the event, so that totals can be added up from the log alone. */
export function reservation(changes: readonly GuardChange[], parts: CommandParts = {}): AppendCommand {
  const reserved = Object.fromEntries(changes.map(({ account, reserve }) => [account, String(reserve ?? 0n)]));
  return command({ events: [event({ reserved })], ...parts, guards: changes });
}
