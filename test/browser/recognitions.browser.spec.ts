import { expect, it } from '@jest/globals';
import { usccCheckCharacter } from '@duixian/casework';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const LIST = '泉工信〔2025〕188号';
const LINEAGE = '91350583MAX0010185';
const UNKNOWN = uscc(777);
/** As many as the API gives at once: what comes after them stands on another page. */
const OTHERS = Array.from({ length: 100 }, (_, index) => uscc(index + 1));
/** In GB18030, as a Chinese spreadsheet saves a CSV: 企业名称,统一社会信用代码,认定事项. */
const HEADER = ['c6f3d2b5c3fbb3c6', 'cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb', 'c8cfb6a8cac2cfee'].join('2c');
/** 甲乙, 甲 and 乙 in the same. */
const [BOTH, FIRST, SECOND] = ['bcd7d2d2', 'bcd7', 'd2d2'];

describeBrowser('a list of recognitions', () => {
  const stage = stageFor(startDemo);

  it('is previewed, proposed by one, agreed to by another, and claimed from', async () => {
    const reviewer = await stage.official('quanzhou-review-industry');
    await reviewer.goto('/recognitions');
    await reviewer.getByText('泉工信〔2025〕66号').waitFor();
    await reviewer.getByRole('link', { name: '导入名单' }).click();
    await fill(reviewer);
    await reviewer.getByLabel('名单文件（CSV）').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          HEADER,
          ...OTHERS.map((other) => row(SECOND, other)),
          ...[row(FIRST, LINEAGE), row(FIRST, LINEAGE), row(SECOND, UNKNOWN), row(BOTH, '9135')],
        ].join('0d0a'),
        'hex',
      ),
    });
    await reviewer.getByRole('button', { name: '预览' }).click();
    await reviewer.getByText('将收录 102 行，不收 2 行').waitFor();
    await reviewer.getByText(/已见于文件第102行/).waitFor();
    await reviewer.getByText(/收为第 102 条（企业尚未登记）/).waitFor();
    await reviewer.getByRole('button', { name: '提出导入 102 条' }).click();
    await reviewer.getByText(/由您提出，须由另一人同意/).waitFor();

    const colleague = await stage.official('quanzhou-window-1');
    await colleague.goto('/');
    const waiting = colleague.getByRole('region', { name: '认定名单待同意' });
    await waiting.getByText(/第二批人工智能优秀应用场景名单 · 待同意，/).waitFor();
    await waiting.getByRole('link', { name: LIST }).click();
    await colleague.getByRole('button', { name: '同意', exact: true }).click();
    await colleague.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    await colleague.getByText(/郑知禾 于 .* 提出导入 102 条，不收 2 行 · 林知远 于 .* 同意/).waitFor();

    await colleague.goto('/claims/create');
    await colleague.getByLabel('企业（名称或信用代码）').fill(LINEAGE);
    await colleague.getByRole('option', { name: /^泉州青石智算科技有限公司/ }).click();
    await colleague.getByLabel('申报条款').fill('优秀应用场景');
    await colleague.getByRole('option', { name: '3 优秀应用场景奖励', exact: true }).click();
    await colleague.getByLabel('发生日期').fill('2025-06-20');
    await colleague.getByLabel('名单条目').click();
    await colleague.getByRole('option', { name: new RegExp(LIST) }).click();
    expect(await colleague.getByLabel('标的').inputValue()).toBe('甲');
    await colleague.getByLabel('申请金额').fill('10万');
    await colleague.getByRole('button', { name: '提交申报' }).click();
    await colleague.getByText('已申报', { exact: true }).first().waitFor();
    const evidence = colleague.getByRole('region', { name: '凭证' });
    await evidence.getByText(`${LIST}#101`).waitFor();
    await evidence.getByText('泉州市工业和信息化局 2025-06-20').waitFor();

    await colleague.goto(`/enterprises/${LINEAGE}/show`);
    await colleague.getByRole('region', { name: '认定名单' }).getByText(`${LIST}#101`).waitFor();

    await colleague.goto(`/recognitions/${encodeURIComponent(LIST)}/show`);
    await colleague.getByRole('button', { name: '撤销整份名单' }).click();
    await colleague.getByRole('dialog').getByText('据此申报的有 1 件').waitFor();
  });

  it('tells the reviewer of a certificate that was typed what the lists say', async () => {
    const reviewer = await stage.official('quanzhou-review-industry');
    await reviewer.goto('/claims/350500-2025-K9YCP1EB/show');
    await reviewer.getByText(/名单中有与本件相同的条目，而本件填写的是证书/).waitFor();
    await reviewer.goto('/claims/350500-2025-JA2DVF5P/show');
    await reviewer.getByText(/标的不在任何认定名单上/).waitFor();
  });

  it('is revoked by two, who see which claims rest on it, and found again in English on a telephone', async () => {
    const reviewer = await stage.official('quanzhou-review-industry');
    await reviewer.goto(`/recognitions/${encodeURIComponent('泉工信〔2025〕66号')}/show`);
    await reviewer.getByLabel('选择第 2 条').check();
    await reviewer.getByRole('button', { name: '撤销所选 1 条' }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByText('据此申报的有 1 件').waitFor();
    await dialog.getByText('350500-2025-ZCZTNEDZ').waitFor();
    await dialog.getByLabel('撤销起始日').fill('2025-08-20');
    await dialog.getByLabel('理由').fill('材料不实');
    await dialog.getByRole('button', { name: '撤销认定' }).click();
    await reviewer.getByText(/提出撤销 1 条，自 2025-08-20 起/).waitFor();

    const colleague = await stage.official('quanzhou-window-2', 375);
    await colleague.goto('/recognitions?filter={"isOpen":true}');
    await colleague.getByRole('button', { name: '中文' }).click();
    await colleague.getByRole('menuitem', { name: 'English' }).click();
    await colleague.getByRole('link', { name: '泉工信〔2025〕66号' }).click();
    await colleague.getByRole('button', { name: 'Agree', exact: true }).click();
    await colleague.getByRole('dialog').getByText('350500-2025-ZCZTNEDZ').waitFor();
    await colleague.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
    await colleague.getByText('Revoked from 2025-08-20: 材料不实').waitFor();
    expect(await colleague.evaluate<number>('document.documentElement.scrollWidth')).toBe(375);
  });
});

async function fill(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '文号', exact: true }).fill('泉工信[2025]188号');
  await page.getByLabel('名单名称').fill('2025年第二批人工智能优秀应用场景名单');
  await page.getByLabel('认定机关').fill('泉州市工业和信息化局');
  await page.getByLabel('发文日期').fill('2025-06-20');
  await page.getByLabel('有效期起').fill('2025-06-20');
  expect(await page.getByLabel('管理部门').inputValue()).toBe('市工信局');
}

/** A code of an enterprise that nobody registered. */
function uscc(number: number): string {
  const body = `91350503MA9${String(number).padStart(6, '0')}`;
  return `${body}${usccCheckCharacter(body) ?? ''}`;
}

/** A line of the file: the enterprise and its matter by one name. */
function row(name: string | undefined, code: string): string {
  return [name, Buffer.from(code).toString('hex'), name].join('2c');
}
