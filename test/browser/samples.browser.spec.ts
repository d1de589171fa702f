import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { POLICIES_DIR } from '@duixian/policy-files';
import { describeBrowser } from '@duixian/testing';
import { copyOfDemo, startOn } from './demo-city.js';
import { stageFor } from './stage.js';

/** Claims under one clause that the demo leaves with 市工信局, and that had no route. */
const CLAIMS = ['350500-2026-ZZQK8897', '350500-2026-2HFVN4R3', '350500-2025-PKQHA37E'];
const ROUTE = `  - clauses: ['6']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - key: again
            kind: re-examination
            name: { zh: 复审, en: Second look }
            office: { department: 市数据管理局 }
            when: [{ drawn: 20 }]
`;
const MOVE = 'mutation ($input: MoveClaimRouteInput!) { moveClaimRoute(input: $input) { __typename } }';

describeBrowser('a draw of the claims that are examined again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-draw-'));
  const stage = stageFor(async () => {
    cpSync(POLICIES_DIR, folder, { recursive: true });
    appendFileSync(join(folder, 'quanzhou-2024-7', 'routes.yaml'), ROUTE);
    return startOn(await copyOfDemo(), { DUIXIAN_POLICIES_DIR: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function moved(): Promise<void> {
    const finance = await stage.official('quanzhou-finance-1');
    for (const claim of CLAIMS) {
      const variables = { input: { commandId: randomUUID(), claim, reason: '按现行路线办理' } };
      const answer = await finance.context().request.post('/graphql', { data: { query: MOVE, variables } });
      expect(await answer.json()).toMatchObject({ data: { moveClaimRoute: { __typename: 'Claim' } } });
    }
  }

  it('is made once by the lead department, and drawn again by anybody from what the page shows', async () => {
    await moved();
    const lead = await stage.official('quanzhou-review-industry', 375);
    await lead.goto('/rounds');
    const draws = lead.getByRole('region', { name: '复审抽取' });
    await draws.getByRole('link', { name: '3 件等待抽取' }).waitFor();
    await draws.getByRole('button', { name: '抽取', exact: true }).click();
    const dialog = lead.getByRole('dialog', { name: /^抽取/ });
    await dialog.getByText('将在 3 件中抽取').waitFor();
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await draws.getByText('3 件中抽取 1 件（不低于 20%）').waitFor();
    expect(await draws.getByRole('button', { name: '抽取', exact: true }).count()).toBe(0);
    // The newest draw stands first; the demo made one of its own.
    await draws.getByText('怎样核对').first().click();
    await draws
      .getByText(/^抽取范围（日志第 \d+ 号时等待抽取的/)
      .first()
      .waitFor();
    expect(await lead.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    const [random = '', link = '', seed = ''] = await draws.locator('code').allInnerTexts();
    expect(sha256(random + link)).toBe(seed);
    const [drawn = ''] = CLAIMS.map((claim) => ({ claim, lot: sha256(seed + claim) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .map(({ claim }) => claim);
    await draws.getByText('抽中：').first().getByRole('link', { name: drawn }).click();
    await lead
      .getByText(/等待泉州市数据管理局“复审”|尚待泉州市数据管理局“复审”/)
      .first()
      .waitFor();
    await lead.goto(`/claims/${CLAIMS.find((claim) => claim !== drawn) ?? ''}/show`);
    await lead.getByRole('region', { name: '办理路线' }).getByText('未抽中').waitFor();
  });

  it('is looked at by an auditor, who does not draw', async () => {
    const auditor = await stage.official('quanzhou-audit');
    await auditor.goto('/rounds');
    const draws = auditor.getByRole('region', { name: '复审抽取' });
    await draws.getByText('3 件中抽取 1 件（不低于 20%）').waitFor();
    expect(await auditor.getByRole('button', { name: '抽取', exact: true }).count()).toBe(0);
  });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
