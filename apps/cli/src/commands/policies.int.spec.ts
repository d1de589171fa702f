import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

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

it('checks the documents of the folder that the server is told to read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-policies-'));
  process.env.DUIXIAN_POLICIES_DIR = folder;
  try {
    mkdirSync(join(folder, 'yunchuan-2026-1'));
    writeFileSync(join(folder, 'yunchuan-2026-1', 'source.txt'), '第一条 奖励20万元。\n');
    const laidOut = await runCli(['policies', '--new', 'yunchuan-2026-1']);

    const checked = await runCli(['policies']);

    expect(laidOut).toMatchObject({ status: 0, err: '' });
    expect(checked.status).toBe(1);
    expect(checked.err).toMatch(/^yunchuan-2026-1\/policy\.yaml:\d+:\d+: 此处待填/);
  } finally {
    delete process.env.DUIXIAN_POLICIES_DIR;
    rmSync(folder, { recursive: true });
  }
});

it('lists readings and findings for an auditor', async () => {
  const { status, out } = await runCli(['policies', '--findings']);

  expect(status).toBe(0);
  expect(out).toMatch(/jinjiang-2025-6\/3\.1\.compute {2}发现 finding/);
  expect(out).toMatch(/xiamen-2023-10\/8\.1 {2}释义 interpretation .*每家企业最高/);
});

describe('policies --new', () => {
  const text =
    '第一条 目的。\n第二条 对获评企业奖励20万元。（责任单位：市工信局）\n第三条 本办法自2025年1月1日起施行，有效期2年。\n';

  it('lays out the articles of a text, and overwrites nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duixian-new-policy-'));
    try {
      writeFileSync(join(folder, 'source.txt'), text);

      const laidOut = await runCli(['policies', '--new', folder]);
      const again = await runCli(['policies', '--new', folder]);

      expect(laidOut).toMatchObject({ status: 0, err: '' });
      expect(laidOut.out).toMatch(/places are left to write/);
      const yaml = readFileSync(join(folder, 'policy.yaml'), 'utf8');
      expect(yaml.match(/- number: .*/g)).toEqual(['- number: 第一条', '- number: 第二条', '- number: 第三条']);
      expect(yaml).toContain('quote: 对获评企业奖励20万元。');
      expect(yaml).toContain('years: 2');
      expect(again.status).toBe(2);
      expect(again.err).toMatch(/不会覆盖.*is not overwritten/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('asks for the text where there is none', async () => {
    const { status, err } = await runCli(['policies', '--new', 'nowhere-2025-1']);

    expect(status).toBe(2);
    expect(err).toMatch(/save the published text there first/);
  });
});
