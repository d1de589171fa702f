import type pg from 'pg';
import { BackupError } from './backup-error.js';
import { schemasInUse } from './catalogue.js';

/**
 * A schema that stands in a database while it is being restored. It goes with the transaction that brings the rows, so
 * that a database is whole, or says that it is not, whenever the power is cut.
 */
const MARK = 'unfinished_restore';

export async function markUnfinished(client: pg.ClientBase): Promise<void> {
  await client.query(`create schema ${MARK}`);
}

/** To be called in the transaction that brings the rows. */
export async function unmarkUnfinished(client: pg.ClientBase): Promise<void> {
  await client.query(`drop schema ${MARK}`);
}

/** Removes what a restore made that did not come to its end, if one did not. */
export async function clearUnfinished(client: pg.ClientBase): Promise<void> {
  const schemas = await schemasInUse(client);
  if (!schemas.includes(MARK)) return;
  // The mark last: who is cut off here as well leaves it to the next.
  for (const schema of [...schemas.filter((name) => name !== MARK), MARK]) {
    await client.query(`drop schema ${client.escapeIdentifier(schema)} cascade`);
  }
}

/** @throws BackupError `UNFINISHED` */
export async function assertNotUnfinished(client: pg.ClientBase): Promise<void> {
  if (!(await schemasInUse(client)).includes(MARK)) return;
  throw new BackupError(
    'UNFINISHED',
    '此数据库的恢复中途中断，数据不完整。请再次运行“duixian restore FILE”，它会清除残留并从头恢复。',
    'A restore of this database was cut off, and its data are not whole. Run "duixian restore FILE" again: it removes ' +
      'what is there and begins anew.',
  );
}
