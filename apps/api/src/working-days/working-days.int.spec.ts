import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, type Official } from '../spec/api.spec.js';
import { ask } from '../spec/queries.spec.js';

describe('the working days that limits count', () => {
  let api: Api;
  let reviewer: Official;

  beforeAll(async () => {
    api = await Api.start();
    reviewer = await api.hire('reviewer', '350500', '市数据管理局');
  });

  afterAll(() => api.stop());

  // By 国办发明电〔2025〕7号, counted on the calendar that it prints.
  it.each([
    { from: '2026-02-13', days: 3, lastDay: '2026-02-25', overFrom: '2026-02-26', what: 'around the Spring Festival' },
    { from: '2026-04-30', days: 5, lastDay: '2026-05-11', overFrom: '2026-05-12', what: 'around Labour Day' },
    { from: '2026-09-30', days: 5, lastDay: '2026-10-13', overFrom: '2026-10-14', what: 'around the National Day' },
    { from: '2026-09-24', days: 10, lastDay: '2026-10-15', overFrom: '2026-10-16', what: 'around two of them' },
  ])('end $what on the day on which they do', async ({ from, days, lastDay, overFrom }) => {
    const query = `{ counted: countWorkingDays(from: "${from}", days: ${days}) { lastDay overFrom } }`;
    expect(await ask(api, reviewer, query)).toEqual({ counted: { lastDay, overFrom } });
  });

  it.each([
    { arguments: 'from: "2026-12-30", days: 3', field: 'from', says: '2027' },
    { arguments: 'from: "2018-12-01", days: 3', field: 'from', says: '2018' },
    { arguments: 'from: "2026-02-13", days: 0', field: 'days', says: 'from 1 to 250' },
    { arguments: 'from: "2026-02-13", days: 251', field: 'days', says: 'from 1 to 250' },
  ])('are refused by name where they cannot be told: $arguments', async ({ arguments: asked, field, says }) => {
    const { errors } = await api.post(reviewer, `{ countWorkingDays(${asked}) { lastDay } }`, {});
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(errors?.[0]?.message).toContain(says);
  });

  it('are those of the notice of each year, by its number', async () => {
    const data = await ask(api, reviewer, '{ workingYears { year notices worked } }');
    const workingYears = data.workingYears as { year: number }[];
    expect(workingYears.find(({ year }) => year === 2026)).toEqual({
      year: 2026,
      notices: ['国办发明电〔2025〕7号'],
      worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    });
    expect(workingYears.map(({ year }) => year)).not.toContain(2027);
  });
});
