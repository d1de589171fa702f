import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyLog } from '@duixian/event-store';
import { ensureDatabase, startEmbedded, type EmbeddedServer } from '@duixian/postgres';
import { serverFolder } from '@duixian/testing';
import { startPostgres15, type Postgres15 } from '@duixian/testing/postgres15';
import { ReadModel } from '../log/read-model.js';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, submission } from '../spec/bureau.spec.js';
import { describePostgres15 } from '../spec/postgres15.spec.js';
import { ask } from '../spec/queries.spec.js';

const QUESTION = '{ claims { totalCount nodes { id status } } payments { totalCount } }';

/** As docs/operation.md has it, and as somebody does it who read no further. */
const DUMPS = {
  'as documented': ['--format=custom', '--no-owner', '--no-privileges', '--exclude-schema=read*'],
  'whole, without owners and rights': ['--format=custom', '--no-owner', '--no-privileges'],
};

describePostgres15('a dump of PostgreSQL 15', () => {
  let source: Postgres15;
  let url: string;
  let api: Api;
  let bureau: Bureau;
  let target: EmbeddedServer;

  beforeAll(async () => {
    source = await startPostgres15();
    url = await ensureDatabase(source.adminUrl, 'duixian');
    api = await Api.on(url);
    bureau = await Bureau.open(api);
    const uscc = await bureau.enterprise();
    await bureau.instructed({ uscc });
    target = await startEmbedded({ dataDir: join(await serverFolder(), 'postgres') });
  }, 120_000);

  afterAll(async () => {
    await api.stop();
    await source.stop();
    await target.stop();
  });

  it.each(Object.entries(DUMPS))(
    'taken under load, %s, comes back on an empty PostgreSQL 18, starts, answers, rebuilds and is verified',
    async (_, options) => {
      const file = `${options.length}.dump`;
      const uscc = await bureau.enterprise();
      let isTaken = false;
      const write = async (): Promise<void> => {
        while (!isTaken) await bureau.done(bureau.clerk, 'submitClaim', submission({ uscc }));
      };
      const writer = write();
      const acknowledged = await api.store.head(CITY);
      await source.program('pg_dump', [...options, `--file=${file}`, url]);
      isTaken = true;
      await writer;
      const empty = await ensureDatabase(target.adminUrl, `restored_${options.length}`);
      await source.program('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${empty}`, file]);

      const restored = await Api.on(empty);
      restored.today('2026-08-13');
      try {
        const answer = await ask(restored, bureau.finance, QUESTION);
        expect(await restored.store.head(CITY)).toBeGreaterThanOrEqual(acknowledged);
        await restored.app.get(ReadModel).rebuild();
        expect(await ask(restored, bureau.finance, QUESTION)).toEqual(answer);
        const accepted = await restored.send(bureau.clerk, 'submitClaim', submission({ uscc }));
        expect(accepted.status).toBe('SUBMITTED');
        for await (const { differences } of verifyLog(restored.pool, [])) expect(differences).toEqual([]);
      } finally {
        await restored.stop();
      }
    },
    120_000,
  );
});
