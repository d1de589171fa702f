import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it, jest } from '@jest/globals';
import { usccCheckCharacter } from '@duixian/casework';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { cutOffTexts } from './cut-off.js';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE_WIDTH = 375;
const NOTEBOOK_WIDTH = 1280;
const CHINESE_SIGN_AFTER_LATIN = /[A-Za-z0-9] ?[：，；、（）].*/g;
const BODY = '91350503MA9900002';
const LONG = {
  uscc: `${BODY}${usccCheckCharacter(BODY) ?? ''}`,
  name: `泉州${'东南沿海人工智能与先进计算基础设施'.repeat(3)}AISuperLongLatinNameWithoutAnyBreak联合运营有限公司（虚构）`,
};
const PATHS = [
  '/',
  '/claims',
  '/claims/350500-2025-G05CP7ZA/show',
  '/claims/350500-2026-2HFVN4R3/show',
  '/claims/350500-2026-NRPEY9HK/show',
  '/claims/350500-2026-QNHBHSC1/show',
  '/claims/create',
  '/compare?left=350500-2026-2HFVN4R3&right=350500-2026-ZZQK8897',
  '/compare?left=350500-2026-2HFVN4R3&right=none',
  '/policies',
  '/policies/quanzhou-2024-7/show?clause=2',
  '/enterprises',
  '/enterprises/91350583MAX0010185/show',
  '/enterprises/create',
  '/recognitions',
  '/recognitions/%E6%B3%89%E5%B7%A5%E4%BF%A1%E3%80%942025%E3%80%9566%E5%8F%B7/show',
  '/delegations',
  '/recusals',
  '/departments',
  '/registers',
  '/rounds',
  '/batches',
  '/payments',
  '/months',
  '/calendar',
  '/events',
  '/security-log',
  '/users',
  '/users/create',
  '/account',
];

// Some forty pages in one test, on a busy machine.
jest.setTimeout(300_000);

describeBrowser('every page', () => {
  const stage = stageFor(startDemo);

  it('takes a very long name', async () => {
    await registerLongName(await stage.official('quanzhou-window-1', PHONE_WIDTH));
  });

  it.each([NOTEBOOK_WIDTH, PHONE_WIDTH])('can be read in either language, %d pixels wide', async (width) => {
    const administrator = await stage.official('quanzhou-system-admin', width);
    const treasury = await stage.official('quanzhou-treasury', width);
    const auditor = await stage.official('quanzhou-audit', width);
    const clerk = await stage.official('quanzhou-window-1', width);
    const visits = [
      ...PATHS.map((path) => [administrator, path] as const),
      [administrator, `/enterprises/${LONG.uscc}/show`] as const,
      [administrator, `/enterprises?filter={"query":"${LONG.uscc}"}`] as const,
      [administrator, '/users?filter={"role":"AUDITOR"}'] as const,
      [treasury, '/payments'] as const,
      [auditor, '/security-log'] as const,
      [clerk, '/claims/create'] as const,
      [clerk, '/recognitions/create'] as const,
      [clerk, '/enterprises/91350583MAX0010185/show'] as const,
    ];
    for (const [page, path] of visits) {
      await open(page, path);
      expect([path, await misdrawn(page)]).toEqual([path, { cutOff: [], wide: false }]);
      // Names of controls, contrast and order are of one width as of the other.
      if (width === NOTEBOOK_WIDTH) expect([path, await violations(page)]).toEqual([path, []]);
    }
    for (const page of [administrator, treasury, auditor, clerk]) await speakEnglish(page);
    for (const [page, path] of visits) {
      await open(page, path);
      expect([path, await misdrawn(page)]).toEqual([path, { cutOff: [], wide: false }]);
      if (!path.startsWith('/policies')) expect([path, await chineseSigns(page)]).toEqual([path, []]);
    }
  });

  it('draws the signs of English narrow', async () => {
    const page = await stage.official('quanzhou-system-admin');
    await open(page, '/account');
    await speakEnglish(page);
    const width = await page.evaluate<number>(
      `(() => {
         const pen = document.createElement('canvas').getContext('2d');
         pen.font = '16px ' + getComputedStyle(document.body).fontFamily;
         return pen.measureText('’').width;
       })()`,
    );
    expect(width).toBeLessThan(8);
  });

  it('shows where the keyboard is', async () => {
    const page = await stage.official('quanzhou-audit');
    await open(page, '/claims');
    // Past the link that skips the menu: menu button, language, theme, refresh, account, and the first of the menu.
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
      const before = await drawn(page);
      await page.evaluate('window.held = document.activeElement; window.held.blur()');
      const after = await drawn(page);
      await page.evaluate('window.held.focus({ focusVisible: true })');
      expect([focused, before.equals(after)]).toEqual([focused, false]);
    }
  });
});

/** What is wider than the screen, and texts that are cut off. */
async function misdrawn(page: Page): Promise<{ readonly cutOff: readonly string[]; readonly wide: boolean }> {
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
  return { cutOff: await cutOffTexts(page), wide };
}

/** What axe finds by the rules of WCAG: names of controls, contrast, order. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
       .then((found) => found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

/** Signs of Chinese behind Latin letters, on a page in English. */
async function chineseSigns(page: Page): Promise<string[]> {
  return (await page.evaluate<string>('document.body.innerText')).match(CHINESE_SIGN_AFTER_LATIN) ?? [];
}

async function registerLongName(clerk: Page): Promise<void> {
  await open(clerk, '/enterprises/create');
  await clerk.getByLabel('名称').fill(LONG.name);
  await clerk.getByLabel('统一社会信用代码').fill(LONG.uscc);
  await clerk.getByLabel('所在地').fill('350503');
  await clerk.getByRole('option', { name: '丰泽区 350503' }).click();
  await clerk.getByRole('button', { name: '登记', exact: true }).click();
  await clerk.getByRole('heading', { level: 1, name: LONG.name }).waitFor();
}

/** A picture of what the page's present state looks like, not of the frame before it. */
async function drawn(page: Page): Promise<Buffer> {
  await page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))');
  return page.screenshot();
}

async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('button', { name: 'English' }).waitFor();
}

/** Opens a page and waits until it shows what it loads. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
