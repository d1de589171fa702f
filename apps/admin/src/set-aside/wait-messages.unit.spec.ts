import { describe, expect, it } from '@jest/globals';
import { waitMessages } from './wait-messages.js';

const WAIT = { pid: 71, seconds: 0, on: 'advisory', heldBy: [] };
const HOLDER = { pid: 70, role: 'duixian', application: 'psql', openSeconds: 1 };

describe('a wait in the database', () => {
  it('is said in words, also when it has only begun', () => {
    expect(waitMessages.zh.waitsFor(WAIT)).toBe('数据库进程 71 正在等待一把咨询锁，为时不到 1 秒。');
    expect(waitMessages.en.waitsFor(WAIT)).toBe(
      'Process 71 of the database has waited less than a second for an advisory lock.',
    );
    expect(waitMessages.en.waitsFor({ ...WAIT, seconds: 3, on: 'tuple' })).toBe(
      'Process 71 of the database has waited 3 seconds for a row.',
    );
  });

  it('names a kind of lock that is not known by its own name', () => {
    expect(waitMessages.en.waitsFor({ ...WAIT, seconds: 2, on: 'spectoken' })).toContain('2 seconds for spectoken.');
  });

  it('names who holds it, and since when', () => {
    expect(waitMessages.en.heldBy(HOLDER)).toContain('(duixian, psql; its transaction has been open for 1 second)');
    expect(waitMessages.zh.heldBy({ ...HOLDER, application: null, openSeconds: null })).toContain(
      '（duixian，事务开启不到 1 秒）',
    );
  });
});
