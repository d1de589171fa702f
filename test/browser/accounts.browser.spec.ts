import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Locator, Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** 泉州青石智算科技有限公司（虚构）, of Jinjiang since it moved. */
const ENTERPRISE = '/enterprises/91350583MAX0010185/show';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

describeBrowser("two clerks change an enterprise's account and its contact", () => {
  const stage = stageFor(startDemo);

  it('one proposes it, the other tells the contact and agrees, and it waits for its day', async () => {
    const first = await sectionOf(await stage.official('jinjiang-window-1'), '收款账户');
    await first.getByText('现用').waitFor();
    await first.getByRole('button', { name: '提出收款账户' }).click();
    const dialog = first.page().getByRole('dialog');
    await dialog.getByLabel('开户银行').fill('虚构银行晋江支行');
    await dialog.getByLabel('联行号').fill('000350582001');
    await dialog.getByLabel('银行账号').fill('6200000000000001');
    await dialog.getByRole('button', { name: '提出收款账户' }).click();
    await dialog.getByRole('alert').getByText('卡号校验位不符').waitFor();
    await dialog.getByLabel('银行账号').fill('6200000000000005');
    await dialog.getByRole('button', { name: '提出收款账户' }).click();
    await first.getByText('待同意', { exact: true }).waitFor();
    expect(await first.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);

    const page = await stage.official('jinjiang-window-2');
    await page.goto('/');
    const waiting = page.getByRole('region', { name: '待同意' });
    await waiting.getByText('收款账户').waitFor();
    await waiting.getByRole('link', { name: '泉州青石智算科技有限公司（虚构）' }).click();
    const second = page.getByRole('region', { name: '收款账户' });
    await second.getByText('企业没有已登记的联系方式').waitFor();
    await second.getByRole('button', { name: '登记通知' }).click();
    const notice = page.getByRole('dialog');
    await notice.getByText('企业没有已登记的联系方式').waitFor();
    await notice.getByLabel('通知何人').fill('电话告知财务林某某，属实');
    await notice.getByRole('button', { name: '登记通知' }).click();
    await second.getByText('电话告知财务林某某，属实').waitFor();
    await second.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await second.getByText('等待期', { exact: true }).waitFor();
    await second.getByRole('button', { name: '查看账号' }).first().click();
    await second.getByText('6200000000000005').waitFor();
  });

  it('and whom to call there: the first contact holds at once, another waits until the first was told', async () => {
    const first = await sectionOf(await stage.official('jinjiang-window-1'), '联系方式');
    const second = await sectionOf(await stage.official('jinjiang-window-2'), '联系方式');
    await first.getByText('没有已生效的联系方式').waitFor();
    await proposeContact(first, '林某某', '0595-85600000');
    await second.page().reload();
    await second.getByRole('button', { name: '同意', exact: true }).click();
    await second.page().getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await second.getByText('现用', { exact: true }).waitFor();

    await first.page().reload();
    await proposeContact(first, '陈某某', '0595-85601111');
    await second.page().reload();
    await second.getByText('同意前须按原联系方式通知企业').waitFor();
    await second.getByRole('button', { name: '登记通知' }).click();
    const notice = second.page().getByRole('dialog');
    await notice.getByLabel('通知何人').fill('已电话告知原联系人');
    await notice.getByRole('button', { name: '登记通知' }).click();
    await second.getByText('已电话告知原联系人').waitFor();
    await second.getByRole('button', { name: '同意', exact: true }).click();
    await second.page().getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await second.getByText('等待期', { exact: true }).waitFor();
    await second.getByRole('button', { name: '查看联系方式' }).click();
    for (const phone of ['0595-85601111', '0595-85600000']) await second.getByText(phone, { exact: true }).waitFor();
  });

  it('and the treasury records that paid money came back, which opens the claim again', async () => {
    const page = await stage.official('quanzhou-treasury');
    await page.goto('/claims/350500-2025-G05CP7ZA/show');
    const payments = page.getByRole('region', { name: '拨付' });
    await payments.getByText('虚构银行泉州分行').first().waitFor();
    await payments.getByRole('button', { name: '登记退票' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('退票日期').inputValue()).toMatch(DAY);
    await dialog.getByLabel('退票原因').fill('账户已销户，隔日退回');
    await dialog.getByRole('button', { name: '登记退票' }).click();
    await payments.getByText('账户已销户，隔日退回').waitFor();
    await payments.getByText('银行退票', { exact: true }).waitFor();
  });
});

async function proposeContact(section: Locator, name: string, phone: string): Promise<void> {
  await section.getByRole('button', { name: '提出联系方式' }).click();
  const dialog = section.page().getByRole('dialog');
  await dialog.getByRole('button', { name: '提出联系方式' }).click();
  await dialog.getByText('请填写').first().waitFor();
  await dialog.getByLabel('联系人').fill(name);
  await dialog.getByLabel('电话').fill(phone);
  await dialog.getByRole('button', { name: '提出联系方式' }).click();
  await section.getByText('待同意', { exact: true }).waitFor();
}

async function sectionOf(page: Page, name: string): Promise<Locator> {
  await page.goto(ENTERPRISE);
  const section = page.getByRole('region', { name, exact: true });
  await section.waitFor();
  return section;
}
