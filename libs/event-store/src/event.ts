/** A value that survives JSON. Money is a string of fen or yuan here, never a number. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object, as the log keeps it. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A fact to be recorded. Its name is in the past tense; it is never changed afterwards. */
export interface NewEvent {
  /** Chosen by the caller, unique; a UUID serves. */
  readonly eventId: string;
  readonly type: string;
  /** Version of the shape of `data`, from 1. */
  readonly schemaVersion: number;
  /** When the matter happened, `YYYY-MM-DD`. When it was recorded is the log's to say. */
  readonly occurredOn: string;
  /** The fact. No personal data: a reference to a row that can be erased. */
  readonly data: JsonObject;
  /** Who, on which request: what is not the fact itself. */
  readonly meta: JsonObject;
}

/** An event as it stands in the log. */
export interface RecordedEvent extends NewEvent {
  readonly tenant: string;
  /** Place in the tenant's log: 1, 2, 3 … without gaps, in the order of commit. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in the stream: 1, 2, 3 … */
  readonly version: number;
  /** ISO 8601 in UTC, taken by the database while it handed out the position. */
  readonly recordedAt: string;
  /** What a later event put in place of the content recorded here; null when that stands. */
  readonly correction: Correction | null;
  /** Why the content could not be brought into its newest shape, and stands as it was recorded; null when it could. */
  readonly fault: string | null;
}

/** What an event says: all of it that a correction may restate. */
export interface EventContent {
  readonly schemaVersion: number;
  readonly occurredOn: string;
  readonly data: JsonObject;
}

/** An agreed correction, as whoever reads the event learns of it. */
export interface Correction {
  /** Of the event by which it was agreed. */
  readonly position: bigint;
  readonly recordedAt: string;
  /** Data and meta of that event: who agreed, who proposed, and why. */
  readonly data: JsonObject;
  readonly meta: JsonObject;
  /** The content as it was recorded, which stays in the log. */
  readonly original: EventContent;
}
