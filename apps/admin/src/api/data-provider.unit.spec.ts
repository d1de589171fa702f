import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataProvider } from 'react-admin';
import { claimSource } from '../claims/claim-source.js';
import { createClient } from './client.js';
import { createDataProvider } from './data-provider.js';
import { SchemaServer } from './schema-server.spec.js';

interface PageArguments {
  first: number;
  after: string | null;
  filter: object;
  sort: object;
}

let server: SchemaServer;
let asked: PageArguments[];

afterEach(async () => {
  await server.stop();
});

const claimOf = (number: number) => ({
  id: `350500-2026-${String(number).padStart(8, '0')}`,
  status: 'SUBMITTED',
  held: false,
  isExcluded: false,
  answerIsOverdue: false,
  nobodyAnswers: false,
  year: 2026,
  enterprise: { uscc: '91350502MAX0011737', name: '泉州某某科技有限公司（虚构）' },
  division: { code: '350502', name: '鲤城区', level: 'COUNTY', parent: '350500' },
  measure: { id: 'quanzhou-2024-7/2', title: { zh: '算力租用补助', en: 'Compute rental subsidy' } },
  requestedAmount: '1000.00',
  agreedAmount: null,
  determinedAmount: null,
  paidAmount: '0.00',
  submittedOn: '2026-11-20',
});

/** An API with so many claims, whose cursors are their numbers. */
async function providerOver(count: number): Promise<DataProvider> {
  asked = [];
  server = await SchemaServer.start({
    claims: (page: PageArguments) => {
      asked.push(page);
      const start = Number(page.after ?? 0) + 1;
      const end = Math.min(count, start + page.first - 1);
      return {
        nodes: Array.from({ length: end - start + 1 }, (_, index) => claimOf(start + index)),
        pageInfo: { hasNextPage: end < count, hasPreviousPage: start > 1, startCursor: null, endCursor: String(end) },
        totalCount: count,
        totalIsExact: true,
        position: '4711',
      };
    },
  });
  const client = createClient(server.url);
  return createDataProvider(client, { claims: claimSource(client) });
}

describe('the list of claims', () => {
  it('is paged by cursors, and says how long it is and up to where the log is in it', async () => {
    const provider = await providerOver(60);
    const sort = { field: 'submittedOn', order: 'DESC' } as const;
    const first = await provider.getList('claims', { pagination: { page: 1, perPage: 25 }, sort, filter: {} });
    expect(first.data).toHaveLength(25);
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(first.meta).toEqual({ total: 60, totalIsExact: true, position: '4711' });
    const last = await provider.getList('claims', { pagination: { page: 3, perPage: 25 }, sort, filter: {} });
    expect(last.data.map((claim: { id: string }) => claim.id)).toEqual(
      [51, 52, 53, 54, 55, 56, 57, 58, 59, 60].map((number) => claimOf(number).id),
    );
    expect(last.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
  });

  it('sends the filters that the address bar holds, and drops those that are malformed', async () => {
    const provider = await providerOver(1);
    const filter = { waitingForMe: true, year: '2026', status: ['SUBMITTED'], measure: '', held: 'perhaps', evil: 1 };
    await provider.getList('claims', { pagination: { page: 1, perPage: 25 }, filter });
    expect({ ...asked[0]?.filter }).toEqual({ waitingForMe: true, year: 2026, status: ['SUBMITTED'] });
  });

  it('is ordered by the column that was chosen', async () => {
    const provider = await providerOver(1);
    const sort = { field: 'determinedAmount', order: 'ASC' } as const;
    await provider.getList('claims', { pagination: { page: 1, perPage: 25 }, sort, filter: {} });
    expect({ ...asked[0]?.sort }).toEqual({ field: 'DETERMINED_AMOUNT', direction: 'ASC' });
  });

  it('is empty beyond its end', async () => {
    const provider = await providerOver(30);
    const beyond = await provider.getList('claims', { pagination: { page: 9, perPage: 25 }, filter: {} });
    expect(beyond.data).toEqual([]);
  });
});
