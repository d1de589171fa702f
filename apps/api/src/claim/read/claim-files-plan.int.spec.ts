import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sqlFile } from '../../database/sql-file.js';
import { Api } from '../../spec/api.spec.js';
import { planInCity, type PlanNode } from '../../spec/explain.spec.js';

let api: Api;

beforeAll(async () => {
  api = await Api.start();
});

afterAll(() => api.stop());

it('finds the files of claims by the keys of their streams, by a plan that was made before there were any', async () => {
  const sql = sqlFile(import.meta.url, 'claim-files.sql').replace('{{columns}}', 'e.*');
  const read = (await planInCity(api.pool, '350500', sql, { filled: true })).flatMap(tablesIn);

  expect(new Map(read)).toEqual(
    new Map([
      ['event', 'event_tenant_stream_version_key'],
      ['stream', 'stream_pkey'],
    ]),
  );
});

/** Every table that is read, and by which index. */
function tablesIn(node: PlanNode): [string, string | undefined][] {
  const below = (node.Plans ?? []).flatMap(tablesIn);
  const table = node['Relation Name'];
  return table === undefined ? below : [[table, node['Index Name']], ...below];
}
