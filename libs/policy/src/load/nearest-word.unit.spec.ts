import { describe, expect, it } from '@jest/globals';
import { nearestWord } from './nearest-word.js';

describe('the nearest word', () => {
  it.each([
    ['granteds', ['granted', 'measure'], 'granted'],
    ['YEAR', ['yaer', 'year'], 'year'],
    ['市数据局', ['市财政局', '市数据管理局', '市科技局'], '市数据管理局'],
    ['市数据局', ['市数据管理局', '市财政局'], '市数据管理局'],
    ['市财证局', ['市数据管理局', '市财政局'], '市财政局'],
  ])('to %s of %j is %s', (word, known, nearest) => expect(nearestWord(word, known)).toBe(nearest));

  it('is none where all are other words', () => expect(nearestWord('zzz', ['granted', 'measure'])).toBeUndefined());
});
