import { expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

it.each(['2', '3'])('starts, serves, follows and rebuilds with %s connections', async (connections) => {
  const api = await Api.start({ DUIXIAN_DATABASE_CONNECTIONS: connections });
  const bureau = await Bureau.open(api);
  const administrator = await api.hire('system-administrator', CITY);
  const uscc = await bureau.enterprise();
  const years = [2022, 2023, 2024, 2025];

  const submitted = Promise.all(years.map((year) => bureau.submitted({ uscc, year, occurredOn: `${year}-12-31` })));
  const rebuilt = api.post(administrator, 'mutation { rebuildReadModels }', {});

  expect(await rebuilt).toMatchObject({ data: { rebuildReadModels: true } });
  expect(new Set(await submitted).size).toBe(years.length);
  expect(await ask(api, administrator, '{ claims { totalCount } }')).toEqual({
    claims: { totalCount: years.length },
  });
  await api.stop();
});
