import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** Accepted late, overdue since 20 November and reported to the superior whom the city names. */
const REPORTED = '350500-2026-NRPEY9HK';
/** Submitted while there was no limit: whatever the day, it is never overdue. */
const UNLIMITED = '350500-2025-PKQHA37E';
/** Since when the clock stands, and until when at the most. */
const STANDS = /^(\d{4}-\d\d-\d\d) 至 (\d{4}-\d\d-\d\d) 暂停计时，期满自动恢复/;

describeBrowser('time limits', () => {
  const stage = stageFor(startDemo);

  it('lead a superior from his dashboard to what was reported to him, with its word beside the colour', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto('/');
    const tiles = page.getByRole('region', { name: '时限' });
    await tiles.getByRole('link', { name: /上报给我的超期件/ }).click();
    await page.getByRole('link', { name: REPORTED }).waitFor();
    await page.getByText('已超期').first().waitFor();
    await page.goto(`/claims/${REPORTED}/show`);
    const limits = page.getByRole('region', { name: '时限' });
    await limits.getByText(/承诺时限 · 5 个工作日/).waitFor();
    await limits.getByText(/2026-11-20 到期 · (已超 \d+ 个工作日 · )?已上报张知微（分管领导）/).waitFor();
    await limits.getByText(/超期不影响继续办理/).waitFor();
    await page.getByText(/承诺时限于2026-11-20届满（市数据管理局审核），已上报张知微（分管领导）/).waitFor();
    expect(await page.getByText('超期上报').count()).toBeGreaterThan(0);
  });

  it('narrow the list to what is overdue, which the dashboard counts', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/');
    const tile = page.getByRole('region', { name: '时限' }).getByRole('link', { name: /^已超期/ });
    const [, counted = ''] = /(\d+)/.exec(await tile.innerText()) ?? [];
    await tile.click();
    await page
      .getByText(new RegExp(`共 ${counted} |/ ${counted}\\b|of ${counted}\\b`))
      .first()
      .waitFor();
    await page.getByRole('link', { name: REPORTED }).waitFor();
    expect(await page.getByRole('link', { name: UNLIMITED }).count()).toBe(0);
  });

  it('stand for an inspection or experts, and go on when the office says so', async () => {
    const page = await stage.official('quanzhou-review-data');
    await page.goto(`/claims/${REPORTED}/show`);
    const limits = page.getByRole('region', { name: '时限' });
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await dialog.getByRole('button', { name: '暂停计时' }).click();
    await dialog.getByText('请填写').first().waitFor();
    await dialog.getByRole('combobox', { name: '暂停事由' }).click();
    await page.getByRole('option', { name: '现场核查' }).click();
    await dialog.getByLabel('依据条款').fill('示例时限第五条');
    await dialog.getByLabel('理由').fill('到企业核对设备');
    await dialog.getByRole('button', { name: '暂停计时' }).click();
    await page.goto(`/claims/${REPORTED}/show`);
    await limits.getByText(/^现场核查，/).waitFor();
    await limits.getByText('示例时限第五条').waitFor();
    const [, since = '', until = ''] = STANDS.exec(await limits.getByText(STANDS).innerText()) ?? [];
    expect(until > since).toBe(true);

    await page.getByRole('button', { name: '恢复计时' }).click();
    await dialog.getByLabel('理由').fill('已核对，情况属实');
    await dialog.getByRole('button', { name: '恢复计时' }).click();
    await page.goto(`/claims/${REPORTED}/show`);
    await limits.getByText(STANDS).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '暂停计时' }).waitFor();
  });
});
