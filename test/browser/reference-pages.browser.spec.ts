import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTERPRISE = '91350583MAX0010185';

describeBrowser('policies, enterprises, the log and users', () => {
  const stage = stageFor(startDemo);

  it('reckon a case that is tried as the command line does, step by step', async () => {
    const answer = assessed({
      id: 'tried',
      measure: 'quanzhou-2024-7/2',
      year: 2025,
      occurredOn: '2025-12-31',
      enterprise: { division: '350583' },
      facts: { serviceFee: '1234567.89' },
    });
    const page = await stage.official('quanzhou-audit');
    await page.goto('/policies/quanzhou-2024-7/show?clause=2');
    await page.locator('mark').filter({ hasText: '对使用算力资源租用服务' }).waitFor();
    await page.getByText('年度服务费（发票金额）的30%').waitFor();

    await page.getByRole('tab', { name: '试算' }).click();
    await page.getByLabel('年度服务费（发票金额）').fill('1234567.89');
    await page.getByLabel('企业所在地').fill('350583');
    await page.getByRole('option', { name: '南安市 350583' }).click();
    await page.getByLabel('发生日期').fill('2025-12-31');

    expect(answer.amount).toBe('300000.00');
    await page.getByText('可得金额').waitFor();
    await page.getByText('300,000.00 元').first().waitFor();
    const formulas = answer.trace.map((step) => step.formula).filter((formula) => formula !== '');
    expect(formulas.length).toBeGreaterThan(3);
    for (const formula of formulas) await page.getByText(formula, { exact: true }).first().waitFor();
    expect(await page.getByLabel(/^第 \d+ 步$/).count()).toBe(answer.trace.length);
  });

  it('show what an enterprise was granted against its cap, split by city and county', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(`/enterprises/${ENTERPRISE}/show`);
    const totals = page.getByRole('region', { name: '年度补助与上限' });
    await totals.getByRole('img', { name: /quanzhou-2024-7\/2 上限 300,000.00：已付 300,000.00.*剩余 0.00/ }).waitFor();
    await totals.getByText('市县分担：市级 150,000.00 · 县级 150,000.00').waitFor();
    await page.getByText('2025-09-01 起在 晋江市').waitFor();
  });

  it('find the payments of a claim, and its events with what they hold', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/payments');
    await page.getByLabel('企业或申报号').fill('350500-2025-G05CP7ZA');
    await page.getByText('第 1–2 条 共 2 条').waitFor();

    await page.goto('/events');
    await page.getByLabel('申报号').fill('350500-2025-G05CP7ZA');
    await page.getByText(/共 \d\d 条/).waitFor();
    const determined = page.getByRole('row').filter({ hasText: 'ClaimDetermined' });
    await determined.getByText('ClaimDetermined').click();
    await page.getByText('"amount": "60000.00"').first().waitFor();
  });

  it('say whose a page is to whoever has no business there, and ask for nothing that would be refused', async () => {
    const clerk = await stage.official('quanzhou-window-1');
    const refused: string[] = [];
    clerk.on('response', (response) => {
      if (!response.url().endsWith('/graphql')) return;
      void response.text().then((text) => text.includes('FORBIDDEN') && refused.push(text));
    });
    for (const [path, whose] of [
      ['/set-aside', '数据完整性由管理员查看和更正'],
      ['/users', '用户账号由管理员管理'],
      ['/users/create', '用户账号由系统管理员和安全管理员开设'],
      ['/security-log', '安全日志由审计人员和审计管理员查看'],
    ] as const) {
      await clerk.goto(path);
      await clerk.getByRole('heading', { level: 1, name: '此页不对您的岗位开放' }).waitFor();
      await clerk.getByText(whose).waitFor();
      await clerk.waitForLoadState('networkidle');
    }
    expect(refused).toEqual([]);
  });
});

interface Answer {
  amount: string;
  trace: { formula: string }[];
}

/** What the command line answers to one case. */
function assessed(input: object): Answer {
  const options = { cwd: ROOT, input: JSON.stringify([input]), encoding: 'utf8' } as const;
  const { stdout } = spawnSync(process.execPath, ['apps/cli/dist/main.js', 'assess', '-'], options);
  return JSON.parse(stdout) as Answer;
}
