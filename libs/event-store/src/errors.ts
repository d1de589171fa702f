/** Codes of what a caller did wrong or could not be served. A refusal a person can meet is an AppendResult instead. */
export type EventStoreErrorCode =
  | 'INVALID_COMMAND'
  | 'GUARD_BELOW_ZERO'
  | 'CONFLICT_PERSISTS'
  | 'CEILING_UNSEEN'
  | 'INVALID_PROJECTION'
  | 'NOT_MIGRATED'
  | 'NEWER_DATABASE'
  | 'WRONG_RIGHTS'
  | 'NO_LOGIN'
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
