export type PostgresErrorCode =
  | 'PLATFORM_UNSUPPORTED'
  | 'FOLDER_UNREACHABLE'
  | 'SERVER_USER_MISSING'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_VERSION'
  | 'INITDB_FAILED'
  | 'PASSWORD_MISSING'
  | 'START_FAILED'
  | 'SERVER_LOST';

/** The embedded server cannot run; `message` says what to do about it. */
export class PostgresError extends Error {
  constructor(
    readonly code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostgresError';
  }
}
