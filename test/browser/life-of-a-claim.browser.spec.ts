import { expect, it } from '@jest/globals';
import { usccCheckCharacter } from '@duixian/casework';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const BODY = '91350503MA9900001';
const USCC = `${BODY}${usccCheckCharacter(BODY) ?? ''}`;
const NAME = '泉州丰泽试验算力有限公司（虚构）';
/** Publicised until a day that is over, with a share of the city's and one of Anxi's. */
const PUBLICISED = '350500-2026-ZKQYWJCT';

describeBrowser('the life of a claim on the screens of those who take its steps', () => {
  const stage = stageFor(startDemo);

  async function openClaim(username: string, claim: string): Promise<Page> {
    const page = await stage.official(username);
    await page.goto(`/claims/${claim}/show`);
    await actionsOf(page).waitFor();
    return page;
  }

  it('from registration to publicity', async () => {
    const window = await stage.official('quanzhou-window-1');
    await register(window);
    const claim = await submit(window);
    await seesDisabled(window, '受理', '上一步由您本人办理，下一步须由另一位经办人办理。');

    const second = await openClaim('quanzhou-window-2', claim);
    await take(second, '受理', '已受理');
    const reviewer = await openClaim('quanzhou-review-data', claim);
    await take(reviewer, '审核通过', '已审核');
    const finance = await openClaim('quanzhou-finance-1', claim);
    await take(finance, '核定', '已核定');
    await finance.getByRole('listitem').filter({ hasText: '核定金额36,000.00' }).waitFor();
    const other = await openClaim('quanzhou-finance-2', claim);
    await take(other, '公示', '公示中');

    const third = await openClaim('quanzhou-finance-3', claim);
    await seesDisabled(third, '下达拨付', /公示期/);
    // A name may be another's too: each step also says by whose account it was taken.
    const taken = ['quanzhou-window-1', 'quanzhou-window-2', 'quanzhou-review-data', 'quanzhou-finance-1'];
    for (const username of [...taken, 'quanzhou-finance-2']) await third.getByText(`（${username}）`).first().waitFor();
  });

  it('from the end of publicity to the last payment', async () => {
    const finance = await openInstructor();
    await take(finance, '下达拨付', '拨付中');

    const city = await openPayment('quanzhou-treasury', PUBLICISED);
    await confirm(city, 'BR-2026-0001');
    const county = await openPayment('anxi-treasury', PUBLICISED);
    await confirm(county, 'BR-2026-0002');

    await county.getByText('已全部拨付，办结。').waitFor();
    expect(await county.getByRole('region', { name: '拨付' }).getByText('已支付', { exact: true }).count()).toBe(2);
  });

  /** One of finance who did not publicise it himself. */
  async function openInstructor(): Promise<Page> {
    for (const username of ['quanzhou-finance-1', 'quanzhou-finance-2']) {
      const page = await openClaim(username, PUBLICISED);
      if (await actionsOf(page).getByRole('button', { name: '下达拨付' }).isEnabled()) return page;
    }
    throw new Error('Neither may instruct.');
  }

  async function openPayment(username: string, claim: string): Promise<Page> {
    const page = await openClaim(username, claim);
    await page.getByRole('button', { name: '确认支付' }).click();
    return page;
  }
});

function actionsOf(page: Page) {
  return page.getByRole('region', { name: '办理', exact: true });
}

async function register(page: Page): Promise<void> {
  await page.goto('/enterprises/create');
  await page.getByLabel('名称').fill(NAME);
  await page.getByLabel('统一社会信用代码').fill(USCC);
  await page.getByLabel('所在地').fill('丰泽');
  await page.getByRole('option', { name: '丰泽区 350503' }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
}

/** Fills in the form that the clause asks for, once wrongly; answers the claim's number. */
async function submit(page: Page): Promise<string> {
  await page.goto('/claims/create');
  await page.getByLabel('企业（名称或信用代码）').fill('丰泽试验算力');
  await page.getByRole('option', { name: NAME }).click();
  await page.getByLabel('申报条款').fill('算力租用补助');
  await page.getByRole('option', { name: '2 算力租用补助', exact: true }).click();
  const fee = page.getByLabel('年度服务费（发票金额）');
  await fee.fill('约12万');
  await page.getByLabel('发生日期').fill('2025-12-31');
  await page.getByLabel('号码').fill('25352000000099000001');
  await page.getByLabel('销售方名称').fill('福州云岭云计算有限公司（虚构）');
  await page.getByLabel('销售方统一社会信用代码').fill('91350102MAX0090006');
  await page.getByLabel('开票日期').fill('2025-12-01');
  await page.getByLabel('金额（不含税）').fill('12万');
  await page.getByLabel('税额').fill('7200');
  await page.getByText('发票价税合计 127,200.00 元').waitFor();
  await page.getByLabel('申请金额').fill('36000');
  await page.getByRole('button', { name: '提交申报' }).click();
  await page.getByText('请填写金额，例如 120000.00 或 12万，最多两位小数').waitFor();
  expect(await fee.inputValue()).toBe('约12万');
  expect(await page.getByLabel('号码').inputValue()).toBe('25352000000099000001');
  expect(await page.getByLabel('申请金额').inputValue()).toBe('36000');

  await fee.fill('12万');
  await page.getByText('120,000.00 元').first().waitFor();
  await page.getByText('36,000.00').first().waitFor();
  await page.getByRole('button', { name: '提交申报' }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await actionsOf(page).waitFor();
  const [, claim] = /\/claims\/(350500-2025-[0-9A-Z]{8})\/show$/.exec(page.url()) ?? [];
  if (claim === undefined) throw new Error(`No claim's page: ${page.url()}`);
  return claim;
}

/** Takes a step by its button and its dialog, and comes back from the queue to see the status that follows. */
async function take(page: Page, action: string, status: string): Promise<void> {
  const claim = page.url();
  await actionsOf(page).getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(claim);
  await page.getByRole('main').getByText(status, { exact: true }).first().waitFor();
}

async function seesDisabled(page: Page, action: string, why: string | RegExp): Promise<void> {
  const actions = actionsOf(page);
  await actions.getByText(why).first().waitFor();
  expect(await actions.getByRole('button', { name: action, exact: true }).isDisabled()).toBe(true);
}

async function confirm(page: Page, reference: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('银行流水号').fill(reference);
  await dialog.getByRole('button', { name: '确认支付' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: '拨付' }).getByText(reference).waitFor();
}
