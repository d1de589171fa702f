import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inSnapshot } from '@duixian/event-store';
import { testDatabase } from '@duixian/testing';
import { withClient } from '@duixian/postgres';
import { Clock } from '../../clock/clock.js';
import { Api, Client, commandOf, type Official } from '../../spec/api.spec.js';
import { outsideDifferences } from '../../verification/outside-log.js';
import { AccountFollower } from './account-follower.js';
import { ProposeChangeCommand } from './propose/propose-change.command.js';

const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const CITY = '350500';
const AGREE = `mutation ($input: AgreeToOfficialChangeInput!) { agreeToOfficialChange(input: $input) { __typename } }`;
const WHO = '{ me { username } }';

describe('a process that is killed between the event of an account and its row', () => {
  it('leaves a row that the next worker brings up to date, with all that follows from the event', async () => {
    const database = await testDatabase();
    const first = await Api.on(database);
    const clerk = await first.hire('clerk', CITY);
    const [one, two] = [
      await first.hire('system-administrator', CITY),
      await first.hire('security-administrator', CITY),
    ];
    const proposal = await proposed(first, one, clerk);
    await first.stop();

    await withClient(database, async (holder) => {
      // Whoever brings the row up to date waits for this: the process is killed while it does.
      await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [`account ${CITY} ${clerk.id}`]);
      const child = spawn(process.execPath, [MAIN], {
        env: environment(database),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const url = await addressOf(child.stdout);
      const input = { commandId: crypto.randomUUID(), official: clerk.id, proposal };
      const answering = new Client(`${url}/graphql`).post(two, AGREE, { input }).catch(() => null);
      let events = 0;
      while (events === 0) {
        const { rows } = await holder.query<{ count: number }>(
          `select count(*)::int as count from es.event where stream = $1 and type = 'RolesGranted'`,
          [`official-${clerk.id}`],
        );
        events = rows[0]?.count ?? 0;
      }
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await answering).toBeNull();
      expect(await rolesOf(database, clerk)).toEqual(['clerk']);
    });

    const worker = await Api.on(database, 'both');
    try {
      const head = await worker.store.head(CITY);
      expect(await worker.app.get(AccountFollower).caughtUp(CITY, head, 30_000)).toBe(true);
      expect(await rolesOf(database, clerk)).toEqual(['auditor']);
      const { errors } = await worker.post(clerk, WHO, {});
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await inSnapshot(worker.pool, (client) => outsideDifferences(client, CITY))).toEqual([]);
    } finally {
      await worker.stop();
    }
  }, 120_000);
});

/** Another office for the clerk. Answers the proposal. */
async function proposed(api: Api, by: Official, official: Official): Promise<string> {
  const request = {
    ...commandOf(by, api.app.get(Clock).today()),
    official: official.id,
    change: { kind: 'roles' as const, roles: ['auditor' as const] },
    reason: '轮岗',
  };
  const outcome = await api.execute(new ProposeChangeCommand(request, null));
  if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  return request.commandId;
}

function environment(database: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: database,
    PORT: '0',
    DUIXIAN_ROLE: 'api',
    DUIXIAN_SECOND_FACTOR: 'off',
    DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    DUIXIAN_LOG_LEVEL: 'fatal',
  };
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const url = /Duixian is at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The process ended before it was there.');
}

async function rolesOf(database: string, { id }: Official): Promise<readonly string[]> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ roles: string[] }>('select roles from identity."user" where id = $1', [id]);
    return rows[0]?.roles ?? [];
  });
}
