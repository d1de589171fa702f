import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const CLAIM = '350500-2025-G05CP7ZA';
/** Between the margins of A4, in the pixels of a printer. */
const A4_WIDTH = 688;

describeBrowser('a claim before it is stated and after it is decided', () => {
  const stage = stageFor(startDemo);

  it('is printed with its number, its position and who printed it, and without what only a screen can do', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(`/claims/${CLAIM}/show`);
    await page.getByRole('button', { name: '打印' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: A4_WIDTH, height: 1000 });
    await page.getByText(`申报件 ${CLAIM}`).waitFor();
    await page.getByText(/^截至日志第 \d+ 号 · 打印时间 .+（北京时间） · 打印人 刘见山（quanzhou-audit）$/).waitFor();
    await page.getByRole('heading', { name: '金额怎样得出' }).waitFor();
    await page.getByText('各级国库均已支付').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('heading', { name: '办理', exact: true }).count()).toBe(0);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(A4_WIDTH);
  });

  it('shows what its clause asks for before anything is entered', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/claims/create');
    await page.getByLabel('申报条款').click();
    await page.getByRole('option', { name: '6 云服务产品补助' }).click();
    const clause = page.getByRole('region', { name: '条款与规则' });
    for (const asked of ['年服务费超过5万元', '企业年度上限 100,000.00', '发票', '市工信局']) {
      await clause.getByText(asked, { exact: true }).waitFor();
    }
    expect(await page.getByLabel('年服务费').count()).toBe(0);

    await page.getByLabel('企业（名称或信用代码）').fill('晋江');
    await page.getByRole('option').first().click();
    const preview = page.getByRole('region', { name: '条款与试算' });
    await preview.getByText('年服务费超过5万元', { exact: true }).waitFor();
    expect(await page.getByLabel('年服务费').inputValue()).toBe('');
  });
});
