import { beforeEach, describe, expect, it } from '@jest/globals';
import { Drafts, forgetOldDrafts } from './drafts.js';

/** A browser's storage, which Node.js does not have. */
class MemoryStorage implements Storage {
  private readonly entries = new Map<string, string>();
  quota = Infinity;

  get length(): number {
    return this.entries.size;
  }
  clear(): void {
    this.entries.clear();
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
  setItem(key: string, value: string): void {
    if (value.length > this.quota) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
}

const written = (writtenAt: string, reason = '') => ({ writtenAt, about: '', values: { reason } });

describe('what was typed and not sent', () => {
  let storage: MemoryStorage;
  let mine: Drafts;
  let others: Drafts;
  beforeEach(() => {
    storage = new MemoryStorage();
    mine = new Drafts(storage, 'u-1');
    others = new Drafts(storage, 'u-2');
  });

  it('is read by who wrote it, and by nobody else at the same browser', () => {
    mine.write('claim/7/RETURN', written('2026-11-26T10:00:00.000Z', '缺合同'));
    expect(mine.read('claim/7/RETURN')?.values).toEqual({ reason: '缺合同' });
    expect(others.read('claim/7/RETURN')).toBeNull();
    expect(others.beginningWith('claim/')).toEqual([]);
  });

  it('is forgotten when its writer signs out, and only his', () => {
    mine.write('a', written('2026-11-26T10:00:00.000Z'));
    mine.write('b', written('2026-11-26T10:00:00.000Z'));
    others.write('a', written('2026-11-26T10:00:00.000Z'));
    mine.forgetAll();
    expect([mine.read('a'), mine.read('b')]).toEqual([null, null]);
    expect(others.read('a')).not.toBeNull();
  });

  it('is listed by the beginning of its form, the latest first', () => {
    mine.write('new-claim/x', written('2026-11-25T10:00:00.000Z'));
    mine.write('new-claim/y', written('2026-11-26T10:00:00.000Z'));
    mine.write('resubmit/z', written('2026-11-27T10:00:00.000Z'));
    expect(mine.beginningWith('new-claim/').map(({ form }) => form)).toEqual(['new-claim/y', 'new-claim/x']);
  });

  it('is removed after thirty days, and so is what cannot be read', () => {
    mine.write('old', written('2026-10-26T09:59:59.999Z'));
    mine.write('young', written('2026-10-27T10:00:00.000Z'));
    storage.setItem('duixian-draft/u-1/broken', '{');
    storage.setItem('another', 'kept');
    forgetOldDrafts(storage, new Date('2026-11-26T10:00:00.000Z'));
    expect([mine.read('old'), mine.read('broken')]).toEqual([null, null]);
    expect(mine.read('young')).not.toBeNull();
    expect(storage.length).toBe(2);
  });

  it('is not kept where the browser has no room, and nothing breaks', () => {
    storage.quota = 10;
    mine.write('a', written('2026-11-26T10:00:00.000Z'));
    expect(mine.read('a')).toBeNull();
  });
});
