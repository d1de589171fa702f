import { describe, expect, it } from '@jest/globals';
import { DatabaseProxy, testDatabase } from '@duixian/testing';
import { Application } from './browser/application.js';

const ASKING = 8;
/** Longer than any deadline here, so that no other limit ends what hangs. */
const PATIENT = { DUIXIAN_STATEMENT_SECONDS: '600', DUIXIAN_CONNECT_SECONDS: '60' };

describe('a process that is told to stop', () => {
  it('ends with 0 when all has stopped in order', async () => {
    const application = await Application.start({ DATABASE_URL: await testDatabase(), DUIXIAN_STOP_SECONDS: '300' });

    expect(await application.stop()).toBe(0);
  });

  it('ends at its deadline though its connections went silent, with requests under way', async () => {
    const proxy = await DatabaseProxy.before(await testDatabase());
    const application = await Application.start({ ...PATIENT, DATABASE_URL: proxy.url, DUIXIAN_STOP_SECONDS: '1' });
    const asked = (): Promise<Response> =>
      fetch(new URL('/graphql', application.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ publicInfo { demo } }' }),
      });
    const askedByAll = (): Promise<unknown> => Promise.allSettled(Array.from({ length: ASKING }, asked));
    await askedByAll();
    proxy.fallSilent();
    const waiting = askedByAll();
    // All of them are with the process once it has answered one that came after.
    await fetch(new URL('/health/live', application.url));

    const code = await application.stop();
    await waiting;
    await proxy.stop();

    expect(code).toBe(1);
    expect(application.printed).toContain('Not everything stopped within 1 s');
  });
});
