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

/** The embedded server cannot run; `message` says what to do about it, a line in each language. */
export class PostgresError extends Error {
  constructor(
    readonly code: PostgresErrorCode,
    zh: string,
    en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh}\n${en}`, options);
    this.name = 'PostgresError';
  }
}
