import { describe, expect, it } from '@jest/globals';

import type { Fact } from '../schema/clause.js';
import { compileFact } from './facts.js';

const label = { zh: '甲', en: 'A' };

function read(fact: Partial<Fact> & Pick<Fact, 'type'>, stated: unknown): unknown {
  return compileFact({ name: 'a', label, ...fact } as Fact).read(stated);
}

describe('facts as stated in a claim', () => {
  it.each<[Fact['type'], unknown, unknown]>([
    ['money', '60000.1', 6_000_010n],
    ['money', 60_000, 6_000_000n],
    ['money', 0, 0n],
    ['integer', 12, 12],
    ['number', 99.9, { num: 999n, den: 10n }],
    ['number', '100.50', { num: 10_050n, den: 100n }],
    ['percent', '-8.4', { num: -84n, den: 10n }],
    ['percent', 10, { num: 10n, den: 1n }],
    ['date', '2024-02-29', '2024-02-29'],
    ['boolean', false, false],
  ])('reads %s %p', (type, stated, expected) => expect(read({ type }, stated)).toEqual(expected));

  it.each<[Fact['type'], unknown]>([
    ['money', '60000.001'],
    ['money', '-1.00'],
    ['money', -1],
    ['money', 60_000.5],
    ['money', 2 ** 60],
    ['money', null],
    ['money', undefined],
    ['money', ['1']],
    ['integer', '12'],
    ['integer', 1.5],
    ['integer', -1],
    ['number', '-0.5'],
    ['number', -0.5],
    ['number', '1e3'],
    ['number', true],
    ['percent', '8.4%'],
    ['percent', ''],
    ['date', '2025-02-29'],
    ['boolean', 'true'],
    ['boolean', 1],
  ])('refuses %s %p', (type, stated) => expect(read({ type }, stated)).toBeUndefined());

  it('takes a choice by its own values only', () => {
    const level = { type: 'choice', values: { national: label } } as const;
    expect(read(level, 'national')).toBe('national');
    for (const stated of ['county', 'toString', '__proto__', null, 1]) expect(read(level, stated)).toBeUndefined();
  });

  it('keeps to its bounds', () => {
    expect(read({ type: 'integer', min: 1, max: 12 }, 12)).toBe(12);
    expect(read({ type: 'integer', min: 1, max: 12 }, 13)).toBeUndefined();
    expect(read({ type: 'integer', min: 1, max: 12 }, 0)).toBeUndefined();
    expect(read({ type: 'number', above: 0 }, '0.00')).toBeUndefined();
    expect(read({ type: 'number', above: 0 }, '0.01')).toBeDefined();
    expect(read({ type: 'money', min: 5 }, '4.99')).toBeUndefined();
  });
});
