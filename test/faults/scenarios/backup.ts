import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureDatabase } from '@duixian/postgres';
import { hasPostgres15 } from '@duixian/testing/postgres15';
import { check, INVARIANTS, isInvariant } from '../fold/check.js';
import { listsCaughtUp, readRows } from '../fold/rows.js';
import { Application } from '../system/application.js';
import { root } from '../system/root.js';
import { startFaultyServer, type FaultyServer } from '../system/server.js';
import type { Stage } from '../system/stage.js';
import { LAYOUTS, type Scenario } from './scenario.js';

const run = promisify(execFile);

/** The city works on the oldest supported version where this machine has one, and comes back on the embedded one. */
export const backupAndRestore: Scenario = {
  name: 'backup and restore',
  says: `duixian backup under load${hasPostgres15 ? ' on PostgreSQL 15' : ''}; duixian restore into an empty database of the embedded PostgreSQL; a start on it, whose lists are built anew`,
  processes: LAYOUTS.split,
  async round(stage) {
    const folder = await mkdtemp(join(tmpdir(), 'duixian-faults-backup-'));
    const empty = await startFaultyServer();
    try {
      await restored(stage, empty, join(folder, 'under-load.backup'));
    } finally {
      await empty.stop();
      await rm(folder, { recursive: true });
    }
    await stage.working(30);
  },
};

async function restored(stage: Stage, empty: FaultyServer, file: string): Promise<void> {
  // Whatever was told before the backup begins has to be in it.
  const told = stage.ledger.commands.filter(({ outcome }) => outcome !== null).map((each) => ({ ...each }));
  stage.fault('backup under load', () => undefined);
  await duixian('backup', stage.ownerUrl, file);
  const name = `restored_${stage.faults.get('backup under load') ?? 0}`;
  const restoredUrl = await ensureDatabase(empty.adminUrl, name);
  await duixian('restore', restoredUrl, file);
  const application = new Application({ role: 'both' }, restoredUrl);
  await application.served();
  if (!(await listsCaughtUp(restoredUrl, 120))) stage.complain(`The lists of ${name} are not built.`);
  await stage.until(`${name} is ready`, async () => (await application.health()).status === 'ready', 60);
  const findings = check(await readRows(restoredUrl), told);
  await application.stop();
  for (const invariant of Object.keys(INVARIANTS).filter(isInvariant)) {
    for (const finding of findings[invariant]) stage.complain(`${name}: ${invariant}: ${finding}`);
  }
}

/** Runs a command as an administrator does, on the database itself. */
async function duixian(command: 'backup' | 'restore', databaseUrl: string, file: string): Promise<void> {
  await run(process.execPath, [`${root}apps/api/dist/commands/${command}-main.js`, file], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl },
  });
}
