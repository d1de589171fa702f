import { parseArgs } from 'node:util';
import { ensureApplicationLogin, isOwner } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { readConfig } from '../config/config.js';
import { assertReady, DatabaseError } from '../database/database.js';
import { describeVerification } from '../verification/describe.js';
import { verifyRecord } from '../verification/verify.js';
import { withOwnerDatabase } from './owner-database.js';
import { runCommand } from './run-command.js';

const BUSY = {
  zh: '另一个进程正在核验此数据库的记录。请等它完成后再试。',
  en: 'Another process is verifying the record at this moment: try again when it is done.',
};

/** `duixian verify [--database URL]`: reads the whole record; status 1 when anything is not as it was recorded. */
runCommand(async () => {
  const { values } = parseArgs({ options: { database: { type: 'string' } } });
  const config = readConfig({ ...process.env, ...(values.database && { DATABASE_URL: values.database }) });
  await withOwnerDatabase(config, false, async (given) => {
    const url = (await withClient(given, isOwner)) ? await ensureApplicationLogin(given) : given;
    await assertReady(url);
    const verification = await verifyRecord(url, config);
    if (verification === null) throw new DatabaseError(BUSY);
    for (const line of describeVerification(verification)) process.stdout.write(`${line}\n`);
    if (verification.differences.length > 0) process.exitCode = 1;
  });
});
