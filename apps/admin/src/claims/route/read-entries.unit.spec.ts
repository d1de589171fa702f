import { describe, expect, it } from '@jest/globals';
import { readNames, readScores } from './read-entries.js';

describe('what the dialog of a step is filled in with', () => {
  it('is read as names, however they are divided', () => {
    expect(readNames('黄知舟、王知和，郑知禾\n 林一 ;')).toEqual(['黄知舟', '王知和', '郑知禾', '林一']);
    expect(readNames(' ')).toEqual([]);
  });

  it('is read as a score a line', () => {
    expect(readScores('林一 85\n\n陈 二：90分')).toEqual([
      { expert: '林一', score: 85 },
      { expert: '陈 二', score: 90 },
    ]);
    expect(readScores('林一 85\n陈二')).toBeNull();
    expect(readScores('')).toEqual([]);
  });
});
