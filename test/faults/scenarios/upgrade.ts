import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { withClient } from '@duixian/postgres';
import { root } from '../system/root.js';
import { LAYOUTS, type Scenario } from './scenario.js';

const RELEASE = `${root}test/releases/0.1.0/database.sql.gz`;

/** Fills an empty database as release 0.1.0 left one. */
export async function fillWithRelease(ownerUrl: string): Promise<void> {
  const sql = gunzipSync(await readFile(RELEASE)).toString('utf8');
  await withClient(ownerUrl, (client) => client.query(sql));
}

export const upgrade: Scenario = {
  name: 'upgrade',
  says: 'a start on the database of release 0.1.0; work begins at once, and processes are killed',
  processes: LAYOUTS.split,
  prepare: fillWithRelease,
  async round(stage) {
    for (const application of stage.applications) {
      stage.fault(`SIGKILL of ${application.kind.role}`, () => application.kill('SIGKILL'));
      await stage.working(30);
    }
  },
};
