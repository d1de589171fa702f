import { parseArgs } from 'node:util';
import { ensureApplicationLogin, isOwner } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import type pg from 'pg';
import { readConfig } from '../config/config.js';
import { assertReady, DatabaseError } from '../database/database.js';
import { readProjection } from '../log/read-projection.js';
import { describeVerification } from '../verification/describe.js';
import { verifyRecord } from '../verification/verify.js';
import { withOwnerDatabase } from './owner-database.js';
import { runCommand } from './run-command.js';

const BUSY = {
  zh: '另一个进程正在核验此数据库的记录。请等它完成后再试。',
  en: 'Another process is verifying the record at this moment: try again when it is done.',
};

const NO_TABLES = {
  zh: '此数据库的列表尚未建立（例如刚刚恢复、还没有启动过）。恢复时已核对事件链和限额；请先启动一次系统，再核验全部记录。',
  en: 'The lists of this database are not built yet, as after a restore, which has compared the chain and the guards: start the system once, then verify all of the record.',
};

/** `duixian verify [--database URL]`: reads the whole record; status 1 when anything is not as it was recorded. */
runCommand(async () => {
  const { values } = parseArgs({ options: { database: { type: 'string' } } });
  const config = readConfig({ ...process.env, ...(values.database && { DATABASE_URL: values.database }) });
  await withOwnerDatabase(config, false, async (given) => {
    const url = (await withClient(given, isOwner)) ? await ensureApplicationLogin(given) : given;
    await assertReady(url);
    if (!(await withClient(url, hasReadTables))) throw new DatabaseError(NO_TABLES);
    const verification = await verifyRecord(url, config);
    if (verification === null) throw new DatabaseError(BUSY);
    for (const line of describeVerification(verification)) process.stdout.write(`${line}\n`);
    if (verification.differences.length > 0) process.exitCode = 1;
  });
});

async function hasReadTables(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [readProjection.name]);
  return rowCount === 1;
}
