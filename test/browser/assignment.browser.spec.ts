import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('who looks after a claim', () => {
  const stage = stageFor(startDemo);

  it('takes it from the list, finds it by the filter, and puts it back from its page', async () => {
    const clerk = await stage.official('quanzhou-window-1');
    const list = (filter: object) => `/claims?filter=${encodeURIComponent(JSON.stringify(filter))}`;
    await clerk.goto(list({ status: ['SUBMITTED'] }));
    const row = clerk.locator('tbody tr').first();
    const id = await row.getByRole('link').first().innerText();
    await row.getByRole('checkbox').check();
    await clerk.getByText('已选中 1 条').waitFor();
    await clerk.getByRole('button', { name: '领取' }).click();
    await clerk.getByText('已分派 1 件').waitFor();

    await clerk.goto(list({ assigned: 'MINE' }));
    await clerk.getByRole('link', { name: id }).click();
    await clerk.getByText(/ · 我（.* 起）/).waitFor();
    await clerk.getByRole('button', { name: '分派…' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByText(/ · 我 · 手头 1 件/).waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBeGreaterThan(1);
    await dialog.getByRole('button', { name: '退回本科室' }).click();
    await clerk.getByText('尚未分派，本科室任何人都可以办理').waitFor();
  });
});
