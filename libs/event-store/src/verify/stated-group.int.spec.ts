import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { reservation } from '../../spec/commands.js';
import { openLog, type Log } from '../../spec/log.js';
import { encodeGroup } from '../group.js';
import { verifyLog, type Difference } from '../index.js';

/** A group as `es.append` is sent it. */
type Group = Record<string, string[] | undefined>;

let log: Log;

beforeAll(async () => {
  log = await openLog(await testDatabase());
});

afterAll(() => log.close());

/** Two commands of a city, sent as one group and changed on the way; answers what the verification then finds. */
async function sent(tenant: string, change: (group: Group) => Group): Promise<readonly Difference[]> {
  const commands = [1n, 2n].map((reserve) => reservation([{ account: 'pool:1', reserve }], { tenant }));
  const group = change(JSON.parse(encodeGroup(commands)) as Group);
  const { rows } = await log.pool.query<{ answers: { outcome: string }[] }>('select es.append($1, $2) as answers', [
    tenant,
    JSON.stringify(group),
  ]);
  expect(rows[0]?.answers.map(({ outcome }) => outcome)).toEqual(['appended', 'appended']);
  for await (const { head, differences } of verifyLog(log.pool, [])) if (head.tenant === tenant) return differences;
  throw new Error(`Nothing was verified of ${tenant}.`);
}

/** The same text with another hexadecimal digit at a place, from the end where that is negative. */
function otherDigit(text: string, place: number): string {
  const from = place < 0 ? text.length + place : place;
  return text.slice(0, from) + (text[from] === '0' ? '1' : '0') + text.slice(from + 1);
}

describe('a group of commands', () => {
  it('is chained as it is sent', async () => {
    expect(await sent('as sent', (group) => group)).toEqual([]);
  });

  it('is chained alike when a version of format 2 sends it, with nonces and leaves apart and no labels', async () => {
    const found = await sent('format 2', ({ event_seals: seals, command_labels: labels, ...group }) => ({
      ...group,
      event_nonces: seals?.map((seal) => seal.slice(2, 34)),
      event_leaves: seals?.map((seal) => seal.slice(34)),
    }));

    expect(found).toEqual([]);
  });

  it.each<[string, (group: Group) => Group]>([
    ['a leaf', (group) => ({ ...group, event_seals: group.event_seals?.map((seal) => otherDigit(seal, -1)) })],
    ['a nonce', (group) => ({ ...group, event_seals: group.event_seals?.map((seal) => otherDigit(seal, 2)) })],
    ['a label', (group) => ({ ...group, command_labels: group.command_labels?.toReversed() })],
    [
      'a move',
      (group) => ({ ...group, command_moves: group.command_moves?.map((move) => move.replace('"1"', '"7"')) }),
    ],
  ])('is found by the verification when its sender states %s that is not so', async (what, change) => {
    expect((await sent(`false ${what}`, change))[0]).toMatchObject(
      what === 'a move' ? { check: 'guard' } : { check: 'event', position: '1', field: 'link' },
    );
  });

  it.each(['event_seals', 'command_labels', 'command_moves'])('is refused with one of %s too few', async (list) => {
    const change = (group: Group): Group => ({ ...group, [list]: group[list]?.slice(1) });

    await expect(sent(`short ${list}`, change)).rejects.toMatchObject({ code: '22023' });
    expect(await log.store.head(`short ${list}`)).toBe(0n);
  });
});
