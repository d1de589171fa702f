import { it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('a contract in a claim', () => {
  const stage = stageFor(startDemo);

  it('is stated with its other party, which its page shows', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/claims/create');
    await page.getByLabel('企业（名称或信用代码）').fill('91350503MAX003283T');
    await page.getByRole('option').first().click();
    await page.getByLabel('申报条款').fill('人工智能培训');
    await page.getByRole('option', { name: /^7 / }).click();
    for (const fact of ['列入培训计划', '在省外开展']) {
      await page.getByRole('combobox', { name: fact }).click();
      await page.getByRole('option', { name: '是' }).click();
    }
    await page.getByLabel('标的').fill('石笋机器人减速器培训');
    await page.getByLabel('发生日期').fill('2025-12-31');
    await page.getByLabel('申请金额').fill('10万');
    await page.getByLabel('号码').fill('2025-001');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('请填写', { exact: true }).first().waitFor();

    await page.getByLabel('合同对方').fill('福州云岭云计算有限公司（虚构）');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.waitForURL(/\/claims\/350500-2025-[0-9A-Z]{8}\/show$/);
    await page.getByText('合同对方', { exact: true }).waitFor();
    await page.getByText('福州云岭云计算有限公司（虚构）', { exact: true }).waitFor();

    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByText('Other party', { exact: true }).waitFor();
  });
});
