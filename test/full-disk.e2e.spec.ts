import { chmod, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { Application } from './browser/application.js';
import { mountSmallDisk } from './faults/scenarios/disk.js';

/** Only root may mount a file system that is small enough to be filled; elsewhere this is skipped. */
const disk = await mountSmallDisk();
let application: Application | null = null;

afterAll(async () => {
  await application?.stop();
  await disk?.remove();
});

(disk === null ? it.skip : it)(
  'a full disk of the embedded database makes health failing, and the next start impossible until there is room',
  async () => {
    if (disk === null) return;
    await chmod(disk.folder, 0o755);
    const settings = { DATABASE_URL: '', DUIXIAN_DATA_DIR: join(disk.folder, 'data'), DUIXIAN_DEMO: '0' };
    application = await Application.start(settings);
    const health = async (of: Application): Promise<{ code: number; text: string }> => {
      const response = await fetch(new URL('/health/ready', of.url));
      return { code: response.status, text: await response.text() };
    };
    const ballast = join(disk.folder, 'ballast');

    expect((await health(application)).code).toBe(200);
    await fill(ballast);
    expect(await health(application)).toEqual({ code: 503, text: expect.stringMatching(/请清理磁盘[^]*Make room/) });
    await rm(ballast);
    expect((await health(application)).code).toBe(200);

    await application.stop();
    await fill(ballast);
    await expect(Application.start(settings)).rejects.toThrow(/请清理磁盘[^]*Make room/);
    await rm(ballast);
    application = await Application.start(settings);
    expect((await health(application)).code).toBe(200);
  },
  240_000,
);

/** Takes all the room that there is; what the database takes meanwhile is as good. */
async function fill(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file));
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  });
}
