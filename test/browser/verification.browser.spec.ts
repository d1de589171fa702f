import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { describeBrowser } from '@duixian/testing';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { copyOfDemo, startOn } from './demo-city.js';
import { stageFor } from './stage.js';

const VERIFY = fileURLToPath(new URL('../../apps/api/dist/commands/verify-main.js', import.meta.url));
const WIDTHS = [1280, 375];
const LOCK = `hashtext('duixian verification')`;

describeBrowser('the verification on the dashboard', () => {
  let database = '';
  const stage = stageFor(async () => {
    database = await copyOfDemo();
    // A worker would make up within a minute for a night that none verified.
    return startOn(database, { DUIXIAN_ROLE: 'api' });
  });

  it('says that there was none, and since when one runs', async () => {
    await shown(/尚未校验。/, /Not verified yet\./);

    const verifier = new pg.Client({ connectionString: database });
    await verifier.connect();
    await verifier.query(`select pg_advisory_lock(${LOCK})`);
    await shown(/正在校验（\d{4}-\d\d-\d\d .*开始）/, /It is being verified, since \d{4}-\d\d-\d\d/);
    await verifier.end();
  });

  it('says when it was, that all was as recorded, and what was not', async () => {
    expect(verify()).toBe(0);
    await shown(/校验了全部 \d+ 个事件.*均与记录一致/, /all \d+ events .* were found as they were recorded/);

    await withClient(database, (superuser) =>
      superuser.query(`update identity."user" set roles = '{finance}' where username = 'quanzhou-window-1'`),
    );
    expect(verify()).toBe(1);
    await shown(
      /人员账号 .* · roles · 存储 finance · 应为 clerk/,
      /official .* · roles · stored finance · computed clerk/,
    );
  });

  it('says that nobody has verified for days', async () => {
    await withClient(database, (superuser) =>
      superuser.query(`update follow.verification set started_at = started_at - interval '3 days'`),
    );
    await shown(/此后两夜以上没有校验/, /Nobody has verified it for two nights/);
  });

  /** In both languages, on a screen and on a telephone, without a line that is cut off. */
  async function shown(zh: RegExp, en: RegExp): Promise<void> {
    for (const width of WIDTHS) {
      const page = await stage.official('quanzhou-audit', width);
      await page.goto('/');
      await stands(page, '记录校验', zh, width);
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('menuitem', { name: 'English' }).click();
      await stands(page, 'Verification of the record', en, width);
    }
  }

  async function stands(page: Page, title: string, text: RegExp, width: number): Promise<void> {
    await page.getByRole('region', { name: title }).getByText(text).first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
  }

  /** Its status. */
  function verify(): number | null {
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '' };
    return spawnSync(process.execPath, [VERIFY, '--database', database], { env, encoding: 'utf8' }).status;
  }
});
