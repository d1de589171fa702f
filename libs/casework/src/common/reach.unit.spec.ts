import { describe, expect, it } from '@jest/globals';
import { catalogue, CITY, official, RENTAL } from '../spec/fixtures.spec.js';
import { officeRefusal } from '../claim/office.js';
import { measureOf } from '../claim/measures.js';
import type { Actor, Reach } from './actor.js';
import { isInArea, isOfDepartment, isOfOffice } from './reach.js';

const LONGHAI = '350604';
const reach: Reach = {
  divisions: [LONGHAI, '350681'],
  areas: [LONGHAI, '350681', '350692'],
  departments: ['区数据局', '区数据管理局'],
};
const merged: Actor = { ...official('m', 'clerk', LONGHAI, '区数据局'), reach };

describe('an official whose division goes on with another, and has a zone in it', () => {
  it('is of the one office under both codes, and of no other', () => {
    const codes = [LONGHAI, '350681', '350692', '350605', '350600', '350582'];
    expect(codes.filter((code) => isOfOffice(merged, code))).toEqual([LONGHAI, '350681']);
  });

  it('has both and the zone in his area, and neither his city nor another county', () => {
    const codes = [LONGHAI, '350681', '350692', '350605', '350600', '350582'];
    expect(codes.filter((code) => isInArea(merged, code))).toEqual([LONGHAI, '350681', '350692']);
  });

  it('is of his department under all of its names', () => {
    const names = ['区数据局', '区数据管理局', '区财政局'];
    expect(names.filter((name) => isOfDepartment(merged, name))).toEqual(['区数据局', '区数据管理局']);
  });
});

describe('an official of the city', () => {
  it('has its counties in his area, and is of none of their offices', () => {
    const actor = official('c', 'finance');
    expect([isInArea(actor, '350582'), isOfOffice(actor, '350582'), isOfOffice(actor, CITY)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the review of a claim', () => {
  const measure = measureOf(catalogue, RENTAL);
  const { lead } = measure.clause.departments;

  it.each([
    [CITY, lead, null],
    ['350582', lead, 'NOT_YOUR_OFFICE'],
    [CITY, '市财政局', 'NOT_YOUR_OFFICE'],
  ])('by the reviewer of %s, %s: %s', (division, department, code) => {
    const actor = official('r', 'reviewer', division, department);
    expect(officeRefusal('reviewer', actor, { division: '350582', measure })?.code ?? null).toBe(code);
  });
});
