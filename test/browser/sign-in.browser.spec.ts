import { expect, it } from '@jest/globals';
import { describeBrowser, testDatabase } from '@duixian/testing';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { Application } from './application.js';
import { stageFor } from './stage.js';

const ADMINISTRATOR = 'first.administrator';
const OWN = '千山鸟飞绝万径人踪灭-1';

describeBrowser('the first sign-in of who keeps accounts', () => {
  const stage = stageFor(async () =>
    Application.start({
      DATABASE_URL: await testDatabase(),
      DUIXIAN_ADMINISTRATORS: `350500:system:${ADMINISTRATOR},350500:security:second.person,350500:audit:third.person`,
      DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    }),
  );

  it('leads through a password of his own and a second factor, and asks for both afterwards', async () => {
    const page = await stage.visitor();
    await enter(page, stage.shownPassword(ADMINISTRATOR));

    await page.getByRole('heading', { level: 1, name: '请先修改密码' }).waitFor();
    await page.getByLabel('当前密码').fill(stage.shownPassword(ADMINISTRATOR));
    await page.getByLabel(/^新密码/).fill('quanzhou2026!');
    await page.getByLabel('再输一遍新密码').fill('quanzhou2026!');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('alert').getByText('这个密码太常见').waitFor();
    await page.getByLabel(/^新密码/).fill(OWN);
    await page.getByLabel('再输一遍新密码').fill(OWN);
    await page.getByRole('button', { name: '修改密码' }).click();

    await page.getByRole('heading', { level: 1, name: '请先登记动态口令' }).waitFor();
    await page.getByLabel('当前密码').fill(OWN);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('img', { name: '验证器二维码' }).waitFor();
    const [secret = ''] = /[A-Z2-7]{32}/.exec(await page.getByText('手工输入此密钥').innerText()) ?? [];
    await page.getByLabel('六位数字').fill(generateSync({ secret }));
    await page.getByRole('button', { name: '确认' }).click();
    const stored = page.getByRole('button', { name: '已妥善保存' });
    await stored.waitFor();
    const codes = await page.getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    await stored.click();

    await page.getByRole('button', { name: '我的账号' }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
    await page.getByText('剩余恢复码 10 个').waitFor();
    await page.getByRole('button', { name: '我的账号' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();

    await enter(page, OWN);
    await page.getByLabel('动态口令或恢复码').fill('000000');
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('alert').getByText('动态口令不正确').waitFor();
    await page.getByLabel('动态口令或恢复码').fill(codes[0] ?? '');
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('menuitem', { name: '用户' }).waitFor();
  });
});

async function enter(page: Page, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(ADMINISTRATOR);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
