import type { FollowState } from '@duixian/event-store';
import { describe, expect, it } from '@jest/globals';
import { toHealth, withBusy, withRoom } from './health.js';

const state: FollowState = {
  version: 1,
  tenants: [{ tenant: '350500', head: 9n, position: 9n, waitingSeconds: 0, setAside: 0 }],
  followers: [{ process: 'another', host: 'b', pid: 2, version: 1, ageSeconds: 1, batches: {} }],
  build: null,
};
const well = { version: 1, following: true, silentMs: 400, busyMs: 0 };

describe('the health of a process', () => {
  it('is well while its follower comes round', () => {
    expect(toHealth(state, 'worker', well, [])).toMatchObject({ status: 'ready', problems: [] });
  });

  it.each([
    ['does not run', { ...well, following: false }],
    ['has been silent for half a minute', { ...well, silentMs: 30_000 }],
    ['has had one batch in hand for five minutes', { ...well, busyMs: 300_000 }],
  ])('fails where its own follower %s, though another one follows', (_, pulse) => {
    expect(toHealth(state, 'worker', pulse, []).status).toBe('failing');
    expect(toHealth(state, 'both', pulse, []).status).toBe('failing');
    expect(toHealth(state, 'api', pulse, []).status).toBe('ready');
  });

  it('is degraded where the tables are older than what this process reads', () => {
    expect(toHealth(state, 'api', { ...well, version: 2 }, [])).toMatchObject({
      status: 'degraded',
      problems: [expect.stringContaining('this process reads those of version 2')],
    });
  });

  it('is degraded where only an older version is left, whose tables rest', () => {
    const { followers } = state;
    expect(toHealth({ ...state, version: 2 }, 'both', well, [])).toMatchObject({
      status: 'degraded',
      problems: [expect.stringContaining('no process of that version follows')],
    });
    const newer = followers.map((follower) => ({ ...follower, version: 2 }));
    expect(toHealth({ ...state, version: 2, followers: [...followers, ...newer] }, 'both', well, []).status).toBe(
      'ready',
    );
  });

  it('is degraded where nobody follows, or a city is behind', () => {
    expect(toHealth({ ...state, followers: [] }, 'api', well, []).status).toBe('degraded');
    const tenants = [{ tenant: '350500', head: 9n, position: 3n, waitingSeconds: 90, setAside: 0 }];
    expect(toHealth({ ...state, tenants }, 'api', well, []).status).toBe('degraded');
  });

  it('fails where there is no room to record anything, and says so first', () => {
    const full = withRoom(toHealth({ ...state, followers: [] }, 'api', well, []), 'The disk is full.');

    expect(full.status).toBe('failing');
    expect(full.problems[0]).toBe('The disk is full.');
    expect(withRoom(toHealth(state, 'api', well, []), null).status).toBe('ready');
  });

  it('is degraded where requests were just given up, though nobody waits any more', () => {
    const ready = toHealth(state, 'api', well, []);
    expect(withBusy(ready, true)).toMatchObject({
      status: 'degraded',
      problems: [expect.stringContaining('given up')],
    });
    expect(withBusy(ready, false)).toEqual(ready);
    expect(withBusy(toHealth(state, 'worker', { ...well, following: false }, []), true).status).toBe('failing');
  });
});
