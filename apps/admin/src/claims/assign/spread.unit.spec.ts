import { expect, it } from '@jest/globals';
import { spread } from './spread.js';

it('gives all to one, and nothing to nobody', () => {
  expect([...spread(['a', 'b'], [{ id: 'x', assigned: 9 }])]).toEqual([['x', ['a', 'b']]]);
  expect([...spread(['a'], [])]).toEqual([]);
});

it('evens out what colleagues have already, in the order of the list', () => {
  const among = [
    { id: 'x', assigned: 3 },
    { id: 'y', assigned: 0 },
    { id: 'z', assigned: 1 },
  ];
  const given = spread(['1', '2', '3', '4', '5', '6', '7', '8'], among);
  expect(among.map(({ id, assigned }) => assigned + (given.get(id)?.length ?? 0))).toEqual([4, 4, 4]);
  expect(given.get('y')).toEqual(['1', '2', '4', '7']);
});
