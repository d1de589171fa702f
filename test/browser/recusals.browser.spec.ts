import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('who takes no part in a claim', () => {
  const stage = stageFor(startDemo);

  it('says so on its page, is kept from it, and is let back in by another one', async () => {
    const clerk = await stage.official('quanzhou-window-1');
    const queue = `/claims?filter=${encodeURIComponent(JSON.stringify({ waitingForMe: true, status: ['SUBMITTED'] }))}`;
    await clerk.goto(queue);
    const id = await clerk.locator('tbody tr').first().getByRole('link').first().innerText();
    await clerk.goto(`/claims/${id}/show`);
    const section = clerk.getByRole('region', { name: '回避' });
    await section.getByText('无人回避').waitFor();
    await clerk.getByRole('button', { name: '领取' }).waitFor();
    await section.getByRole('button', { name: '我须回避' }).click();
    const dialog = clerk.getByRole('dialog', { name: '登记回避' });
    await dialog.getByRole('button', { name: '登记回避' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('理由').fill('近亲属在该企业任职');
    await dialog.getByRole('button', { name: '登记回避' }).click();
    await dialog.waitFor({ state: 'detached' });
    await section.getByText('近亲属在该企业任职').waitFor();
    await clerk
      .getByText(/您自.*起回避申报件/)
      .first()
      .waitFor();
    expect(await clerk.getByRole('button', { name: '受理', exact: true }).isEnabled()).toBe(false);
    expect(await section.getByRole('button').count()).toBe(0);
    expect(await clerk.getByRole('button', { name: /^(领取|分派…)$/ }).count()).toBe(0);
    await clerk.goto(queue);
    await clerk.locator('tbody tr').first().waitFor();
    expect(await clerk.getByRole('link', { name: id }).count()).toBe(0);

    const colleague = await stage.official('quanzhou-window-2', 375);
    await colleague.goto(`/claims/${id}/show`);
    await colleague
      .getByRole('region', { name: '回避' })
      .getByText(/quanzhou-window-1/)
      .waitFor();
    expect(await colleague.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await colleague.getByRole('button', { name: '分派…' }).click();
    await colleague.getByRole('checkbox', { name: /quanzhou-window-1.*已回避其中 1 件/ }).waitFor();
    expect(await colleague.getByRole('checkbox', { name: /quanzhou-window-1/ }).isEnabled()).toBe(false);

    const auditor = await stage.official('quanzhou-audit');
    await auditor.goto('/recusals');
    await auditor.locator('tbody tr').filter({ hasText: id }).getByText('回避中').waitFor();
    expect(await auditor.getByRole('button', { name: /登记回避|解除回避/ }).count()).toBe(0);

    const admin = await stage.official('quanzhou-system-admin');
    await admin.goto('/recusals');
    await admin.locator('tbody tr').filter({ hasText: id }).getByRole('button', { name: '解除回避' }).click();
    const lift = admin.getByRole('dialog');
    await lift.getByRole('button', { name: '解除回避' }).click();
    await lift.getByText('请填写').waitFor();
    await lift.getByLabel('解除理由').fill('误登，系同名企业');
    await lift.getByRole('button', { name: '解除回避' }).click();
    await admin.getByText(/误登，系同名企业/).waitFor();
    await clerk.goto(`/claims/${id}/show`);
    await section.getByText('无人回避').waitFor();
    await clerk.getByText('误登，系同名企业').first().waitFor();
  });

  it('is ordered by the superior of a department, from all of an enterprise', async () => {
    const superior = await stage.official('quanzhou-finance-1');
    await superior.goto('/recusals');
    await superior.getByRole('button', { name: '登记回避' }).first().click();
    const dialog = superior.getByRole('dialog', { name: '登记回避' });
    await dialog.getByRole('combobox', { name: '回避人' }).click();
    await superior
      .getByRole('option', { name: /quanzhou-review-data/ })
      .first()
      .click();
    await dialog.getByRole('radio', { name: '企业的全部事项' }).check();
    await dialog.getByLabel('统一社会信用代码').fill('91350583MAX0010180');
    await dialog.getByLabel('理由').fill('举报核实');
    await dialog.getByRole('button', { name: '责令回避' }).click();
    await dialog.getByText('本市没有登记这家企业，请核对统一社会信用代码。').first().waitFor();
    await dialog.getByLabel('统一社会信用代码').fill('91350583MAX0010185');
    await dialog.getByRole('button', { name: '责令回避' }).click();
    await dialog.waitFor({ state: 'detached' });
    await superior
      .locator('tbody tr')
      .filter({ hasText: '举报核实' })
      .getByText(/的全部事项/)
      .waitFor();
  });
});
