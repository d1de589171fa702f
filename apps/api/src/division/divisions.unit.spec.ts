import { describe, expect, it } from '@jest/globals';
import { readCatalogue } from '@duixian/policy-files';
import { Clock } from '../clock/clock.js';
import { Divisions } from './divisions.js';

class On extends Clock {
  constructor(private readonly day: string) {
    super();
  }

  override now(): Date {
    return new Date(`${this.day}T04:00:00Z`);
  }
}

const catalogue = readCatalogue();
const divisions = new Divisions({ catalogue }, new On('2026-03-02'));
const before = new Divisions({ catalogue }, new On('2021-02-01'));

describe('divisions as the interface shows them', () => {
  it('have level, kind, dates and successor', () => {
    expect(divisions.get('350582')).toMatchObject({
      name: '晋江市',
      level: 'county',
      kind: 'administrative',
      to: null,
    });
    expect(divisions.get('350500')).toMatchObject({ name: '泉州市', level: 'prefecture', parent: '350000' });
    expect(divisions.get('350681')).toMatchObject({ name: '龙海市', to: '2021-02-02', successor: '350604' });
    expect(divisions.get('350604')).toMatchObject({ name: '龙海区', from: '2021-02-02', successor: null });
    expect(divisions.get('350591')).toMatchObject({ name: '泉州台商投资区', level: 'county', kind: 'zone' });
  });

  it('show the code of one that nobody lists', () => {
    expect(divisions.get('350599')).toMatchObject({ name: '350599', level: 'county', parent: null });
    expect(divisions.has('350599')).toBe(false);
  });

  it('find what lies in one, then and now', () => {
    const names = (day: string | null) => divisions.under('350600', day).map(({ name }) => name);
    expect(names(null)).toEqual(expect.arrayContaining(['漳州市', '龙海市', '龙海区', '古雷港经济开发区']));
    expect(names('2026-03-02')).not.toContain('龙海市');
    expect(names('2021-02-01')).not.toContain('龙海区');
    expect(divisions.under(null, null).length).toBeGreaterThan(4_000);
  });

  it('narrow a list to all codes of one office, and a city not at all', () => {
    expect(divisions.codesIn('350404')?.sort()).toEqual(['350402', '350403', '350404']);
    expect(divisions.codesIn('350582')).toEqual(['350582']);
    expect(divisions.codesIn('350500')).toBeNull();
  });
});

describe('for what an official acts', () => {
  it('is what his division and department carry on, on the day', () => {
    expect(divisions.reachOf({ division: '350681', department: null })).toEqual({
      divisions: ['350604', '350681'],
      areas: ['350604', '350681'],
      departments: [],
    });
    expect(before.reachOf({ division: '350681', department: null }).divisions).toEqual(['350681']);
    expect(divisions.reachOf({ division: '350500', department: '市科技局' })).toEqual({
      divisions: ['350500'],
      areas: ['3505'],
      departments: ['市科技局'],
    });
  });
});

describe('a department that a division does not have', () => {
  it.each([
    ['350500', '市数据管里局', { ended: null, name: '市数据管理局' }],
    ['350500', '市数据管理局', undefined],
    ['350500', '市财政局', undefined],
    // Nobody listed any: what is written is taken.
    ['350505', '区财政局', undefined],
  ])('%s %s', (division, department, expected) => {
    expect(divisions.insteadOf(division, department)).toEqual(expected);
  });
});
