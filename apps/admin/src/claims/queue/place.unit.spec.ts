import { describe, expect, it } from '@jest/globals';
import { placeIn } from './place.js';

describe('the place of a claim in the queue', () => {
  it('lies between its neighbours', () => {
    expect(placeIn(['a', 'b', 'c'], 'b')).toEqual({ position: 2, length: 3, previous: 'a', next: 'c' });
  });

  it('has nothing before the first and nothing after the last', () => {
    expect(placeIn(['a', 'b'], 'a')).toMatchObject({ previous: null, next: 'b' });
    expect(placeIn(['a', 'b'], 'b')).toMatchObject({ previous: 'a', next: null });
  });

  it('is none for a claim that the list does not hold', () => {
    expect(placeIn(['a', 'b'], 'z')).toEqual({ position: null, length: 2, previous: null, next: null });
  });
});
