import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** Determined, under a clause that 市数据管理局 leads. */
const CLAIM = '/claims/350500-2025-G05CP7ZA/show';

describeBrowser('comments on a claim', () => {
  const stage = stageFor(startDemo);

  it('mention a colleague by the keyboard alone, who finds it on the start page and answers', async () => {
    const finance = await stage.official('quanzhou-finance-1');
    await finance.goto(CLAIM);
    const comments = finance.getByRole('region', { name: '批注' });
    await comments.getByText('还没有批注。').waitFor();
    await comments.getByLabel('写批注').focus();
    await finance.keyboard.type('请 @');
    await finance.getByRole('option').first().waitFor();
    await finance.keyboard.type('quanzhou-finance-2');
    await finance.getByRole('option', { name: /（quanzhou-finance-2）/ }).waitFor();
    await finance.keyboard.press('Enter');
    await finance.keyboard.type('核对第二张发票');
    const text = await comments.getByLabel('写批注').inputValue();
    expect(text).toMatch(/^请 @\S+ 核对第二张发票$/);
    await finance.keyboard.press('Control+Enter');
    await comments.getByText(/@.*（quanzhou-finance-2）（未阅）/).waitFor();
    expect(await comments.getByLabel('写批注').inputValue()).toBe('');

    const colleague = await stage.official('quanzhou-finance-2');
    await colleague.goto('/');
    const mine = colleague.getByRole('region', { name: '提到我的（1）' });
    await mine.getByText(text).waitFor();
    await mine.getByRole('link', { name: /^去答复/ }).click();
    await colleague.getByLabel('写批注').fill('已核对，一致');
    await colleague.getByRole('button', { name: '发送' }).click();
    await colleague.getByRole('region', { name: '批注' }).getByText('已核对，一致').waitFor();
    await colleague.getByText(/已阅）/).waitFor();
    await colleague.goto('/');
    await colleague.getByText('最近发生').waitFor();
    expect(await mine.count()).toBe(0);
  });

  it('are marked as read without an answer, and taken back by their author', async () => {
    const finance = await stage.official('quanzhou-finance-1');
    await finance.goto(CLAIM);
    const comments = finance.getByRole('region', { name: '批注' });
    await comments.getByLabel('写批注').fill('写错了');
    await choose(finance, 'quanzhou-audit');
    await comments.getByRole('button', { name: '发送' }).click();
    await comments.getByRole('listitem').getByText('写错了').waitFor();

    const auditor = await stage.official('quanzhou-audit');
    await auditor.goto(CLAIM);
    await auditor.getByText('批注由办理此件的部门填写').waitFor();
    await auditor.goto('/');
    await auditor.getByRole('button', { name: /^已阅/ }).click();
    await auditor.getByText('已标为已阅').waitFor();
    await auditor.getByRole('region', { name: /^提到我的/ }).waitFor({ state: 'detached' });

    await comments.getByRole('button', { name: /^撤回/ }).first().click();
    await finance.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await comments.getByText(/已于 \d{4}-\d\d-\d\d 撤回/).waitFor();
    expect(await comments.getByText('写错了').count()).toBe(0);
  });

  it('keep what is typed over the end of the session, and say at its field what is wrong', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto(CLAIM);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('请填写', { exact: true }).waitFor();
    await page.getByLabel('写批注').fill('电话 13900001111');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('p.Mui-error').waitFor();
    expect(await page.getByLabel('写批注').inputValue()).toBe('电话 13900001111');

    await page.getByLabel('写批注').fill('请看附件');
    await choose(page, 'quanzhou-finance-2');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByLabel('用户名').fill('quanzhou-finance-1');
    await page.getByLabel('密码').fill('duixian-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText(/您 .* 填写的内容尚未提交/).waitFor();
    await page.getByRole('button', { name: '恢复' }).click();
    expect(await page.getByLabel('写批注').inputValue()).toMatch(/^请看附件@/);
    await page.getByRole('button', { name: /quanzhou-finance-2/ }).waitFor();
    stage.forgiveComplaints();
  });

  it('are on no paper', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto(CLAIM);
    const comments = page.getByRole('region', { name: '批注' });
    await comments.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await comments.isVisible()).toBe(false);
    expect(await page.getByRole('region', { name: '办理经过' }).isVisible()).toBe(true);
  });
});

async function choose(page: Page, username: string): Promise<void> {
  await page.getByLabel('@同事').fill(username);
  await page.getByRole('option', { name: new RegExp(`（${username}）`) }).click();
}
