import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** Accepted, of an enterprise in Shishi; a department of its route is still to answer. */
const CLAIM = '/claims/350500-2026-YYTEP4SS/show';
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const SECOND_PART = `**/files/uploads/*?offset=${2 * 1024 * 1024}`;

describeBrowser('files of a claim', () => {
  const stage = stageFor(startDemo);

  it('are attached by the clerk of the county, opened by who reviews it, replaced and withdrawn', async () => {
    const clerk = await stage.official('shishi-window-1');
    await clerk.goto(CLAIM);
    const files = clerk.getByRole('region', { name: '材料附件' });
    await files.getByText('还没有附件。').waitFor();

    let isCut = false;
    await clerk.route(SECOND_PART, (route) => {
      if (isCut) return route.continue();
      isCut = true;
      return route.abort();
    });
    await files.locator('input[type=file]').setInputFiles([
      { name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a PDF') },
      { name: '合同.pdf', mimeType: 'application/pdf', buffer: pdf('x'.repeat(2.5 * 1024 * 1024)) },
      { name: '现场.png', mimeType: 'image/png', buffer: PNG },
    ]);
    await files
      .getByRole('alert')
      .getByText(/不接受这种文件/)
      .waitFor();
    await files.getByText('连接中断，稍后自动继续…').waitFor();
    await files.getByRole('group', { name: '程序.pdf' }).getByRole('button', { name: '取消' }).click();
    await files.getByRole('listitem', { name: '合同.pdf' }).getByText('PDF 2.5 MiB').waitFor();
    await files.getByRole('listitem', { name: '现场.png' }).waitFor();
    await files.getByRole('group', { name: '现场.png' }).waitFor({ state: 'detached' });
    stage.forgiveComplaints();

    const dropped = await clerk.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(pdf('拖放').toString())}], '发票.pdf', { type: 'application/pdf' }));
      return transfer;
    })()`);
    await files.getByTestId('drop-files').dispatchEvent('drop', { dataTransfer: dropped });
    await files.getByRole('listitem', { name: '发票.pdf' }).waitFor();

    await files.getByRole('button', { name: '替换“合同.pdf”' }).click();
    const dialog = clerk.getByRole('dialog');
    await dialog.getByLabel('理由').fill('原件缺页');
    const newer = { name: '合同（补页）.pdf', mimeType: 'application/pdf', buffer: pdf('第二版') };
    const chooser = clerk.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '选择文件' }).press('Enter');
    await (await chooser).setFiles(newer);
    await files.getByText('替换“合同.pdf”：原件缺页').waitFor();
    await files.getByRole('listitem', { name: '合同.pdf' }).getByText('已由“合同（补页）.pdf”替换').waitFor();

    await files.getByRole('button', { name: '撤下“发票.pdf”' }).click();
    await dialog.getByLabel('理由').fill('传错了件');
    await dialog.getByRole('button', { name: '撤下' }).click();
    await files.getByText(/撤下：传错了件/).waitFor();
    expect(await files.getByRole('listitem', { name: '发票.pdf' }).locator('button, a').count()).toBe(0);

    const finance = await stage.official('quanzhou-finance-1');
    await finance.goto(CLAIM);
    const seen = finance.getByRole('region', { name: '材料附件' });
    await seen.getByText(/由企业所在地（石狮市）的窗口，或此件当前所在的部门/).waitFor();
    expect(await seen.locator('input[type=file]').count()).toBe(0);
    await seen.getByRole('button', { name: '打开“现场.png”' }).click();
    await finance.getByRole('dialog').getByRole('img', { name: '现场.png' }).waitFor({ state: 'attached' });
    const image = `document.querySelector('[role=dialog] img')`;
    expect(await finance.evaluate<number>(`${image}.decode().then(() => ${image}.naturalWidth)`)).toBe(1);
    await finance.getByRole('button', { name: '关闭' }).click();
    const sent = finance.waitForResponse(/as=inline/);
    await seen.getByRole('button', { name: '打开“合同（补页）.pdf”' }).click();
    expect((await sent).status()).toBe(200);

    const auditor = await stage.official('quanzhou-audit');
    await auditor.goto(CLAIM);
    await auditor.getByRole('button', { name: '打开“发票.pdf”' }).waitFor();
  });
});
