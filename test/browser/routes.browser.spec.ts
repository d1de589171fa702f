import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** 市工信局 has agreed, and 市数据管理局 is still to answer. */
const CLAIM = '350500-2026-YYTEP4SS';

describeBrowser('a claim on its route', () => {
  const stage = stageFor(startDemo);

  async function openedBy(username: string, width = 1440): Promise<Page> {
    const page = await stage.official(username, width);
    await page.goto(`/claims/${CLAIM}/show`);
    await page.getByRole('heading', { name: '办理路线' }).waitFor();
    return page;
  }

  it('goes from a disagreement to its settlement, to the second approval, and to the review', async () => {
    const early = await openedBy('quanzhou-review-science');
    await early
      .getByText(/^尚待泉州市数据管理局“联审”/)
      .first()
      .waitFor();
    expect(await early.getByRole('button', { name: '审核通过' }).isEnabled()).toBe(false);

    const data = await openedBy('quanzhou-review-data', 375);
    expect(await data.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await data.keyboard.press('a');
    const dialog = data.getByRole('dialog', { name: /^联审/ });
    await dialog.getByRole('button', { name: '联审' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByRole('combobox', { name: '结论' }).click();
    await data.getByRole('option', { name: '不同意', exact: true }).click();
    await dialog.getByLabel('意见').fill('数据资源目录中没有该平台');
    await dialog.getByRole('button', { name: '联审' }).click();
    await dialog.waitFor({ state: 'detached' });

    const lead = await openedBy('quanzhou-review-science');
    await lead.getByText('数据资源目录中没有该平台').first().waitFor();
    await lead.getByRole('button', { name: '办理', exact: true }).click();
    const settlement = lead.getByRole('dialog', { name: /^处理分歧/ });
    await settlement.getByLabel('意见').fill('目录已更新，经会商继续办理');
    await settlement.getByLabel('会议纪要文号').fill('泉科会纪〔2026〕6号');
    await settlement.getByRole('button', { name: '处理分歧' }).click();
    await settlement.getByText('请填写').waitFor();
    await settlement.getByLabel('参会人员').fill('王知和、黄知舟');
    await settlement.getByRole('button', { name: '处理分歧' }).click();
    await settlement.waitFor({ state: 'detached' });

    const second = await openedBy('quanzhou-review-science-2');
    await second.getByText('泉科会纪〔2026〕6号').first().waitFor();
    await second.getByRole('button', { name: '办理本部门步骤' }).click();
    const approval = second.getByRole('dialog', { name: /^分管负责人审批/ });
    await approval.getByLabel('意见').fill('同意会商意见');
    await approval.getByRole('button', { name: '分管负责人审批' }).click();
    await approval.waitFor({ state: 'detached' });

    const reviewer = await openedBy('quanzhou-review-science');
    await reviewer.getByRole('button', { name: '审核通过' }).click();
    const review = reviewer.getByRole('dialog', { name: /^审核通过/ });
    await review.getByRole('button', { name: '审核通过' }).click();
    await review.waitFor({ state: 'detached' });
    await reviewer.goto(`/claims/${CLAIM}/show`);
    await reviewer.getByText('等待财政部门核定。').waitFor();
    await reviewer
      .getByText(/市科技局处理分歧：继续办理/)
      .first()
      .waitFor();
  });
});
