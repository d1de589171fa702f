import { BackupError, DatabaseNotReady } from '@duixian/event-store';
import { PolicyProblems } from '@duixian/policy-files';
import { PostgresError } from '@duixian/postgres';
import { ConfigError } from './config/config.js';
import { databaseFailure } from './database/database-failure.js';
import { DatabaseError } from './database/database.js';
import { StartRefused } from './start-refused.js';
import { SurroundingsError } from './surroundings.js';

/** Status of a process that a person has to do something for; 1 is a fault of the software. */
const EXIT_NEEDS_A_PERSON = 78;
/** Status of a process whose database was away: it may be back at the next start. */
const EXIT_TRY_AGAIN = 75;
const EXIT_FAULT = 1;

/** Their messages say what to do, in Chinese and English. */
const EXPECTED = [
  BackupError,
  ConfigError,
  DatabaseError,
  DatabaseNotReady,
  PolicyProblems,
  PostgresError,
  StartRefused,
  SurroundingsError,
];

/** What a person who starts a process can act on is one message; anything else keeps its stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isAway(error) && !isOurs(error)) {
    return (
      `数据库连接中断，请在数据库恢复后重新启动。\n` +
      `The database went away. Start again once it is back: ${error.message}`
    );
  }
  if (isOfTheSystem(error)) {
    return (
      `操作系统拒绝了一项操作，请按其原因处理后重试。\n` +
      `The operating system refused something. Mend that and try again: ${error.message}`
    );
  }
  if (isOfTheArguments(error)) {
    return (
      `命令行参数无法识别，请用“npm run duixian -- --help”查看。\n` +
      `The arguments cannot be understood: ${error.message}`
    );
  }
  return isExpected(error) ? error.message : (error.stack ?? error.message);
}

/** By which whoever runs the process knows whether starting it again may help (75, 1) or somebody has to act first (78). */
export function exitCodeOf(error: unknown): number {
  if (isAway(error)) return EXIT_TRY_AGAIN;
  return error instanceof Error && isExpected(error) ? EXIT_NEEDS_A_PERSON : EXIT_FAULT;
}

function isExpected(error: Error): boolean {
  return isOurs(error) || isOfTheSystem(error) || isOfTheArguments(error);
}

function isOurs(error: Error): boolean {
  return EXPECTED.some((kind) => error instanceof kind);
}

/** Whether it was the database that gave no answer, also where a sentence of ours says so. */
function isAway(error: unknown): boolean {
  return ['away', 'busy', 'full'].includes(databaseFailure(error) ?? '');
}

/** Of the file system, such as a full disk or a file that is not there: its message names the file. */
function isOfTheSystem(error: Error): boolean {
  return 'errno' in error && 'syscall' in error;
}

/** Of `parseArgs`: its message names the argument. */
function isOfTheArguments(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
