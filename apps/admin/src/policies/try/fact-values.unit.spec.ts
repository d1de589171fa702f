import { describe, expect, it } from '@jest/globals';
import type { FactType } from '../../api/schema/enums.generated.js';
import type { Fact } from '../measure/fragments.js';
import { factValues } from './fact-values.js';

const fact = (name: string, type: FactType, values: string[] = []): Fact => ({
  name,
  type,
  label: { zh: name, en: name },
  unit: null,
  values: values.map((value) => ({ value, label: { zh: value, en: value } })),
});

describe('the facts of a form', () => {
  it('become what the engine takes: money and decimals as text, counts as numbers, yes and no as booleans', () => {
    const facts = [
      fact('fee', 'MONEY'),
      fact('capacity', 'NUMBER'),
      fact('growth', 'PERCENT'),
      fact('months', 'INTEGER'),
      fact('first', 'BOOLEAN'),
      fact('on', 'DATE'),
      fact('level', 'CHOICE', ['national', 'provincial']),
    ];
    const entries = {
      fee: ' 120000.5 ',
      capacity: '99.5',
      growth: '-3.2',
      months: '12',
      first: 'false',
      on: '2026-01-31',
      level: 'national',
    };
    expect(factValues(facts, entries)).toEqual({
      fee: '120000.50',
      capacity: '99.5',
      growth: '-3.2',
      months: 12,
      first: false,
      on: '2026-01-31',
      level: 'national',
    });
  });

  it.each([
    ['MONEY', '12.345'],
    ['MONEY', '-1'],
    ['MONEY', '1e3'],
    ['INTEGER', '1.5'],
    ['BOOLEAN', 'yes'],
    ['DATE', '2026/01/31'],
    ['CHOICE', 'county'],
    ['NUMBER', ''],
  ] as const)('are incomplete while a %s says "%s"', (type, text) => {
    expect(factValues([fact('one', type, ['national'])], { one: text })).toBeNull();
  });

  it('are incomplete while one is missing', () => {
    expect(factValues([fact('fee', 'MONEY'), fact('months', 'INTEGER')], { fee: '1' })).toBeNull();
  });

  it('leave out what the clause does not ask for', () => {
    expect(factValues([fact('fee', 'MONEY')], { fee: '1', stale: 'x' })).toEqual({ fee: '1.00' });
  });
});
