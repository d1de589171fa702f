import type { NewEvent } from '@duixian/event-store';
import type { DomainEvent } from '@duixian/treasury';

/** An event that was decided, as the log takes it. */
export function toNewEvent({ data, meta, ...event }: DomainEvent, eventId: string): NewEvent {
  const { actor, commandId, seen, onBehalfOf } = meta;
  return {
    ...event,
    eventId,
    data,
    meta: {
      ...{ actor: { ...actor }, commandId },
      ...(seen && { seen: { ...seen } }),
      ...(onBehalfOf && { onBehalfOf: { ...onBehalfOf } }),
    },
  };
}
