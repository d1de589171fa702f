import { expect, it } from '@jest/globals';
import { describeBrowser, testDatabase } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { seedCity } from '../bench/city/seed.js';
import { Application } from './application.js';
import { stageFor } from './stage.js';

const CLAIMS = 10_000;
const ADMINISTRATOR = 'first.administrator';

describeBrowser('a list of 10,000 claims', () => {
  const stage = stageFor(async () => {
    const url = await testDatabase();
    await seedCity(url, CLAIMS);
    const application = await Application.start({
      DATABASE_URL: url,
      DUIXIAN_DEMO: '0',
      DUIXIAN_SECOND_FACTOR: 'off',
      DUIXIAN_ADMINISTRATORS: `350500:system:${ADMINISTRATOR},350500:security:second.administrator,350500:audit:third.administrator`,
    });
    await application.listsBuilt();
    return application;
  });

  it('is read page by page, each claim once, and back again', async () => {
    const page = await openList();
    await page.getByText('第 1–25 条 共 10,000 条').waitFor();
    const seen = [await numbersIn(page)];
    for (const range of ['第 26–50 条', '第 51–75 条', '第 76–100 条']) {
      await turn(page, '下一页');
      await page.getByText(range).waitFor();
      seen.push(await numbersIn(page));
    }
    expect(new Set(seen.flat()).size).toBe(100);

    await turn(page, '上一页');
    await page.getByText('第 51–75 条').waitFor();
    expect(await numbersIn(page)).toEqual(seen[2]);
  });

  it('is filtered and sorted', async () => {
    const page = await openList();
    await page.getByLabel('状态').click();
    await page.getByRole('option', { name: '已拨付' }).click();
    await page.keyboard.press('Escape');
    await page.getByText(/第 1–25 条 共 [1-3],\d{3} 条/).waitFor();
    expect(new Set(await cellsIn(page, '状态'))).toEqual(new Set(['已拨付']));

    await turn(page, '按申请升序');
    const amounts = (await cellsIn(page, '申请')).map((text) => Number(text.replaceAll(',', '')));
    expect(amounts).toHaveLength(25);
    expect(amounts).toEqual([...amounts].sort((one, other) => one - other));
  });

  async function openList(): Promise<Page> {
    const page = await stage.firstAdministrator(ADMINISTRATOR);
    await page.goto('/claims');
    return page;
  }
});

/** Goes to other rows of the list, and waits until they have replaced those before. */
async function turn(page: Page, button: string): Promise<void> {
  const [first = ''] = await numbersIn(page);
  await page.getByRole('button', { name: button }).click();
  await page.locator('tbody tr').first().filter({ hasNotText: first }).waitFor();
}

async function numbersIn(page: Page): Promise<string[]> {
  return page.locator('tbody').getByRole('link').allInnerTexts();
}

/** The texts of one column. */
async function cellsIn(page: Page, heading: string): Promise<string[]> {
  const column = (await page.locator('thead th').allTextContents()).indexOf(heading);
  return page.locator(`tbody td:nth-child(${column + 1})`).allTextContents();
}
