import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const USERNAME = 'quanzhou-finance-9';
const FIRST = '海纳百川有容乃大-2026';
const SECOND = '千山鸟飞绝万径人踪灭-1';

describeBrowser('an official whom two administrators let in', () => {
  const stage = stageFor(startDemo);

  it('is proposed by one, agreed to by the other, and chooses his password with a half of each', async () => {
    const system = await stage.official('quanzhou-system-admin');
    await system.goto('/users/create');
    await system.getByLabel('用户名').fill(USERNAME);
    await system.getByLabel('姓名').fill('试验员');
    await system.getByLabel('所属地').fill('350500');
    await system.getByRole('option', { name: '泉州市 350500' }).click();
    await system.getByRole('checkbox', { name: '财政' }).check();
    await system.getByRole('checkbox', { name: '国库支付' }).check();
    await system.getByText('这些岗位不能由一人兼任').waitFor();
    await system.getByRole('checkbox', { name: '国库支付' }).uncheck();
    expect(await system.getByLabel('密码').count()).toBe(0);
    await system.getByLabel('理由').fill('新到岗');
    await system.getByRole('button', { name: '提议' }).click();
    await system.getByText('已提议，待另一名管理员同意后生效').waitFor();

    const security = await stage.official('quanzhou-security-admin');
    await security.goto('/users');
    const heading = await security.getByRole('heading', { level: 1, name: '用户' }).boundingBox();
    const queue = await security.getByRole('region', { name: '待同意的账号变更' }).boundingBox();
    expect(queue?.x).toBe(heading?.x);
    expect(queue?.y).toBeGreaterThan(heading?.y ?? Infinity);
    expect(await security.getByRole('region', { name: '激活码' }).count()).toBe(0);
    await security.getByRole('menuitem', { name: '用户 (1)' }).waitFor();
    const proposal = security.getByRole('listitem').filter({ hasText: USERNAME });
    await proposal.getByRole('button', { name: '同意' }).click();
    await security.getByRole('dialog').getByText('各领半份激活码').waitFor();
    await security.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    await security.getByText('请在本页“激活码”中领取您的一半').waitFor();
    const agreers = await draw(security);

    await system.goto('/users');
    await system.getByRole('menuitem', { name: '用户 (1)' }).waitFor();
    await system.getByText('周见岚（quanzhou-security-admin）的一半：已领取').waitFor();
    const proposers = await draw(system);
    expect(proposers).not.toBe(agreers);

    const page = await stage.visitor();
    await openActivation(page);
    await activate(page, [proposers, proposers], FIRST);
    await page.getByRole('alert').getByText('用户名或激活码不正确').waitFor();
    await page.getByLabel('激活码（另一名管理员的一半）').fill(agreers.toLowerCase().replaceAll('-', ''));
    await page.getByLabel('再输一遍新密码').fill(SECOND);
    await page.getByRole('button', { name: '设置密码并登录' }).click();
    await page.getByText('两次输入不一致').waitFor();
    await page.getByLabel(/^新密码/).fill('qwerty123456');
    await page.getByLabel('再输一遍新密码').fill('qwerty123456');
    await page.getByRole('button', { name: '设置密码并登录' }).click();
    await page.getByRole('alert').getByText('这个密码太常见').waitFor();
    await page.getByLabel(/^新密码/).fill(FIRST);
    await page.getByLabel('再输一遍新密码').fill(FIRST);
    await page.getByRole('button', { name: '设置密码并登录' }).click();
    await page.getByRole('heading', { level: 1, name: '请先登记动态口令' }).waitFor();

    await system.reload();
    await system.getByText('没有待同意的账号变更').waitFor();
    expect(await system.getByRole('region', { name: '激活码' }).count()).toBe(0);
  });

  it('chooses another when they reset it, with which the old one ends', async () => {
    const security = await stage.official('quanzhou-security-admin');
    await openUser(security);
    await security.getByRole('button', { name: '重设密码' }).click();
    await security.getByRole('dialog').getByLabel('理由').fill('本人遗忘');
    await security.getByRole('dialog').getByRole('button', { name: '重设密码' }).click();
    await security.getByText('已提议，待另一名管理员同意后生效').waitFor();

    const system = await stage.official('quanzhou-system-admin');
    await openUser(system);
    await system.getByRole('button', { name: '同意' }).click();
    await system.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    const agreers = await draw(system);
    await security.reload();
    const proposers = await draw(security);
    await security.getByText('您的一半：已领取').waitFor();
    expect(await security.getByRole('button', { name: '领取我的一半' }).count()).toBe(0);

    const page = await stage.visitor();
    await page.goto('/');
    await page.getByLabel('用户名').fill(USERNAME);
    await page.getByLabel('密码').fill(FIRST);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
    await page.getByRole('button', { name: '首次登录或重设密码' }).click();
    await activate(page, [proposers, agreers], SECOND);
    await page.getByRole('heading', { level: 1, name: '请先登记动态口令' }).waitFor();
  });

  it('does not sign in any more once one of them has disabled him', async () => {
    const system = await stage.official('quanzhou-system-admin');
    await openUser(system);
    await system.getByText('开设账号').first().waitFor();
    await system.getByRole('button', { name: '停用账号' }).click();
    await system.getByRole('dialog').getByLabel('理由').fill('试验完毕');
    await system.getByRole('dialog').getByRole('button', { name: '停用账号' }).click();
    await system.getByText('账号已停用').waitFor();

    const official = await stage.official(USERNAME, 1440, SECOND);
    await official.goto('/claims');
    await official.getByRole('button', { name: '登录', exact: true }).waitFor();
  });
});

/** Draws the half of who is signed in; what is shown stays until it is closed. */
async function draw(page: Page): Promise<string> {
  await page.getByRole('region', { name: '激活码' }).getByRole('button', { name: '领取我的一半' }).click();
  await page.getByRole('dialog').getByText('只显示这一次').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '领取我的一半' }).click();
  const half = await page.getByRole('status').innerText();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('status').innerText()).toBe(half);
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return half;
}

async function openActivation(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: '首次登录或重设密码' }).click();
}

async function activate(page: Page, [one, two]: readonly [string, string], password: string): Promise<void> {
  await page.getByLabel('用户名').fill(USERNAME);
  await page.getByLabel('激活码（一名管理员的一半）').fill(one);
  await page.getByLabel('激活码（另一名管理员的一半）').fill(two);
  await page.getByLabel(/^新密码/).fill(password);
  await page.getByLabel('再输一遍新密码').fill(password);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
}

async function openUser(page: Page): Promise<void> {
  await page.goto('/users');
  await page.getByLabel('用户名或姓名').fill(USERNAME);
  await page.getByRole('link', { name: USERNAME, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `用户 试验员（${USERNAME}）` }).waitFor();
}
