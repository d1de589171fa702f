/** What a person has to do something for before the log can be used. */
export type DatabaseNotReadyCode = 'NOT_MIGRATED' | 'NEWER_DATABASE' | 'WRONG_RIGHTS' | 'NO_LOGIN';

/** Codes of what a caller did wrong or could not be served. A refusal a person can meet is an AppendResult instead. */
export type EventStoreErrorCode =
  | 'INVALID_COMMAND'
  | 'GUARD_BELOW_ZERO'
  | 'CONFLICT_PERSISTS'
  | 'CEILING_UNSEEN'
  | 'INVALID_PROJECTION'
  | 'LATER_VERSION'
  | DatabaseNotReadyCode
  | 'NOT_RECORDED'
  | 'OUTCOME_UNKNOWN';

/** A broken call or invariant: code, what to do about it, and the field it is about. */
export class EventStoreError extends Error {
  constructor(
    readonly code: EventStoreErrorCode,
    message: string,
    readonly field: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EventStoreError';
  }
}

/** The log cannot be used as the database stands; `message` says what to do, a line in each language. */
export class DatabaseNotReady extends EventStoreError {
  constructor(code: DatabaseNotReadyCode, zh: string, en: string, options?: ErrorOptions) {
    super(code, `${zh}\n${en}`, null, options);
    this.name = 'DatabaseNotReady';
  }
}
