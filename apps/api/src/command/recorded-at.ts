import type { RecordedEvent } from '@duixian/event-store';

/** When the log recorded what a command brought about. @throws Error where it is not among them. */
export function recordedAtOf(events: readonly RecordedEvent[], commandId: string): string {
  const found = events.find(({ meta }) => meta.commandId === commandId);
  if (found === undefined) throw new Error(`Nothing was recorded by ${commandId}.`);
  return found.recordedAt;
}
