import { describe, expect, it } from '@jest/globals';
import { Divisions, officePrefix } from './divisions.js';

describe('divisions of GB/T 2260', () => {
  const divisions = new Divisions();

  it('know cities and counties all over the country', () => {
    expect(divisions.get('350582')).toEqual({ code: '350582', name: '晋江市', level: 'county', parent: '350500' });
    expect(divisions.get('350500')).toMatchObject({ name: '泉州市', level: 'prefecture', parent: '350000' });
    expect(divisions.get('510000')).toMatchObject({ name: '四川省', level: 'province', parent: null });
    expect(divisions.has('653101')).toBe(true);
  });

  it('show the code of one that the standard lacks', () => {
    expect(divisions.get('350599')).toMatchObject({ name: '350599', level: 'county', parent: '350500' });
    expect(divisions.has('350599')).toBe(false);
  });

  it('find what lies in one', () => {
    const codes = divisions.under('350500').map(({ code }) => code);

    expect(codes).toContain('350500');
    expect(codes).toContain('350583');
    expect(codes.every((code) => code.startsWith('3505'))).toBe(true);
    expect(divisions.under('350582').map(({ name }) => name)).toEqual(['晋江市']);
    expect(divisions.under(null).length).toBeGreaterThan(3_000);
  });

  it.each([
    ['350000', '35'],
    ['350500', '3505'],
    ['350582', '350582'],
    // A zero that belongs to the number stays.
    ['350100', '3501'],
    ['460300', '4603'],
  ])('%s covers the codes that begin with %s', (code, prefix) => {
    expect(officePrefix(code)).toBe(prefix);
  });
});
