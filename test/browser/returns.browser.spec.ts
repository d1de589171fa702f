import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** Waits for the enterprise in the demo: its fee does not fit its invoice, and its account is missing. */
const RETURNED = '/claims/350500-2025-2H1VC927/show';

describeBrowser('a claim that is returned for correction', () => {
  const stage = stageFor(startDemo);

  it('names all that is to be corrected in a letter, ticks what is changed, and shows what differs', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto(RETURNED);
    const section = page.getByRole('region', { name: '退回补正' });
    await section.getByText('与发票价税合计不一致').waitFor();
    await section.getByRole('link', { name: '打印告知书' }).click();
    const letter = page.getByRole('article');
    await letter.getByText('现将需要补正的全部内容一次性告知如下').waitFor();
    await letter.getByText('All that is to be corrected is named here, once').waitFor();
    await letter.getByText('咨询电话：12345').waitFor();
    expect(await letter.getByRole('listitem').count()).toBe(2);

    await page.goto('/claims/350500-2025-2H1VC927/resubmit');
    const todo = page.getByRole('region', { name: '需要补正' });
    await todo.getByText('在受理窗口登记收款账户').waitFor();
    expect(await todo.getByRole('img', { name: '已改正' }).count()).toBe(0);
    await page.getByRole('textbox', { name: '年度服务费（发票金额）', exact: true }).fill('880000');
    await todo.getByRole('img', { name: '已改正' }).waitFor();
    await page.getByRole('button', { name: '重新申报' }).click();
    await todo.getByLabel('补正说明（收款账户）').and(page.locator('[aria-invalid=true]')).waitFor();
    await todo.getByLabel('补正说明（收款账户）').fill('已在窗口登记');
    await page.getByLabel('申请金额').fill('264000');
    await page.getByRole('button', { name: '重新申报' }).click();
    await page.waitForURL(/\/show$/);

    const differences = page.getByRole('table', { name: '补正前后对照' });
    await differences.getByRole('row', { name: /年度服务费（发票金额）.*883,573.70元.*88万元.*要求补正/ }).waitFor();
    await differences.getByRole('row', { name: /申请金额.*未要求而改动/ }).waitFor();
    await section.getByText('补正说明：已在窗口登记').waitFor();
  });

  it('is told late only with the reason why', async () => {
    const page = await stage.official('quanzhou-window-2');
    await page.goto(RETURNED);
    await page.getByRole('button', { name: '退回补正' }).click();
    const dialog = page.getByRole('dialog');
    const item = dialog.getByRole('group', { name: '补正事项 1' });
    await item.getByLabel('补正内容').click();
    await page.getByRole('option', { name: '发生日期（及年度）（迟告）' }).click();
    await item.getByLabel('问题').fill('与合同期不符');
    await item.getByLabel('要求').fill('按合同期末填写');
    await dialog.getByText(/应已一次性告知：发生日期（及年度）/).waitFor();
    await dialog.getByRole('button', { name: '退回补正' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('迟告理由').fill('合同今日才提供');
    await dialog.getByRole('button', { name: '退回补正' }).click();
    await dialog.waitFor({ state: 'detached' });

    const auditor = await stage.official('quanzhou-audit');
    await auditor.goto(RETURNED);
    const section = auditor.getByRole('region', { name: '退回补正' });
    await section.getByText('迟告理由：合同今日才提供').waitFor();
    await section.getByText('迟告', { exact: true }).waitFor();
  });
});
