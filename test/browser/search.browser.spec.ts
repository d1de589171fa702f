import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const CLAIM = '350500-2025-G05CP7ZA';
const NAME = '泉州青石智算科技有限公司（虚构）';

describeBrowser('the search over everything', () => {
  const stage = stageFor(startDemo);

  /** Opens it by its keys alone. */
  async function search(page: Page, text: string) {
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: '查找' });
    await dialog.getByRole('combobox').waitFor();
    await page.keyboard.type(text);
    return dialog;
  }

  it('opens a claim by the beginning of its number, out of a field of another page, without a mouse', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims');
    await page.getByLabel('企业、信用代码或申报号').focus();
    const dialog = await search(page, '350500-2025-G05');
    await dialog.getByRole('option', { name: CLAIM }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/claims/${CLAIM}/show`);
    await dialog.waitFor({ state: 'detached' });
  });

  it('finds what bears a name in one request, by kind, and says where all of it is', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      const sent = request.postData() ?? '';
      if (sent.includes('"Search"')) asked.push(sent);
    });
    const dialog = await search(page, '晋江');
    await dialog.getByRole('option', { name: /^晋江/ }).first().waitFor();
    const groups = await dialog.locator('.MuiAutocomplete-groupLabel').allInnerTexts();
    expect(groups).toEqual(['申报件', '企业', '拨付', '政策条款']);
    expect(asked).toHaveLength(1);
    await dialog.getByRole('option', { name: '在申报件列表中查看全部' }).click();
    await page.getByRole('heading', { level: 1, name: '申报件' }).waitFor();
    expect(await page.getByLabel('企业、信用代码或申报号').inputValue()).toBe('晋江');
    for (const row of await page.locator('tbody tr').allInnerTexts()) expect(row).toContain('晋江');
  });

  it('finds clauses and pages, those alone that the official may open, and says when there is nothing', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const dialog = await search(page, '算力租用');
    await dialog
      .getByRole('option', { name: /^2 算力租用补助/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await search(page, '');
    await dialog.getByRole('option', { name: '安全日志' }).waitFor();
    expect(await dialog.getByRole('option', { name: '新申报' }).count()).toBe(0);
    await page.keyboard.type('没有这样的东西');
    await dialog.getByText('没有找到“没有这样的东西”').waitFor();

    const clerk = await stage.official('quanzhou-window-1');
    await clerk.goto('/');
    await clerk.getByRole('heading', { level: 1 }).waitFor();
    const own = await search(clerk, '');
    await own.getByRole('option', { name: '新申报' }).waitFor();
    expect(await own.getByRole('option', { name: '安全日志' }).count()).toBe(0);
  });

  // The last one: it stops the application.
  it('says that the server is gone, and still opens pages', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims');
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: '查找' });
    await dialog.getByRole('option', { name: '工作台' }).waitFor();
    await stage.stopApplication();
    await page.keyboard.type('政策');
    await dialog.getByText('连不上服务。请检查网络，稍后再试。').waitFor();
    await dialog.getByRole('option', { name: '政策', exact: true }).waitFor();
    stage.forgiveComplaints();
  });
});
