import { describe, expect, it } from '@jest/globals';
import { retryOnConflict, type AppendResult } from './index.js';

type Answer = AppendResult | { readonly outcome: 'refused'; readonly code: string };

const appended: Answer = { outcome: 'appended', first: 1n, last: 1n };
const streamConflict: Answer = { outcome: 'stream-conflict', stream: 'claim:1', expected: 1, actual: 2 };
const guardConflict: Answer = { outcome: 'guard-conflict', account: 'pool' };
const ceilingRefused: Answer = { outcome: 'ceiling-refused', account: 'pool', ceiling: 10n, used: 8n, asked: 5n };

/** Decides as the script says, and counts how often. */
function decider(...script: readonly Answer[]) {
  let decisions = 0;
  return {
    decide: (): Promise<Answer> => Promise.resolve(script[decisions++] ?? appended),
    count: () => decisions,
  };
}

describe('retryOnConflict', () => {
  it.each([streamConflict, guardConflict, ceilingRefused])('decides again after a $outcome', async (conflict) => {
    const { decide, count } = decider(conflict, appended);

    expect(await retryOnConflict(decide, { attempts: 3 })).toEqual(appended);
    expect(count()).toBe(2);
  });

  it.each<Answer>([
    appended,
    { outcome: 'repeated', first: 1n, last: 1n },
    { outcome: 'command-mismatch' },
    { outcome: 'refused', code: 'CAP_REACHED' },
  ])('does not decide again after $outcome', async (settled) => {
    const { decide, count } = decider(settled);

    expect(await retryOnConflict(decide, { attempts: 3 })).toEqual(settled);
    expect(count()).toBe(1);
  });

  it('gives up after so many attempts, and names what kept changing', async () => {
    const { decide, count } = decider(streamConflict, guardConflict, guardConflict, appended);

    await expect(retryOnConflict(decide, { attempts: 3 })).rejects.toMatchObject({
      code: 'CONFLICT_PERSISTS',
      field: 'pool',
    });
    expect(count()).toBe(3);
  });

  it.each<{ how: string; script: readonly Answer[] }>([
    { how: 'refuses another amount each time', script: [ceilingRefused, { ...ceilingRefused, used: 9n }] },
    { how: 'refuses after another kind of conflict', script: [guardConflict, ceilingRefused] },
  ])('gives up where others were faster and a ceiling $how', async ({ script }) => {
    await expect(retryOnConflict(decider(...script).decide, { attempts: 2 })).rejects.toMatchObject({
      code: 'CONFLICT_PERSISTS',
      field: 'pool',
    });
  });

  it('calls a decider broken that keeps on passing a ceiling', async () => {
    const { decide } = decider(ceilingRefused, ceilingRefused);

    await expect(retryOnConflict(decide, { attempts: 2 })).rejects.toMatchObject({
      code: 'CEILING_UNSEEN',
      field: 'pool',
    });
  });
});
