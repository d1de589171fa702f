import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const WAITING = `{ claims(first: 1, filter: { waitingForMe: true, status: [SUBMITTED] }) {
  nodes { id enterprise { uscc name } } } }`;

describeBrowser('a register of those who must not be paid', () => {
  const stage = stageFor(startDemo);

  it('is imported by one, agreed to by another, holds a claim, and is cleared by the office that the city names', async () => {
    const clerk = await stage.official('quanzhou-window-2');
    const answer = await clerk.context().request.post('/graphql', { data: { query: WAITING } });
    const { data } = (await answer.json()) as {
      data: { claims: { nodes: { id: string; enterprise: { uscc: string; name: string } }[] } };
    };
    const [claim] = data.claims.nodes;
    if (claim === undefined) throw new Error('No claim of the demo waits for the window.');
    const { uscc, name } = claim.enterprise;

    const keeper = await stage.official('quanzhou-finance-1');
    await keeper.goto('/registers');
    const register = keeper.getByRole('region', { name: '严重失信主体名单' }).first();
    await register.getByText('尚未导入').waitFor();
    await register.getByRole('link', { name: '导入' }).click();
    await keeper.getByLabel('名单名称').fill('第三季度严重失信主体名单');
    await keeper.getByLabel('发布机关').fill('某某市中级人民法院（虚构）');
    await keeper.getByLabel('发布日期').fill('2025-09-01');
    await keeper.getByLabel('网址').fill('https://court.example/2025-3');
    const lines = ['企业名称,统一社会信用代码,事由', `${name},${uscc},有履行能力而拒不履行`, '某某公司,123,拒不履行'];
    const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
    await keeper.getByLabel('名单文件').setInputFiles(file);
    await keeper.getByRole('button', { name: '预览' }).click();
    await keeper.getByText(/第 3 行 · 统一社会信用代码/).waitFor();
    await keeper.getByRole('button', { name: '导入并提请同意' }).click();
    await keeper.getByText(/由您导入，须由本岗位另一人同意/).waitFor();
    await keeper.getByText('新列入 1 家，仍在列 0 家，不再列入 0 家').waitFor();

    const second = await stage.official('quanzhou-finance-2', 375);
    await second.goto(new URL(keeper.url()).pathname);
    await second.getByRole('button', { name: '同意启用' }).click();
    await second.getByRole('dialog').getByRole('button', { name: '同意启用' }).click();
    await second.getByText('在用', { exact: true }).waitFor();
    expect(await second.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    await clerk.goto(`/claims?filter=${encodeURIComponent(JSON.stringify({ query: uscc }))}`);
    await clerk.locator('tbody tr').filter({ hasText: claim.id }).getByText('名单命中').waitFor();
    await clerk.goto(`/claims/${claim.id}/show`);
    await clerk
      .getByText(/第1版第1行.*暂停办理/)
      .first()
      .waitFor();
    expect(await clerk.getByRole('button', { name: '受理', exact: true }).isEnabled()).toBe(false);

    const reviewer = await stage.official('quanzhou-review-data');
    await reviewer.goto(`/enterprises/${uscc}/show`);
    const held = reviewer.getByRole('region', { name: '限制享受名单' });
    await held.getByRole('button', { name: '解除' }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByRole('button', { name: '解除' }).click();
    await dialog.getByText('请填写').first().waitFor();
    await dialog.getByLabel('解除理由').click();
    await reviewer.getByRole('option', { name: '已完成信用修复' }).click();
    await dialog.getByLabel('查验了什么').fill('信用修复决定书，2025年9月10日');
    await dialog.getByRole('button', { name: '解除' }).click();
    await held.getByText(/解除：已完成信用修复；信用修复决定书/).waitFor();

    await clerk.goto(`/claims/${claim.id}/show`);
    await clerk
      .getByRole('region', { name: '名单核查' })
      .getByText(/解除：已完成信用修复/)
      .waitFor();
    await expect(clerk.getByRole('button', { name: '受理', exact: true }).isEnabled()).resolves.toBe(true);
  });
});
