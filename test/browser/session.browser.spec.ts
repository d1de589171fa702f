import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const CLAIM = '350500-2025-G05CP7ZA';

describeBrowser('a session', () => {
  const stage = stageFor(startDemo);

  it('ends when one signs out, and a link leads back to its page after signing in', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/');
    await page.getByRole('button', { name: '我的账号' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();

    await page.goto(`/claims/${CLAIM}/show`);
    await page.getByLabel('用户名').fill('quanzhou-audit');
    await page.getByLabel('密码').fill('duixian-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '泉州青石智算科技有限公司（虚构）' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/claims/${CLAIM}/show`);
  });

  it('meets a page of nothing with a way on', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims/350500-2025-ZZZZZZZZ/show');
    await page.getByText('没有这件申报').waitFor();
    await page.getByRole('link', { name: '申报件列表' }).click();
    await page.getByRole('heading', { level: 1, name: '申报件' }).waitFor();
  });

  it('shows no list of users to who may not see it', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/');
    await page.getByRole('menuitem', { name: '申报件' }).waitFor();
    expect(await page.getByRole('menuitem', { name: '用户' }).count()).toBe(0);
  });

  // The last one: it stops the application.
  it('says that the server is gone, and offers to try again', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/events');
    await page.getByRole('table').waitFor();
    await page.getByRole('menuitem', { name: '政策' }).click();
    await page.getByRole('link', { name: /泉政办规〔2024〕7号/ }).waitFor();

    await stage.stopApplication();
    await page.getByRole('menuitem', { name: '事件日志' }).click();

    await page.getByText('连不上服务。请检查网络，稍后再试。').waitFor();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('连不上服务。请检查网络，稍后再试。').waitFor();
    stage.forgiveComplaints();
  });
});
