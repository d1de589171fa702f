import { expect, it } from '@jest/globals';
import { fenOf } from '@duixian/casework';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const AMOUNT = /[\d,]+\.\d\d/;

describeBrowser('figures of months', () => {
  const stage = stageFor(startDemo);

  it('begin a finance official’s day, and lead from a column to what it consists of', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto('/');
    const months = page.getByRole('region', { name: '近 12 个月核定与拨付' });
    const column = months.getByRole('link', { name: /^已付 2026-10：/ });
    const paid = amountIn(await column.getAttribute('aria-label'));

    await column.press('Enter');

    await page.getByRole('heading', { name: '拨付', exact: true }).waitFor();
    expect(await sumOfRows(page)).toBe(paid);
    await page.getByText('支付日不早于：2026-10-01').waitFor();
  });

  it('say by whom and where, and each cell leads to its rows', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/months');
    await page.getByRole('combobox', { name: '口径' }).click();
    await page.getByRole('option', { name: '牵头部门' }).click();
    const cell = page.getByRole('link', { name: / 泉州市工信局 2026-/ }).first();
    const paid = amountIn(await cell.getAttribute('title'));

    await cell.click();

    await page.getByText('牵头部门：泉州市工信局').waitFor();
    expect(await sumOfRows(page)).toBe(paid);
    await page.goBack();
    await page.getByRole('combobox', { name: '口径' }).filter({ hasText: '牵头部门' }).waitFor();
  });

  it('are handed out as a file that says of which position it is', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/months?by=TREASURY&figure=PAID');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: 'CSV 文件' }).click();
    const download = await downloading;

    expect(download.suggestedFilename()).toMatch(/^按月统计-\d+\.csv$/);
  });
});

function amountIn(label: string | null): bigint {
  return fenOf(AMOUNT.exec(label ?? '')?.[0].replaceAll(',', '') ?? '');
}

/** Of the payments that the list shows, which are no more than a page. */
async function sumOfRows(page: Page): Promise<bigint> {
  await page.getByText(/第 1–\d+ 条 共 \d+ 条/).waitFor();
  const cells = await page.locator('tbody td.column-amount').allTextContents();
  return cells.map((text) => amountIn(text)).reduce((sum, amount) => sum + amount, 0n);
}
