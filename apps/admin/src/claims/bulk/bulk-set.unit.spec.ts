import { describe, expect, it } from '@jest/globals';
import { BulkStore, byReason, isOver, nextPart, partsOf, type BulkSet } from './bulk-set.js';

const claims = Array.from({ length: 60 }, (_, index) => ({ claim: `c${index}`, seen: null }));
const set: BulkSet = {
  ...{ id: 's', action: 'ACCEPT', reason: null, opinion: null, days: null, claims, answered: 0, refused: [] },
};

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('a set', () => {
  it('is sent in parts of 25, from where it is known what became of it', () => {
    expect(nextPart(set)).toHaveLength(25);
    expect(nextPart({ ...set, answered: 50 }).map(({ claim }) => claim)).toEqual(
      claims.slice(50).map(({ claim }) => claim),
    );
    expect(isOver({ ...set, answered: 59 })).toBe(false);
    expect(isOver({ ...set, answered: 60 })).toBe(true);
    expect(partsOf(claims).map(({ length }) => length)).toEqual([25, 25, 10]);
    expect(partsOf([])).toEqual([]);
  });

  it('lists refusals by their sentence, the most frequent first', () => {
    const one = { zh: '甲', en: 'A' };
    const other = { zh: '乙', en: 'B' };
    const refused = [
      { claim: '1', message: one },
      { claim: '2', message: other },
      { claim: '3', message: other },
    ];
    expect(byReason(refused)).toEqual([
      { message: other, claims: ['2', '3'] },
      { message: one, claims: ['1'] },
    ]);
  });
});

describe('what a browser keeps', () => {
  it('is the set as far as it came, for its own official, until it is over', () => {
    const storage = memory();
    const store = new BulkStore(storage, 'u1');
    store.save({ ...set, answered: 25 });
    expect(store.load()).toEqual({ ...set, answered: 25 });
    expect(new BulkStore(storage, 'u2').load()).toBeNull();
    store.save({ ...set, answered: 60 });
    expect(store.load()).toBeNull();
  });

  it('is nothing where it cannot be read, or cannot be kept', () => {
    const storage = memory();
    storage.setItem('duixian.bulk.u1', '{"id":');
    expect(new BulkStore(storage, 'u1').load()).toBeNull();
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => new BulkStore(full, 'u1').save(set)).not.toThrow();
  });
});
