import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const PAID = `/claims?filter=${encodeURIComponent(JSON.stringify({ status: ['PAID'] }))}`;

describeBrowser('the layout of the list of claims', () => {
  const stage = stageFor(startDemo);

  it('is chosen without a mouse, and is there again after signing in anew, for its reader alone', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '列', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '列与密度' });
    await dialog.getByRole('checkbox', { name: '条款' }).press('Space');
    await dialog.getByRole('button', { name: '上移：申报日' }).press('Enter');
    await page.keyboard.press('Escape');
    const chosen = ['申报号', '状态', '企业', '年度', '所在地', '申请', '核定', '申报日', '已付', '经办人'];
    expect(await headings(page)).toEqual(chosen);

    await signOut(page);
    await signIn(page, 'quanzhou-audit');
    expect(await headings(page)).toEqual(chosen);
    await signOut(page);
    await signIn(page, 'quanzhou-finance-1');
    expect(await headings(page)).toContain('条款');
  });

  it('goes with a link to somebody else, who keeps his own', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAID);
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '企业' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText(/已复制链接/).waitFor();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');

    const other = await stage.official('quanzhou-finance-1');
    await other.goto(link);
    await other.getByRole('table').waitFor();
    await other.getByText('第 1–25 条').waitFor();
    expect(await headings(other)).not.toContain('企业');
    expect(new Set(await other.locator('tbody td:nth-child(3)').allInnerTexts())).toEqual(new Set(['已拨付']));
    await other.getByRole('button', { name: '列', exact: true }).click();
    await other.getByText('正在使用链接中的列').waitFor();
    await other.getByRole('button', { name: '用回我的列' }).click();
    await other.keyboard.press('Escape');
    await other.getByRole('columnheader', { name: '企业' }).waitFor();
  });

  it('is saved under a name, and opened by it', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(PAID);
    await page.getByText('第 1–25 条').waitFor();
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByText('请填写名称').waitFor();
    await page.getByLabel('视图名称').fill('本年已拨付');
    await page.keyboard.press('Enter');
    await page.getByText('已保存视图“本年已拨付”').waitFor();

    await page.goto('/claims?filter={}');
    await page.getByText('第 1–25 条').waitFor();
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('link', { name: '本年已拨付' }).click();
    await page.waitForURL((url) => url.searchParams.get('filter') === '{"status":["PAID"]}');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '删除视图“本年已拨付”' }).click();
    await page.getByText('还没有保存的视图').waitFor();
  });

  it('is the same of other lists, whatever their lines can be asked to do', async () => {
    const page = await stage.official('quanzhou-audit');
    const many = Array.from({ length: 200 }, (_, index) => `column${index}`).join(',');
    await page.goto(`/payments?columns=status,${many},claim,status&density=compact`);
    await page.getByRole('table').waitFor();
    expect(await headings(page)).toEqual(['状态', '申报件']);
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByLabel('视图名称').fill('窄表');
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByText('已保存视图“窄表”').waitFor();

    await page.goto('/events');
    await page.locator('tbody').getByRole('checkbox').first().check();
    await page.getByText('已选中 1 条').waitFor();
    await page.getByRole('button', { name: '导出所选' }).waitFor();
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '摘要' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '摘要' }).waitFor({ state: 'detached' });
    expect(await headings(page)).toContain('记录时间');
  });
});

/** What the columns are called, without the one of the boxes. */
async function headings(page: Page): Promise<string[]> {
  await page.getByRole('table').waitFor();
  const texts = await page.getByRole('columnheader').allInnerTexts();
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我的账号' }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('duixian-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  if (new URL(page.url()).pathname !== '/claims') await page.goto('/claims');
}
