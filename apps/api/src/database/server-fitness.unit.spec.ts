import { describe, expect, it } from '@jest/globals';
import { unfitness } from './server-fitness.js';

const FIT = { version: 150_000, encoding: 'UTF8', readOnly: false };

describe('a database server', () => {
  it('is fit from version 15 on, in UTF-8, where it takes writes', () => {
    expect(unfitness(FIT)).toBeNull();
    expect(unfitness({ ...FIT, version: 180_004 })).toBeNull();
  });

  it.each([
    [{ version: 140_012 }, /PostgreSQL 14[^]*PostgreSQL 14; 15 or later/],
    [{ version: 90_624 }, /PostgreSQL 9/],
    [{ encoding: 'LATIN1' }, /LATIN1[^]*encoding 'UTF8'/],
    [{ encoding: 'SQL_ASCII' }, /SQL_ASCII[^]*encoding 'UTF8'/],
    [{ readOnly: true }, /只读[^]*standby/],
  ])('is refused as %j, in both languages', (found, sentence) => {
    const { zh, en } = unfitness({ ...FIT, ...found }) ?? { zh: '', en: '' };
    expect(`${zh}\n${en}`).toMatch(sentence);
  });
});
