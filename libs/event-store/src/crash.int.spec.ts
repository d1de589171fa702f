import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbedded } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { compile, startChild } from '../spec/child.js';
import { reservation } from '../spec/commands.js';
import { openLog, positionsUpTo, readLog, type Log } from '../spec/log.js';
import { foldReservations } from '../spec/totals.js';
import type { AppendCommand } from './index.js';

const TENANT = '350500';
const POOL = { account: 'pool', ceiling: 100_000_000n };

/** Positions without a gap, and totals that equal the log, to the fen. */
async function expectWhole(log: Log): Promise<void> {
  const events = await readLog(log.store, TENANT);
  expect(events.map(({ position }) => position)).toEqual(positionsUpTo(events.length));
  expect(await log.store.head(TENANT)).toBe(BigInt(events.length));
  const guard = (await log.store.readGuards(TENANT, ['pool'])).get('pool');
  expect(guard?.reserved).toBe(foldReservations(events).get('pool'));
  expect(guard?.version).toBe(BigInt(events.length));
}

describe('PostgreSQL, killed in the middle of a load', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duixian-crash-'));
    await chmod(folder, 0o755);
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('loses nothing that was acknowledged, and takes what was not once more', async () => {
    const dataDir = join(folder, 'postgres');
    const server = await startEmbedded({ dataDir });
    const log = await openLog(server.adminUrl);
    const acknowledged = new Map<string, bigint>();
    const unanswered: AppendCommand[] = [];

    await Promise.all(
      Array.from({ length: 24 }, async (_, writer) => {
        for (;;) {
          const sent = reservation([{ ...POOL, reserve: BigInt(writer + 1) }], { tenant: TENANT });
          const result = await log.store.append(sent).catch(() => null);
          if (result?.outcome !== 'appended') {
            unanswered.push(sent);
            return;
          }
          acknowledged.set(sent.commandId, result.first);
          if (acknowledged.size === 500) process.kill(server.pid, 'SIGKILL');
        }
      }),
    );
    await log.close();

    const restarted = await startEmbedded({ dataDir });
    const recovered = await openLog(restarted.adminUrl);
    await expectWhole(recovered);
    for (const [commandId, position] of acknowledged) {
      expect(await recovered.store.readCommand(TENANT, commandId)).toMatchObject({ first: position });
    }
    const settled = new Set<string>();
    for (const sent of unanswered) settled.add((await recovered.store.append(sent)).outcome);
    expect([...settled].filter((outcome) => outcome !== 'appended' && outcome !== 'repeated')).toEqual([]);
    expect(unanswered).toHaveLength(24);
    expect(await recovered.store.head(TENANT)).toBe(BigInt(acknowledged.size + unanswered.length));
    await expectWhole(recovered);
    await recovered.close();
    await restarted.stop();
  });
});

describe('a writing process, killed in the middle of a load', () => {
  it('leaves everything that it was told was recorded, and totals that equal the log', async () => {
    compile();
    const log = await openLog(await testDatabase());
    const child = startChild('write.mjs', log.url, TENANT);
    const acknowledged: string[] = [];
    while (acknowledged.length < 500) acknowledged.push((await child.line()) ?? '');
    await child.kill();
    for (let line = await child.line(); line !== null; line = await child.line()) acknowledged.push(line);

    for (const line of acknowledged) {
      const [commandId, first] = line.split(' ');
      expect(await log.store.readCommand(TENANT, commandId ?? '')).toMatchObject({ first: BigInt(first ?? 0) });
    }
    await log.store.append(reservation([{ account: 'pool', reserve: 7n }], { tenant: TENANT }));
    await expectWhole(log);
    await log.close();
  });
});
