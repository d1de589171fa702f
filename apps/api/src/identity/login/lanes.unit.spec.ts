import { describe, expect, it } from '@jest/globals';
import { lanesOf } from './lanes.js';

describe('lanes of attempts', () => {
  it('are the account here, the account anywhere and the address; and one alone on a known device', () => {
    const attempt = { step: 'password', username: 'zhang.san', address: '203.0.113.7', knownDevice: null } as const;
    const here = lanesOf(attempt).map(({ key }) => key);
    const there = lanesOf({ ...attempt, address: '198.51.100.1' }).map(({ key }) => key);
    const colleague = lanesOf({ ...attempt, username: 'li.si' }).map(({ key }) => key);
    const known = lanesOf({ ...attempt, knownDevice: 'a token' }).map(({ key }) => key);

    expect(here).toHaveLength(3);
    expect(here.filter((key) => there.includes(key))).toEqual([here[1]]);
    expect(here.filter((key) => colleague.includes(key))).toEqual([here[2]]);
    const neighbour = lanesOf({ ...attempt, address: '2001:db8:1:2:ffff::9' }).map(({ key }) => key);
    expect(neighbour).toEqual(lanesOf({ ...attempt, address: '2001:db8:1:2::1' }).map(({ key }) => key));
    expect(known).toHaveLength(1);
    expect(here).not.toContain(known[0]);
  });
});
