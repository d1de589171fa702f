import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What can be proposed for an enterprise that has not ended. */
const OF_THE_LIVING = ['登记变更', '提出迁移', '提出收款账户'];

const listOf = (filter: object) => `/claims?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** Opens the first claim of a list, as a person would. */
async function openFirst(page: Page, filter: object): Promise<string> {
  await page.goto(listOf(filter));
  await page.locator('tbody a').first().click();
  await page.getByRole('heading', { name: '办理', exact: true }).waitFor();
  return claimOf(page);
}

/** Begins a claim for a year's cloud services, up to what it asks for. */
async function beginCloudClaim(page: Page, yearlyFee: string): Promise<void> {
  await page.goto('/claims/create');
  await page.getByLabel('企业（名称或信用代码）').fill('晋江');
  await page.getByRole('option').first().click();
  await page.getByLabel('申报条款').click();
  await page.getByRole('option', { name: '6 云服务产品补助' }).click();
  await page.getByLabel('年服务费').fill(yearlyFee);
  await page.getByLabel('发生日期').fill('2026-10-31');
}

function claimOf(page: Page): string {
  return /claims\/([^/]+)\/show/.exec(page.url())?.[1] ?? '';
}

describeBrowser('the admin', () => {
  const stage = stageFor(startDemo);

  it('asks who one is, says what is wrong with the answer, and then shows the page that was asked for', async () => {
    const page = await stage.visitor();
    await page.goto('/payments');
    await page.getByLabel('用户名').fill('quanzhou-treasury');
    await page.getByLabel('密码').fill('guess');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
    await page.getByLabel('密码').fill('duixian-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '拨付', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/payments');
  });

  it('says on a claim why it was paid less than it asked for, down to the last yuan', async () => {
    const page = await stage.official('quanzhou-audit');
    await openFirst(page, { reason: 'ENTERPRISE_YEAR_CAP', status: ['PAID'] });
    const notice = page.getByRole('alert').filter({ hasText: '核定比申请少' });
    const missing = /少 ([\d,.]+) 元/.exec(await notice.innerText())?.[1] ?? '';
    const steps = [...(await notice.innerText()).matchAll(/([\d,]+\.\d\d)\s*→\s*([\d,]+\.\d\d)/g)];
    const lost = steps.map(([, from = '', to = '']) => fen(from) - fen(to));
    expect(lost.reduce((sum, each) => sum + each, 0n)).toBe(fen(missing));
    expect(await notice.innerText()).toContain('年度最高限额');
    await page.getByText('看条文').first().click();
    expect(await page.locator('blockquote').first().innerText()).not.toBe('');
  });

  it('works through a queue by keyboard, one claim after the other', async () => {
    const page = await stage.official('quanzhou-window-2');
    const first = await openFirst(page, { status: ['SUBMITTED'], waitingForMe: true });
    await page.getByText(/本轮第 1 \/ \d+ 件/).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/本轮第 2 \/ \d+ 件/).waitFor();
    expect(claimOf(page)).not.toBe(first);
    await page.keyboard.press('k');
    await page.getByText(/本轮第 1 \/ \d+ 件/).waitFor();
    expect(claimOf(page)).toBe(first);
    await page.getByText('已受理', { exact: true }).first().waitFor();
    await page.getByText('等待牵头部门审核').waitFor();
    await page.keyboard.press('j');
    await page.getByText(/本轮第 2 \/ \d+ 件/).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘' }).getByText('办理当前可办的主要事项').waitFor();
  });

  it('tells a clerk that the next step is for somebody else', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await openFirst(page, { status: ['ACCEPTED'] });
    expect(await page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    await page
      .getByText(/请转交其办理/)
      .first()
      .waitFor();
  });

  it('shows two claims on the same evidence side by side, and who can answer the other one', async () => {
    const page = await stage.official('quanzhou-review-industry');
    await openFirst(page, { held: true });
    await page.getByRole('alert').getByText('同一凭证还被以下申报使用').waitFor();
    await page.getByRole('link', { name: '本件' }).waitFor();
    await page.getByText('如系误用').first().waitFor();
    await page.getByText('由其牵头部门退回或驳回').first().waitFor();
  });

  it('compares two claims that are selected in the list, and says of each matter whether they differ', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(listOf({ query: '350500-2026-2HFVN4R3' }));
    await page.locator('tbody').getByRole('checkbox').check();
    await page.getByText(/已选中 1 条/).waitFor();
    expect(await page.getByRole('link', { name: '对照' }).count()).toBe(0);
    await page.getByLabel('企业、信用代码或申报号').fill('350500-2026-ZZQK8897');
    await page.locator('tbody tr', { hasText: '350500-2026-ZZQK8897' }).getByRole('checkbox').check();
    await page.getByRole('link', { name: '对照' }).click();

    await page.getByText(/^两件使用了同一凭证：发票 \d{20}$/).waitFor();
    expect(new URL(page.url()).search).toBe('?left=350500-2026-2HFVN4R3&right=350500-2026-ZZQK8897');
    const row = (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await row('企业').getByText('不同').waitFor();
    await row('条款').getByText('相同').waitFor();
    await page.getByRole('checkbox', { name: '只看不同的项' }).check();
    await row('条款').waitFor({ state: 'detached' });
    await row('企业').getByText('不同').waitFor();
  });

  it('offers beside a claim those that share a paper with it, without a mouse, and says which one an address mistakes', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims/350500-2026-2HFVN4R3/show');
    await page.getByRole('heading', { name: '申报事实' }).waitFor();
    await page.keyboard.press('c');
    const likely = page.getByRole('region', { name: '建议对照' }).getByRole('listitem').first();
    await likely.getByText(/^同一发票 /).waitFor();
    await likely.getByRole('link').press('Enter');
    await page.getByText(/^两件使用了同一凭证/).waitFor();
    await page.getByRole('link', { name: '换一件 350500-2026-2HFVN4R3' }).press('Enter');
    await page.getByText(/^与 350500-2026-ZZQK8897（/).waitFor();

    // Of another city, of no city, of later than the state that is looked at, and twice the same.
    for (const [right, says] of [
      ['350200-2025-2HQ22B1Q', '没有申报件“350200-2025-2HQ22B1Q”，或您无权查看'],
      [encodeURIComponent(`"' OR 1=1 --${'长'.repeat(500)}`), /^没有申报件“"' OR 1=1 --长+…”，或您无权查看$/],
      ['350500-2026-ZZQK8897&asOf=20', '当时还没有申报件“350500-2026-ZZQK8897”，或您无权查看'],
      ['350500-2026-2HFVN4R3', '左右是同一件，请换一件。'],
    ] as const) {
      await page.goto(`/compare?left=350500-2026-2HFVN4R3&right=${right}`);
      await page.getByText(says).waitFor();
      await page.getByRole('combobox', { name: '企业、信用代码或申报号' }).waitFor();
    }
  });

  it('answers each condition on which a department agreed, and keeps what was typed of it', async () => {
    const reviewer = await stage.official('quanzhou-review-data');
    const condition = '完工验收后，凭验收报告拨付';
    const review = { claim: '350500-2026-NRPEY9HK', opinion: '属实', conditions: condition };
    const query = 'mutation ($input: ReviewClaimInput!) { reviewClaim(input: $input) { __typename } }';
    await reviewer.context().request.post('/graphql', { data: { query, variables: { input: review } } });

    const page = await stage.official('quanzhou-finance-2', 375);
    await page.goto(`/claims/${review.claim}/show`);
    await page.getByRole('button', { name: '核定', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const asked = dialog.getByRole('group', { name: '条件' });
    await asked.getByText(condition).waitFor();
    await dialog.getByRole('button', { name: '核定' }).click();
    await asked.getByText('请选择是否满足').waitFor();
    await asked.getByRole('radio', { name: '未满足' }).check();
    await asked.getByLabel('如何满足').fill('验收报告已收');
    await dialog.getByRole('button', { name: '核定' }).click();
    await asked.getByText(/^未满足的不能核定/).waitFor();

    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '核定', exact: true }).click();
    await dialog.getByRole('button', { name: '恢复' }).click();
    expect(await asked.getByLabel('如何满足').inputValue()).toBe('验收报告已收');
    await asked.getByRole('radio', { name: '已满足' }).check();
    await dialog.getByRole('button', { name: '核定' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`/claims/${review.claim}/show`);
    await page.getByText('已满足：验收报告已收', { exact: true }).waitFor();
  });

  it('keeps a refusal in the dialog, as a sentence', async () => {
    const page = await stage.official('quanzhou-treasury');
    await page.goto('/payments');
    await page.getByRole('button', { name: '确认支付' }).first().click();
    const used = await page
      .locator('tbody')
      .getByText(/^2026\d{15}$/)
      .first()
      .innerText();
    await page.getByLabel('银行流水号').fill(used);
    await page.getByRole('dialog').getByRole('button', { name: '确认支付' }).click();
    await page.getByRole('alert').getByText('该银行回单号已用于另一笔支付').waitFor();
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
  });

  it('takes a claim at the window, with the amount it leads to beside the clause', async () => {
    const page = await stage.official('quanzhou-window-1');
    await beginCloudClaim(page, '120,000');
    await page.getByText('可得金额').waitFor();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('请填写金额，例如').first().waitFor();
    await page.getByLabel('申请金额').fill('36000');
    await page.getByLabel('号码').fill('26352000000099000001');
    await page.getByLabel('销售方名称').fill('福州云岭云计算有限公司（虚构）');
    await page.getByLabel('销售方统一社会信用代码').fill('91350102MAX0090006');
    await page.getByLabel('开票日期').fill('2026-10-30');
    await page.getByLabel('金额（不含税）').fill('120000');
    await page.getByLabel('税额').fill('7200');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('上一步由您本人办理').first().waitFor();
    expect(await page.getByRole('button', { name: '受理' }).isDisabled()).toBe(true);
  });

  it('sends a claim again after a refusal that is about no single field', async () => {
    const page = await stage.official('quanzhou-window-1');
    await beginCloudClaim(page, '110,000');
    await page.getByLabel('申请金额').fill('33000');
    await page.getByRole('button', { name: '移除' }).click();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('alert').getByText('凭证').first().waitFor();

    await page.getByRole('button', { name: '添加发票' }).click();
    await page.getByLabel('金额（不含税）').fill('110000');
    await page.getByLabel('税额').fill('6600');
    await page.getByRole('button', { name: '提交申报' }).click();
    // An invoice without its number is not left out in silence.
    await page.getByText('请填写', { exact: true }).first().waitFor();
    expect(await page.getByLabel('号码').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('号码').fill('26352000000099000002');
    await page.getByLabel('销售方名称').fill('福州云岭云计算有限公司（虚构）');
    await page.getByLabel('销售方统一社会信用代码').fill('91350102MAX0090006');
    await page.getByLabel('开票日期').fill('2026-10-30');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('上一步由您本人办理').first().waitFor();
  });

  it('offers the clauses of another county last, and says why', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/claims/create');
    await page.getByLabel('企业（名称或信用代码）').fill('91350502MAX001034G');
    await page
      .getByRole('option', { name: /鲤城区/ })
      .first()
      .click();
    await page.getByLabel('申报条款').click();
    const documents = await page.locator('.MuiAutocomplete-groupLabel').allInnerTexts();
    expect(documents).toHaveLength(2);
    expect(documents[0]).toContain('泉政办规〔2024〕7号');
    expect(documents[1]).toMatch(/^晋政规〔2025〕6号.*企业在鲤城区，不适用/);
  });

  it('enters that an enterprise was renamed, which a colleague agrees to, and finds it by both names', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/enterprises/91350502MAX001034G/show');
    const before = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: '登记变更' }).click();
    await page.getByRole('dialog').getByLabel('新名称').fill('泉州改名后智能有限公司（虚构）');
    await page.getByRole('dialog').getByRole('button', { name: '登记变更' }).click();
    await page.getByText('更名 → 泉州改名后智能有限公司（虚构）').first().waitFor();
    expect(await page.getByRole('button', { name: '同意', exact: true }).isVisible()).toBe(false);

    const colleague = await stage.official('quanzhou-window-2');
    await colleague.goto('/enterprises/91350502MAX001034G/show');
    await colleague.getByRole('button', { name: '同意', exact: true }).click();
    const agreeing = colleague.getByRole('dialog', { name: '同意：更名 → 泉州改名后智能有限公司（虚构）' });
    for (const said of [before, '91350502MAX001034G', '变更日期'])
      await agreeing.getByText(said, { exact: true }).waitFor();
    await agreeing.getByText(DAY).waitFor();
    await agreeing.getByRole('button', { name: '同意', exact: true }).click();
    await colleague.getByRole('heading', { level: 1, name: '泉州改名后智能有限公司（虚构）' }).waitFor();
    await colleague.getByText(before, { exact: false }).first().waitFor();
    await colleague.goto('/enterprises');
    await colleague.getByLabel('名称或信用代码').fill(before);
    await colleague.getByText('泉州改名后智能有限公司（虚构）').first().waitFor();
  });

  it('offers nothing for an enterprise that has ended that could only be refused', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/enterprises/91350583MAX0010185/show');
    for (const name of OF_THE_LIVING) await page.getByRole('button', { name }).waitFor();
    await page.getByRole('button', { name: '登记变更' }).click();
    await page.getByRole('dialog').getByLabel('变更事项').click();
    await page.getByRole('option', { name: '注销' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '登记变更' }).click();
    await page.getByText(/^注销（.*），待同意，截至 .*（含当日）$/).waitFor();

    const colleague = await stage.official('quanzhou-window-2');
    await colleague.goto('/enterprises/91350583MAX0010185/show');
    await colleague.getByRole('button', { name: '同意', exact: true }).click();
    await colleague.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click();
    await colleague
      .getByRole('alert')
      .getByText(/^企业已于 .* 注销$/)
      .waitFor();
    await colleague.getByRole('button', { name: '提出联系方式' }).waitFor();
    for (const name of OF_THE_LIVING) expect(await colleague.getByRole('button', { name }).count()).toBe(0);
  });

  it('shows a document with the words of a clause marked, and lets it be tried', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/policies/quanzhou-2024-7/show?clause=2');
    expect(await page.locator('mark').first().innerText()).toContain('对使用算力资源租用服务');
    await page.getByRole('tab', { name: '试算' }).click();
    await page.getByLabel('年度服务费').fill('1200000');
    await page.getByLabel('企业所在地').fill('晋江');
    await page.getByRole('option', { name: /晋江市/ }).click();
    await page.getByText('300,000.00').first().waitFor();
    await page.getByText('依据 jinjiang-2025-6/1.2').waitFor();
  });

  it('speaks English when it is told to, also after the page is loaded again', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/claims');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
  });

  it('says that the server is out of reach, and goes on when it is back', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/policies');
    await page.getByRole('heading', { name: '政策', level: 1 }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('menuitem', { name: '事件日志' }).click();
    await page.getByText('连不上服务').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('ClaimReviewed').first().waitFor();
    // The browser itself complains of each request that found no network.
    stage.forgiveComplaints();
  });
});

/** Fen of "115,200.00". */
function fen(grouped: string): bigint {
  return BigInt(grouped.replace(/[,.]/g, ''));
}
