import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('the calendar of working days', () => {
  const stage = stageFor(startDemo);

  it('shows whose word it is by, and on which day a limit ends', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto('/calendar?year=2026');
    await page.getByText('依据：国办发明电〔2025〕7号').waitFor();
    await page.getByLabel('起算日（不计入）').fill('2026-09-24');
    await page.getByLabel('工作日数').fill('10');
    await page.getByRole('status').filter({ hasText: '最后一日 2026-10-15 · 期满次日 2026-10-16' }).waitFor();
    const counted = await page.evaluate<string[]>(
      `[...document.querySelectorAll('td[title*="计入期限"]')].map((cell) => cell.title.slice(0, 10))`,
    );
    // The days of 国办发明电〔2025〕7号: off from 25 to 27 September and from 1 to 7 October, work on Saturday the 10th.
    expect(counted).toEqual([
      ...['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
      ...['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15'],
    ]);
  });

  it('says which year nobody has published, and guesses none of its days', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto('/calendar?year=2027&from=2026-12-30&days=5');
    await page.getByText('2027 年的放假安排还没有录入').waitFor();
    await page.getByText('未录入2027年的放假安排，不能计算工作日').waitFor();
    expect(await page.getByRole('status').count()).toBe(0);
    await page.getByLabel('工作日数').fill('0');
    await page.getByText('请填写 1 至 250 的整数').waitFor();
    stage.forgiveComplaints();
  });
});
