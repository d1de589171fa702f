import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const PAID = `/claims?filter=${encodeURIComponent(JSON.stringify({ status: ['PAID'] }))}`;

describeBrowser('the export of a list', () => {
  const stage = stageFor(startDemo);

  it('holds all pages of the list as it is filtered, and says of which state and by which filter', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(PAID);
    const [, total = ''] = /共 ([\d,]+) 条/.exec(await page.getByText(/第 1–25 条 共/).innerText()) ?? [];
    const { head, rows } = read(await exported(page, '导出'));
    await page.getByText(`已导出 ${total} 条`).waitFor();

    expect(rows).toHaveLength(Number(total.replace(',', '')));
    expect(new Set(rows.map((row) => row['申报号'])).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row['状态']))).toEqual(new Set(['已拨付']));
    expect(head).toEqual([
      '申报件',
      expect.stringMatching(/^截至日志第 \d+ 号$/),
      expect.stringMatching(/^导出时间：\d{4}-\d\d-\d\d \d\d:\d\d:\d\d（北京时间）$/),
      '导出人：刘见山（quanzhou-audit）',
      '筛选：状态：已拨付',
      `共 ${total} 条`,
    ]);
    expect(rows.find((row) => row['申报号'] === '350500-2025-G05CP7ZA')).toMatchObject({
      企业: '泉州青石智算科技有限公司（虚构）',
      统一社会信用代码: '91350583MAX0010185',
      '已付金额（元）': '60000.00',
    });
  });

  it('says the places and the clauses of its filter by their names, as the chips above the list do', async () => {
    const page = await stage.official('quanzhou-audit');
    const filter = { payer: '350582', assigned: 'NOBODY', division: '350582', measure: 'jinjiang-2025-6/1.2' };
    await page.goto(`/claims?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    await page.getByRole('button', { name: '支付国库：晋江市 350582' }).waitFor();
    const { head } = read(await exported(page, '导出'));
    expect(head.find((line) => line.startsWith('筛选：'))).toMatch(
      /支付国库：晋江市 350582.*经办人：未分派的.*所在地：晋江市 350582.*条款：\D+ jinjiang-2025-6\/1\.2/,
    );
  });

  it('holds what is selected, also on other pages of the list', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(PAID);
    await page.getByText('第 1–25 条').waitFor();
    const chosen = [await select(page, 2)];
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 26–50 条').waitFor();
    chosen.push(await select(page, 0));
    await page.getByText('已选中 2 条').waitFor();

    const { head, rows } = read(await exported(page, '导出所选'));
    expect(rows.map((row) => row['申报号'])).toEqual(chosen);
    expect(head.at(-1)).toBe('所选 2 条');
  });

  it('is a workbook of the same, in which amounts are numbers', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(PAID);
    const [, total = ''] = /共 ([\d,]+) 条/.exec(await page.getByText(/第 1–25 条 共/).innerText()) ?? [];
    const parts = unzipSync(await fileOf(page, '导出', 'Excel 表格'));
    const [texts, sheet] = ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'].map((name) =>
      strFromU8(parts[name] ?? new Uint8Array()),
    );
    expect(texts).toContain('<t>350500-2025-G05CP7ZA</t>');
    expect(texts).toContain(`<t>共 ${total} 条</t>`);
    expect(sheet).toMatch(/<c [^>]*><v>60000<\/v><\/c>/);
  });

  it('holds the events of a claim whole, as the auditor reads them', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(`/events?filter=${encodeURIComponent(JSON.stringify({ claim: '350500-2025-G05CP7ZA' }))}`);
    await page.getByText('第 1–').waitFor();
    const { head, rows } = read(await exported(page, '导出'));
    expect(head).toContain('筛选：申报号：350500-2025-G05CP7ZA');
    expect(head.at(-1)).toBe(`共 ${rows.length} 条`);
    expect(rows.map((row) => row['事件代码'])).toEqual(expect.arrayContaining(['ClaimSubmitted', 'ClaimDetermined']));
    const submitted = rows.find((row) => row['事件代码'] === 'ClaimSubmitted');
    expect(submitted).toMatchObject({ 经办人: expect.stringMatching(/./), 申报号: '350500-2025-G05CP7ZA' });
    expect(JSON.parse(submitted?.['内容'] ?? '')).toMatchObject({ uscc: '91350583MAX0010185', year: 2025 });
  });

  it.each([
    { who: 'quanzhou-audit', path: '/security-log', what: '安全日志', column: '时间' },
    { who: 'quanzhou-window-1', path: '/enterprises', what: '企业', column: '统一社会信用代码' },
    { who: 'quanzhou-finance-1', path: '/payments', what: '拨付', column: '金额（元）' },
    { who: 'quanzhou-window-1', path: '/recognitions', what: '认定名单', column: '文号' },
    { who: 'quanzhou-audit', path: '/users', what: '用户', column: '岗位' },
    { who: 'quanzhou-audit', path: '/delegations', what: '委托代办', column: '代办人' },
  ])('holds the list at $path', async ({ who, path, what, column }) => {
    const page = await stage.official(who);
    await page.goto(path);
    await page.getByRole('table').waitFor();
    const { head, rows } = read(await exported(page, '导出'));
    expect([head[0], head.at(-1)]).toEqual([what, `共 ${rows.length} 条`]);
    expect(rows.filter((row) => (row[column] ?? '') === '')).toEqual([]);
  });

  it('says that the server is gone, and writes no file', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/payments');
    await page.getByRole('table').waitFor();
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await stage.stopApplication();
    await choose(page, '导出', 'CSV 文件');
    await page.getByRole('dialog').getByText('未能导出，没有生成文件。').waitFor();
    expect(downloads).toEqual([]);
    stage.forgiveComplaints();
  });
});

async function exported(page: Page, button: string): Promise<string> {
  return (await fileOf(page, button, 'CSV 文件')).toString('utf8');
}

async function fileOf(page: Page, button: string, format: string): Promise<Buffer> {
  const awaited = page.waitForEvent('download');
  await choose(page, button, format);
  return readFileSync(await (await awaited).path());
}

/** By the keyboard, which opens the menu at its first line. */
async function choose(page: Page, button: string, format: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: format }).press('Enter');
}

/** Selects a line of the page; answers its claim. */
async function select(page: Page, index: number): Promise<string> {
  const row = page.locator('tbody tr').nth(index);
  await row.getByRole('checkbox').check();
  return row.getByRole('link').innerText();
}

/** What stands above the table, and its rows by the headings of their columns. */
function read(csv: string): { head: string[]; rows: Record<string, string>[] } {
  const [above = '', table = ''] = csv.replace(/^\uFEFF/, '').split('\r\n\r\n');
  return { head: above.split('\r\n'), rows: parse<Record<string, string>>(table, { columns: true }) };
}
