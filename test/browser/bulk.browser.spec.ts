import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const TALLY = '{ claims(first: 1, filter: { status: [SUBMITTED] }) { totalCount } }';

async function submitted(page: Page): Promise<number> {
  const response = await page.context().request.post('/graphql', { data: { query: TALLY } });
  const { data } = (await response.json()) as { data: { claims: { totalCount: number } } };
  return data.claims.totalCount;
}

describeBrowser('a step on many claims', () => {
  const stage = stageFor(startDemo);

  /** Nothing that is sent to be done arrives, as where the network is gone. */
  async function cut(page: Page): Promise<() => Promise<void>> {
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation TakeBulk') === true) await route.abort();
      else await route.continue();
    });
    return () => page.unroute('**/graphql');
  }

  it('shows what will be done and what not, and is carried on to its end after the network and the page were lost', async () => {
    const clerk = await stage.official('quanzhou-window-2');
    const before = await submitted(clerk);
    await clerk.goto('/claims');
    await clerk.getByRole('checkbox').first().waitFor();
    await clerk.locator('thead').getByRole('checkbox').check();
    await clerk.getByText(/已选中 25 条/).waitFor();
    await clerk.getByRole('button', { name: /选中全部结果/ }).click();
    await clerk.getByText(/已选中 (?!25 )\d+ 条/).waitFor();
    await clerk.getByRole('button', { name: '批量办理' }).click();
    await clerk.getByRole('menuitem', { name: '受理' }).click();

    const dialog = clerk.getByRole('dialog');
    await dialog.getByRole('button', { name: '预览' }).click();
    const [, counted = ''] = /(\d+) 件可以办理/.exec(await dialog.getByText(/件可以办理/).innerText()) ?? [];
    const allowed = Number(counted);
    expect(allowed).toBeGreaterThan(0);
    await dialog.getByText(/件不能办理，不会发送/).waitFor();
    await dialog
      .getByText(/“受理”环节已结束/)
      .first()
      .waitFor();

    const restore = await cut(clerk);
    await dialog.getByRole('button', { name: `受理 ${allowed} 件` }).click();
    await dialog.getByText('连不上服务。请检查网络，稍后再试。').waitFor();
    stage.forgiveComplaints();
    expect(await submitted(clerk)).toBe(before);

    await restore();
    await clerk.goto('/claims');
    await clerk.getByText(`上次的批量受理还有 ${allowed} 件未办完。`).waitFor();
    await clerk.getByRole('button', { name: '继续' }).click();
    await dialog.getByRole('button', { name: '继续' }).click();
    await dialog.getByText(`${allowed} 件已办理`).waitFor();
    // The tables follow the log.
    while ((await submitted(clerk)) !== before - allowed);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await clerk.goto('/claims');
    await clerk.locator('thead').getByRole('checkbox').waitFor();
    expect(await clerk.getByText(/未办完/).count()).toBe(0);
  });
});
