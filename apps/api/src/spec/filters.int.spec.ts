import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterpriseStream } from '@duixian/casework';
import { ReadModel } from '../log/read-model.js';
import { Api, usccOf, type Official } from './api.spec.js';
import { Bureau, CITY, COUNTY, TODAY } from './bureau.spec.js';
import { ask } from './queries.spec.js';

const KNOWN = [
  ['claims', 'ClaimFilter', { division: '350000' }],
  ['claims', 'ClaimFilter', { division: CITY }],
  ['claims', 'ClaimFilter', { division: COUNTY, measure: 'quanzhou-2024-7/2', reason: 'ITEM_CAP' }],
  ['claims', 'ClaimFilter', { policy: 'jinjiang-2025-6' }],
  ['enterprises', 'EnterpriseFilter', { division: COUNTY }],
  ['payments', 'PaymentFilter', { payer: COUNTY }],
  ['yearlyTotals', 'YearlyTotalFilter', { measure: 'quanzhou-2024-7/2' }],
  ['events', 'EventFilter', { type: 'ClaimSubmitted' }],
] as const;

const UNKNOWN = [
  ['claims', 'ClaimFilter', { division: '%' }, 'filter.division'],
  ['claims', 'ClaimFilter', { division: '350___' }, 'filter.division'],
  ['claims', 'ClaimFilter', { division: '350599' }, 'filter.division'],
  ['claims', 'ClaimFilter', { division: '350200' }, 'filter.division'],
  ['claims', 'ClaimFilter', { measure: 'quanzhou-2024-7/99' }, 'filter.measure'],
  ['claims', 'ClaimFilter', { policy: 'quanzhou-1999-1' }, 'filter.policy'],
  ['enterprises', 'EnterpriseFilter', { division: '%' }, 'filter.division'],
  ['enterprises', 'EnterpriseFilter', { division: '110000' }, 'filter.division'],
  ['payments', 'PaymentFilter', { payer: '350599' }, 'filter.payer'],
  ['yearlyTotals', 'YearlyTotalFilter', { measure: '%' }, 'filter.measure'],
] as const;

const OUTSIDE = [
  ['claims', 'ClaimFilter', { reason: 'NO_SUCH_REASON' }, 'filter.reason'],
  ['claims', 'ClaimFilter', { status: ['PAID', ' at "filter.year"; '] }, 'filter.status[1]'],
  ['events', 'EventFilter', { type: 'NoSuchEvent' }, 'filter.type'],
] as const;

describe('the filters of lists', () => {
  let api: Api;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    auditor = await api.hire('auditor', CITY);
  });

  afterAll(() => api.stop());

  const queryOf = (list: string, type: string): string =>
    `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;

  it.each(KNOWN)('%s: take a %s of codes that there are: %j', async (list, type, filter) => {
    expect(await ask(api, auditor, queryOf(list, type), { filter })).toEqual({
      [list]: { totalCount: expect.any(Number) },
    });
  });

  it.each(UNKNOWN)('%s: refuse a %s with a code that is none, %j, by its field', async (list, type, filter, field) => {
    const { errors } = await api.post(auditor, queryOf(list, type), { filter });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it.each(OUTSIDE)(
    '%s: refuse a %s with a word that its enum lacks, %j, by its field',
    async (list, type, filter, field) => {
      const { errors } = await api.post(auditor, queryOf(list, type), { filter });

      const says = { zh: expect.stringContaining(field), en: expect.stringContaining(field) };
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field, says } }]);
    },
  );

  it('take a code that the standard lacks, if an enterprise or a claim of an earlier release belongs to it', async () => {
    const bureau = await Bureau.open(api);
    const uscc = await enteredEarlier('350599');

    expect(
      await ask(api, auditor, queryOf('enterprises', 'EnterpriseFilter'), { filter: { division: '350599' } }),
    ).toEqual({ enterprises: { totalCount: 1 } });

    await bureau.submitted({ uscc });
    await bureau.moved(uscc, COUNTY, TODAY);
    for (const [list, type, totalCount] of [
      ['claims', 'ClaimFilter', 1],
      ['enterprises', 'EnterpriseFilter', 0],
    ] as const) {
      expect(await ask(api, auditor, queryOf(list, type), { filter: { division: '350599' } })).toEqual({
        [list]: { totalCount },
      });
    }
  });

  async function enteredEarlier(division: string): Promise<string> {
    const clerk = await api.hire('clerk', CITY);
    const { id: userId, username, displayName } = clerk;
    const uscc = usccOf(division, 1);
    const commandId = randomUUID();
    const result = await api.store.append({
      tenant: CITY,
      commandId,
      requestHash: 'an older version',
      guards: [],
      streams: [
        {
          stream: enterpriseStream(uscc),
          expectedVersion: 0,
          events: [
            {
              eventId: randomUUID(),
              type: 'EnterpriseRegistered',
              schemaVersion: 1,
              occurredOn: TODAY,
              data: { uscc, name: '青石开发区企业（虚构）', division },
              meta: { actor: { userId, username, displayName, division: CITY, department: null }, commandId },
            },
          ],
        },
      ],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    await api.app.get(ReadModel).caughtUp(CITY, result.last);
    return uscc;
  }
});
