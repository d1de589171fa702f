import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const listOf = (filter: object) => `/claims?filter=${encodeURIComponent(JSON.stringify(filter))}`;

describeBrowser('what was typed and not sent', () => {
  const stage = stageFor(startDemo);

  it('of a claim survives the end of the session, for its clerk alone, and leaves when it is submitted', async () => {
    const page = await stage.official('quanzhou-window-1');
    await beginClaim(page);
    await page.getByText('36,000.00').first().waitFor();
    await page.context().clearCookies();
    // Sends the form, out of the field that was filled in last.
    await page.keyboard.press('Enter');

    await signIn(page, 'quanzhou-window-2');
    await page.getByText('先选企业和条款').waitFor();
    expect(await page.getByRole('region', { name: '尚未提交的申报' }).count()).toBe(0);

    await page.context().clearCookies();
    await page.goto('/claims/create');
    await signIn(page, 'quanzhou-window-1');
    const unsent = page.getByRole('region', { name: '尚未提交的申报' });
    await unsent.getByText(/填写于 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/).waitFor();
    await unsent.getByRole('button', { name: /^继续填写：.*6 云服务产品补助$/ }).click();
    await page.getByLabel('年服务费').waitFor();
    expect(await page.getByLabel('年服务费').inputValue()).toBe('120000');
    expect(await page.getByLabel('发生日期').inputValue()).toBe('2026-10-31');
    expect(await page.getByLabel('号码').inputValue()).toBe('26352000000099007001');

    await page.getByRole('button', { name: '提交申报' }).click();
    await page.waitForURL(/\/claims\/[^/]+\/show/);
    await page.goto('/claims/create');
    await page.getByText('先选企业和条款').waitFor();
    expect(await unsent.count()).toBe(0);
    stage.forgiveComplaints();
  });

  it('is offered where the claim is begun again, and discarded when that is asked for', async () => {
    const page = await stage.official('quanzhou-window-1');
    await beginClaim(page);
    await page.reload();
    await choose(page);
    await page.getByText(/您 .* 填写的内容尚未提交/).waitFor();
    expect(await page.getByLabel('年服务费').inputValue()).toBe('');
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    expect(await page.getByLabel('年服务费').inputValue()).toBe('120000');

    await page.reload();
    await page.getByRole('button', { name: /^丢弃：/ }).click();
    await page.reload();
    await page.getByText('先选企业和条款').waitFor();
    expect(await page.getByRole('region', { name: '尚未提交的申报' }).count()).toBe(0);
  });

  it('of a dialog survives the tab, and leaves when it is sent', async () => {
    const page = await stage.official('quanzhou-window-2');
    await page.goto(listOf({ status: ['SUBMITTED'], waitingForMe: true }));
    await page.locator('tbody a').first().click();
    const claim = page.url();
    const dialog = page.getByRole('dialog');
    await openReturn(page);
    await dialog.getByLabel('总的说明').fill('缺少合同附件');
    await page.goto('/');

    await page.goto(claim);
    await openReturn(page);
    await dialog.getByText(/您 .* 填写的内容尚未提交/).waitFor();
    expect(await dialog.getByLabel('总的说明').inputValue()).toBe('');
    await dialog.getByRole('button', { name: '恢复' }).click();
    expect(await dialog.getByLabel('总的说明').inputValue()).toBe('缺少合同附件');
    await dialog.getByRole('button', { name: '退回补正' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await kept(page)).toEqual([]);
  });

  it('holds nothing of whom one can call, and goes with who signs out', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto(listOf({ status: ['PUBLICISED'] }));
    await page.locator('tbody a').first().click();
    await page.getByRole('button', { name: '登记异议' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名或单位名称').fill('陈知情');
    await dialog.getByLabel('联系电话').fill('13900001111');
    await dialog.getByLabel('异议内容').fill('发票与实际不符');
    expect(await kept(page)).toEqual([expect.stringContaining('发票与实际不符')]);
    expect((await kept(page)).join('')).not.toMatch(/陈知情|13900001111/);

    await page.goto('/');
    await page.getByRole('button', { name: '我的账号' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(await kept(page)).toEqual([]);
  });
});

async function choose(page: Page): Promise<void> {
  await page.getByLabel('企业（名称或信用代码）').fill('晋江');
  await page.getByRole('option').first().click();
  await page.getByLabel('申报条款').click();
  await page.getByRole('option', { name: '6 云服务产品补助' }).click();
}

async function beginClaim(page: Page): Promise<void> {
  await page.goto('/claims/create');
  await choose(page);
  await page.getByLabel('年服务费').fill('120000');
  await page.getByLabel('发生日期').fill('2026-10-31');
  await page.getByLabel('号码').fill('26352000000099007001');
  await page.getByLabel('销售方名称').fill('福州云岭云计算有限公司（虚构）');
  await page.getByLabel('销售方统一社会信用代码').fill('91350102MAX0090006');
  await page.getByLabel('开票日期').fill('2026-10-20');
  await page.getByLabel('金额（不含税）').fill('12万');
  await page.getByLabel('税额').fill('7200');
  await page.getByLabel('申请金额').fill('36000');
}

async function openReturn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退回补正' }).click();
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('duixian-demo');
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** What the browser keeps of that which was typed. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `Object.keys(localStorage).filter((key) => key.startsWith('duixian-draft/')).map((key) => localStorage.getItem(key))`,
  );
}
