import { describe, expect, it } from '@jest/globals';
import { arrangementIn, moved, shownOf, storedOf, withArrangement, withoutArrangement } from './arrangement.js';

const KNOWN = ['id', 'status', 'amount', 'day'];

describe('the layout of a table', () => {
  it('is kept as react-admin keeps it, and read again', () => {
    const stored = storedOf({ shown: ['amount', 'id'], density: 'compact' }, KNOWN);
    expect(stored).toEqual({ hidden: ['status', 'day'], ranks: [2, 0, 1, 3] });
    expect(shownOf(stored, KNOWN)).toEqual(['amount', 'id']);
  });

  it('shows a column at the end that came later than it', () => {
    expect(shownOf({ hidden: ['id'], ranks: [1, 0] }, KNOWN)).toEqual(['status', 'amount', 'day']);
  });

  it('moves a column one place, and none over the edge', () => {
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  it('goes with the address, beside the filter', () => {
    const search = withArrangement('?filter=%7B%7D&page=2', { shown: ['amount', 'id'], density: 'compact' });
    expect(arrangementIn(search, KNOWN)).toEqual({ shown: ['amount', 'id'], density: 'compact' });
    expect(withoutArrangement(search)).toBe('filter=%7B%7D&page=2');
  });

  it('is none where the address has none, or none that the table has', () => {
    expect(arrangementIn('?page=2', KNOWN)).toBeNull();
    expect(arrangementIn('?columns=secret', KNOWN)).toBeNull();
    expect(arrangementIn('?columns=id,secret,id&density=huge', KNOWN)).toEqual({ shown: ['id'], density: 'standard' });
  });
});
