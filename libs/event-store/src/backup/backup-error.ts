export type BackupErrorCode =
  | 'FILE_EXISTS'
  | 'NOT_A_BACKUP'
  | 'NEWER_FORMAT'
  | 'DAMAGED'
  | 'PASSPHRASE'
  | 'NOT_EMPTY'
  | 'NOT_READABLE'
  | 'DIFFERS'
  | 'OTHER_KEY'
  | 'UNFINISHED'
  | 'BUSY';

/** A backup that cannot be written or read; `message` says in both languages what to do, a line each. */
export class BackupError extends Error {
  constructor(
    readonly code: BackupErrorCode,
    zh: string,
    en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh}\n${en}`, options);
    this.name = 'BackupError';
  }
}

/** @param where what of the file was being read. */
export function damaged(where: string, cause?: unknown): BackupError {
  return new BackupError(
    'DAMAGED',
    `备份文件已损坏（${where}），没有恢复任何数据。请改用另一份备份。`,
    `The backup is damaged (${where}). Nothing was restored: take another one.`,
    { cause },
  );
}
