import { fen } from '@duixian/money';
import { describe, expect, it } from '@jest/globals';
import { parseApplication } from './parse-application.js';

describe('the facts of an application', () => {
  it('are all passed on under their names, also one that objects have of themselves', () => {
    const stated = Object.fromEntries([
      ['__proto__', 'x'],
      ['serviceFee', '1.00'],
      ['left', null],
    ]);
    const input = { occurredOn: '2025-06-20', facts: stated, requestedAmount: fen(100n), evidence: [] };
    expect(Object.entries(parseApplication(input).facts)).toEqual([
      ['__proto__', 'x'],
      ['serviceFee', '1.00'],
    ]);
  });
});
