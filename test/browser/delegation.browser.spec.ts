import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('who stands in for whom', () => {
  const stage = stageFor(startDemo);

  it('shows the deputy what is waiting, and on the page of the claim for whom it was done', async () => {
    const deputy = await stage.official('quanzhou-finance-1');
    await deputy.goto('/');
    await deputy.getByText('您正在代吴知川（quanzhou-finance-3）办理').waitFor();
    await deputy.getByRole('link', { name: '去办理' }).click();
    await deputy.getByRole('tab', { name: '我代办的', selected: true }).waitFor();
    await deputy.getByRole('link', { name: '350500-2026-ZFHCKD4Z' }).click();
    await deputy.getByText(/您代吴知川办理/).waitFor();
    await deputy.keyboard.press('a');
    await deputy.getByRole('dialog').getByRole('button', { name: '核定' }).click();
    await deputy.getByText('已核定').first().waitFor();
    await deputy.goto('/claims?filter=%7B%22assigned%22%3A%22STOOD_IN%22%7D');
    await deputy.getByText('没有符合筛选条件的记录').waitFor();
    await deputy.goto('/claims/350500-2026-ZFHCKD4Z/show');
    await deputy
      .getByText(/张知微.* · 代吴知川办理/)
      .first()
      .waitFor();
  });

  it('is given and ended by who is away, each wrong entry at its field', async () => {
    const official = await stage.official('quanzhou-window-1');
    await official.goto('/delegations');
    await official.getByText('没有委托').waitFor();
    await official.getByRole('button', { name: '委托代办' }).first().click();
    const dialog = official.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '代办人' }).press('ArrowDown');
    await official.getByRole('option', { name: /quanzhou-window-2/ }).press('Enter');
    await dialog.getByLabel('起始日').fill('2020-01-01');
    await dialog.getByLabel('截止日').fill('2020-01-02');
    await dialog.getByLabel('事由').fill('出差');
    await dialog.getByRole('button', { name: '委托代办' }).click();
    await dialog
      .getByText(/起始日应在今天/)
      .first()
      .waitFor();
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('起始日').fill(day(2));
    await dialog.getByLabel('截止日').fill(day(9));
    await dialog.getByRole('button', { name: '委托代办' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = official.locator('tbody tr').filter({ hasText: '出差' });
    await row.getByText('未开始').waitFor();
    await row.getByRole('button', { name: '提前结束' }).click();
    await dialog.getByLabel('结束原因').fill('行程取消');
    await dialog.getByRole('button', { name: '提前结束' }).click();
    await row.getByText('已提前结束').waitFor();
    expect(await row.innerText()).toContain('行程取消');
  });
});
