import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { POLICIES_DIR } from '@duixian/policy-files';
import { describeBrowser } from '@duixian/testing';
import { copyOfDemo, startOn } from './demo-city.js';
import { stageFor } from './stage.js';

const POLICY = 'quanzhou-2024-7';
const folder = mkdtempSync(join(tmpdir(), 'duixian-policies-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeBrowser('the versions of a policy', () => {
  const stage = stageFor(async () => {
    cpSync(POLICIES_DIR, folder, { recursive: true });
    rewrite('source.txt', '的 30%给予使用企业补助', '的 20%给予使用企业补助');
    rewrite('policy.yaml', '的30%给予使用企业补助', '的20%给予使用企业补助');
    rewrite('policy.yaml', 'percent: 30, of: serviceFee', 'percent: 20, of: serviceFee');
    return startOn(await copyOfDemo(), { DUIXIAN_POLICIES_DIR: folder });
  });

  it('are told on the dashboard, compared, proposed by one and agreed to by another', async () => {
    const page = await stage.official('quanzhou-finance-1');
    await page.goto('/');
    await page.getByText(/政策quanzhou-2024-7的文件夹与现行版本不同/).waitFor();
    await page.getByRole('link', { name: '查看版本' }).click();
    await page.getByText('新版本，未生效').first().waitFor();
    const comparison = page.getByRole('region', { name: '两个版本对照' });
    expect(await comparison.locator('del').first().innerText()).toBe('3');
    expect(await comparison.locator('ins').first().innerText()).toBe('2');
    await page.getByLabel('自此日起的事项').fill('2025-01-01');
    const effects = page.getByRole('region', { name: '会有不同结果的申报件' });
    await effects.getByText('已核定，不变').first().waitFor();

    await page.getByRole('button', { name: '提议生效' }).click();
    // The day for which was shown what would come out differently.
    expect(await page.getByRole('dialog').getByLabel('起始日').inputValue()).toBe('2025-01-01');
    await page.getByRole('dialog').getByLabel('理由').fill('政策修订');
    await page.getByRole('dialog').getByRole('button', { name: '提议生效' }).click();
    await page.getByText(/由您提议，须由另一名财政人员同意/).waitFor();

    const colleague = await stage.official('quanzhou-finance-2', 375);
    await colleague.goto(`/policies/${POLICY}/versions`);
    await colleague.getByRole('button', { name: '中文' }).click();
    await colleague.getByRole('menuitem', { name: 'English' }).click();
    await colleague.getByText(/waits for agreement until/).waitFor();
    expect(await colleague.evaluate<number>('document.documentElement.scrollWidth')).toBe(375);
    await colleague.getByRole('button', { name: 'Agree' }).click();
    await colleague.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
    await colleague.getByText(/agreed on/).waitFor();
    expect(await colleague.getByText('In force', { exact: true }).count()).toBeGreaterThan(0);
  });

  it('are shown to the window by the day of the matter that it states', async () => {
    const page = await stage.official('quanzhou-window-1');
    await page.goto('/claims/create');
    await page.getByLabel('企业（名称或信用代码）').fill('91350502MAX001034G');
    const enterprise = page.getByRole('option', { name: /鲤城区/ });
    await enterprise.first().click();
    await page.getByLabel('申报条款').fill('算力租用补助');
    await page.getByRole('option', { name: '2 算力租用补助', exact: true }).click();
    await page.getByText(/的\s*20%给予使用企业补助/).waitFor();

    await page.getByLabel('发生日期').fill('2024-11-30');
    await page.getByText(/的\s*30%给予使用企业补助/).waitFor();
    await page.getByText('事项发生在另一版本适用的日子：以下按那一版本。').waitFor();

    await page.getByLabel('发生日期').fill('2025-11-30');
    await page.getByText(/的\s*20%给予使用企业补助/).waitFor();
    expect(await page.getByText('事项发生在另一版本适用的日子').count()).toBe(0);
  });
});

function rewrite(file: string, was: string, becomes: string): void {
  const path = join(folder, POLICY, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(was, becomes));
}
