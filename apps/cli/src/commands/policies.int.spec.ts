import { expect, it } from '@jest/globals';

import { runCli } from '../run-cli.spec.js';

it('prints how the clauses of every document are accounted for', async () => {
  const { status, out, err } = await runCli(['policies']);

  expect({ status, err }).toEqual({ status: 0, err: '' });
  const rows = out.split('\n').map((line) => line.split(/\s+/));
  expect(rows[0]?.slice(0, 6)).toEqual(['policy', 'articles', 'clauses', 'payable', 'referral', 'non-monetary']);
  const articles = rows.slice(1, 7).map(([policy, count]) => `${policy ?? ''} ${count ?? ''}`);
  expect(articles).toEqual([
    'fuzhou-2026-7 9',
    'jinjiang-2025-6 19',
    'quanzhou-2024-7 9',
    'xiamen-2023-10 19',
    'zhangzhou-2024-2 8',
    'total 64',
  ]);
});

it('lists readings and findings for an auditor', async () => {
  const { status, out } = await runCli(['policies', '--findings']);

  expect(status).toBe(0);
  expect(out).toMatch(/jinjiang-2025-6\/3\.1\.compute {2}发现 finding/);
  expect(out).toMatch(/xiamen-2023-10\/8\.1 {2}释义 interpretation .*每家企业最高/);
});
