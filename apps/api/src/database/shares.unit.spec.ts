import { describe, expect, it } from '@jest/globals';
import { shareConnections } from './shares.js';

describe('connections', () => {
  it.each([2, 3, 4, 11, 12, 20, 1000])('%i are shared out, all of them and no more, some for requests', (allowed) => {
    const { requests, identity, following, listening } = shareConnections(allowed);

    expect(requests + identity + following + listening).toBe(allowed);
    expect(Math.min(requests, identity)).toBeGreaterThan(0);
  });
});
