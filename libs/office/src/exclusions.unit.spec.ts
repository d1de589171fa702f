import { describe, expect, it } from '@jest/globals';
import { ROLES } from '@duixian/casework';
import { EXCLUSIONS, exclusionsAmong } from './exclusions.js';

describe('offices that exclude each other', () => {
  it('are every two of them, each pair once and with a reason in both languages', () => {
    const pairs = ROLES.flatMap((one, index) => ROLES.slice(index + 1).map((other) => [one, other].toSorted().join()));
    const listed = EXCLUSIONS.map(({ between }) => between.toSorted().join());
    expect(listed.toSorted()).toEqual(pairs.toSorted());
    for (const { reason } of EXCLUSIONS) {
      expect(reason.zh).toMatch(/\p{Script=Han}/u);
      expect(reason.en).toMatch(/^[a-zM][ -~]+$/);
    }
  });

  it('are found among those that somebody is to hold', () => {
    expect(exclusionsAmong(['clerk', 'treasury', 'finance']).map(({ between }) => between)).toEqual([
      ['clerk', 'finance'],
      ['clerk', 'treasury'],
      ['finance', 'treasury'],
    ]);
    expect(exclusionsAmong(['clerk'])).toEqual([]);
    expect(exclusionsAmong(['clerk', 'clerk'])).toEqual([]);
  });
});
