import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const DAY_MS = 86_400_000;
const ROUNDS = '{ rounds(filter: { policy: "quanzhou-2024-7" }) { name { zh } opens closes standing } }';

interface Round {
  readonly name: { readonly zh: string };
  readonly opens: string;
  readonly closes: string;
  readonly standing: string;
}

describeBrowser('rounds in which clauses are claimed', () => {
  const stage = stageFor(startDemo);

  async function rounds(page: Page): Promise<readonly Round[]> {
    const answer = await page.context().request.post('/graphql', { data: { query: ROUNDS } });
    return ((await answer.json()) as { data: { rounds: Round[] } }).data.rounds;
  }

  it('are proposed with what is wrong named and nothing lost, agreed to by a colleague, and listed to come', async () => {
    const first = await stage.official('quanzhou-review-science');
    const next = (await rounds(first)).find(({ standing }) => standing === 'TO_COME');
    if (next === undefined) throw new Error('The demo has a round that is to come.');
    await first.goto('/rounds');
    await first.getByText('泉州市科技局').first().waitFor();
    await first.getByRole('button', { name: '发布批次' }).click();
    const dialog = first.getByRole('dialog');
    await dialog.getByRole('button', { name: '发布批次' }).click();
    await dialog.getByText('请填写').first().waitFor();
    await dialog.getByRole('combobox', { name: '政策文件' }).click();
    await first
      .getByRole('option', { name: /泉政办规〔2024〕7号|泉州/ })
      .first()
      .click();
    await dialog.getByRole('combobox', { name: '条款' }).click();
    await first.getByRole('option', { name: /^8\.1 / }).click();
    await first.keyboard.press('Escape');
    await dialog.getByLabel('批次编号').fill('补-1');
    await dialog.getByLabel('名称（中文）').fill('补充批次');
    await dialog.getByLabel('名称（英文）').fill('Additional round');
    await dialog.getByLabel('开始日').fill(next.opens);
    await dialog.getByLabel('截止日').fill(next.closes);
    await dialog.getByLabel('所属期起').fill(next.opens);
    await dialog.getByLabel('所属期止').fill(next.closes);
    await dialog.getByRole('button', { name: '发布批次' }).click();
    await dialog.getByRole('alert').getByText('批次编号由字母、数字和“-”组成').waitFor();
    await dialog.getByLabel('批次编号').fill('B-1');
    await dialog.getByRole('button', { name: '发布批次' }).click();
    await dialog.getByRole('alert').getByText(`已有批次“${next.name.zh}”`).waitFor();
    expect(await dialog.getByLabel('名称（中文）').inputValue()).toBe('补充批次');
    await dialog.getByLabel('开始日').fill(after(next.closes, 1));
    await dialog.getByLabel('截止日').fill(after(next.closes, 10));
    await dialog.getByRole('button', { name: '发布批次' }).click();
    await dialog.waitFor({ state: 'detached' });
    const proposals = first.getByRole('region', { name: '待同意' });
    await proposals.getByText('由您提议，须由本部门另一名审核人同意。').waitFor();

    const second = await stage.official('quanzhou-review-science-2', 375);
    await second.goto('/rounds');
    expect(await second.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await second.getByRole('button', { name: '同意', exact: true }).click();
    await second.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    await second.getByRole('region', { name: '未开始' }).getByRole('link', { name: '补充批次' }).click();
    await second.getByText('本批次还没有申报件').waitFor();
  });

  it('say in the form of a claim until when it is in time', async () => {
    const window = await stage.official('quanzhou-window-1');
    const open = (await rounds(window)).find(({ standing }) => standing === 'OPEN');
    await window.goto('/claims/create');
    await window.getByLabel('申报条款').fill('8.1');
    await window.getByRole('option', { name: /^8\.1 / }).click();
    await window.getByText(`在“${open?.name.zh ?? ''}”申报，${open?.closes ?? ''} 截止。`).waitFor();
  });
});

function after(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
