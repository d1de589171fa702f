import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const CLAIM = '350500-2025-G05CP7ZA';
const EARLIER = '350500-2025-13YDXFHQ';

describeBrowser('a newcomer asks why a claim was paid less than it asked for', () => {
  const stage = stageFor(startDemo);

  it('and finds the answer on the page of the claim', async () => {
    const page = await stage.visitor();
    await page.goto('/');
    await page.getByLabel('用户名').fill('quanzhou-audit');
    await page.getByLabel('密码').fill('duixian-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('menuitem', { name: '申报件' }).click();
    await page.getByLabel('企业、信用代码或申报号').fill('青石智算');
    await page.getByRole('link', { name: CLAIM }).click();
    await page.getByRole('heading', { level: 1, name: '泉州青石智算科技有限公司（虚构）' }).waitFor();

    const amounts = page.getByRole('listitem');
    for (const stated of ['申请金额360,000.00', '核定金额60,000.00', '已拨付60,000.00']) {
      await amounts.filter({ hasText: stated }).waitFor();
    }

    // 30% of 1,200,000 is 360,000; the cap leaves 300,000, of which 240,000 had been granted in the summer.
    const why = page.getByRole('alert').filter({ hasText: '核定比申请少 300,000.00 元' });
    await why.getByRole('listitem').filter({ hasText: '年度最高限额' }).getByText('360,000.00 → 300,000.00').waitFor();
    await why.getByRole('listitem').filter({ hasText: '已核拨' }).getByText('300,000.00 → 60,000.00').waitFor();

    const explanation = page.getByRole('region', { name: '金额怎样得出' });
    await explanation.getByText('30% × 1200000.00 = 360000.00').waitFor();
    await explanation.getByText('min(360000.00, 300000.00) = 300000.00').waitFor();
    const cap = explanation.getByRole('listitem').filter({ hasText: 'min(360000.00, 300000.00)' });
    await cap.getByText('看条文').click();
    await cap.getByText('单家企业年度市、县两级财政补助累计最高不超过30万元').waitFor();

    const earlier = explanation.getByRole('listitem').filter({ hasText: EARLIER });
    await earlier.filter({ hasText: '泉州市' }).filter({ hasText: '120,000.00' }).waitFor();
    await earlier.filter({ hasText: '南安市' }).filter({ hasText: '120,000.00' }).waitFor();

    // A year or stage that is stated once more is seen beside the one stated before.
    const others = page.getByRole('region', { name: '本条款的其他申报' }).getByRole('listitem');
    const other = others.filter({ hasText: EARLIER }).filter({ hasText: '240,000.00' });
    await other.filter({ hasText: '2025' }).filter({ hasText: '年度服务费（发票金额）' }).waitFor();
    expect(await others.filter({ hasText: CLAIM }).count()).toBe(0);

    const payments = page.getByRole('region', { name: '拨付' });
    await payments.getByText('泉州市', { exact: true }).waitFor();
    await payments.getByText('晋江市', { exact: true }).waitFor();
    await payments.getByText('jinjiang-2025-6/1.2').waitFor();
    expect(await payments.getByText('30,000.00 元').count()).toBe(2);

    await earlier.getByRole('link', { name: EARLIER }).first().click();
    await page.getByRole('region', { name: '金额怎样得出' }).waitFor();
    await amounts.filter({ hasText: '核定金额240,000.00' }).waitFor();
  });
});
