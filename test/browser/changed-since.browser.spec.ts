import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const WAITING = `/claims?filter=${encodeURIComponent(JSON.stringify({ status: ['SUBMITTED'], waitingForMe: true }))}`;
const CHANGED = '您打开此页后，此件有变化';
const ELSEWHERE = '此件也在本浏览器的另一个标签页中打开';

describeBrowser('a claim that changes under its reader', () => {
  const stage = stageFor(startDemo);

  it('stays as it was opened until the latest is asked for, and loses nothing that was typed', async () => {
    const reader = await stage.official('quanzhou-window-2');
    await reader.goto(WAITING);
    await reader.locator('tbody a').first().click();
    await reader.getByRole('button', { name: '退回补正' }).click();
    const dialog = reader.getByRole('dialog');
    await dialog.getByLabel('总的说明').fill('缺少发票');
    expect(await reader.getByText(ELSEWHERE).count()).toBe(0);

    const other = await stage.official('quanzhou-window-1');
    await other.goto(reader.url());
    await take(other, '受理');
    await lookAgain(reader);
    await dialog.getByText(CHANGED).waitFor();
    await dialog.getByText(/^受理（.+（quanzhou-window-1），\d{4}-\d\d-\d\d \d\d:\d\d:\d\d）$/).waitFor();
    const status = reader.locator('main').getByText('已申报', { exact: true });
    expect(await status.count()).toBe(1);

    await dialog.getByRole('button', { name: '载入最新' }).click();
    await dialog.getByText(CHANGED).waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('总的说明').inputValue()).toBe('缺少发票');
    expect(await status.count()).toBe(0);
  });

  it('is told of by the tab in which it was taken on, and says that two tabs have it', async () => {
    const page = await stage.official('quanzhou-window-2');
    await page.goto(WAITING);
    await page.locator('tbody a').first().click();
    await page.getByRole('button', { name: '退回补正' }).waitFor();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.getByText(ELSEWHERE).waitFor();
    await page.getByText(ELSEWHERE).waitFor();

    await take(second, '受理');
    await page.getByText(CHANGED).waitFor();
    await second.goto('/');
    await page.getByText(ELSEWHERE).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '载入最新' }).click();
    await page.getByRole('main').getByText('已受理', { exact: true }).first().waitFor();
    expect(await page.getByText(CHANGED).count()).toBe(0);
  });
});

async function take(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The reader comes back to the window: what it shows is asked for again. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
}
