import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

describeBrowser('places and departments', () => {
  const stage = stageFor(startDemo);

  it('are offered for an account as they are today: the city with its zones, and the departments of the division', async () => {
    const system = await stage.official('quanzhou-system-admin');
    await system.goto('/users/create');
    await system.getByLabel('所属地').click();
    await system.getByRole('option', { name: '泉州台商投资区 350591' }).waitFor();
    expect(await choices(system)).not.toEqual(expect.arrayContaining([expect.stringContaining('漳州市')]));
    await system.getByRole('option', { name: '泉州市 350500' }).click();
    await system.getByLabel('部门').click();
    expect(await choices(system)).toEqual(expect.arrayContaining(['市数据管理局', '市工信局', '市财政局']));
    await system.getByRole('option', { name: '市数据管理局' }).click();
    expect(await system.getByLabel('部门').inputValue()).toBe('市数据管理局');

    // Of a county nobody listed any: what is typed is taken.
    await system.getByLabel('所属地').fill('350505');
    await system.getByRole('option', { name: '泉港区 350505' }).click();
    await system.getByLabel('部门').fill('区工信局');
    expect(await system.getByLabel('部门').inputValue()).toBe('区工信局');
  });

  it('of the past are offered where a list is narrowed, with the day of their end, and nowhere else', async () => {
    const clerk = await stage.official('zhangzhou-window-1');
    await clerk.goto('/enterprises');
    await clerk.getByLabel('所在地').click();
    expect(await choices(clerk)).toEqual(
      expect.arrayContaining(['龙海市 350681（2021-02-02 停用）', '龙海区 350604', '古雷港经济开发区 350690']),
    );
    await clerk.getByRole('option', { name: /龙海市 350681/ }).click();
    await clerk.getByText('龙海区', { exact: true }).first().waitFor();

    await clerk.goto('/enterprises/create');
    await clerk.getByLabel('所在地').click();
    const offered = await choices(clerk);
    expect(offered).toEqual(expect.arrayContaining(['龙海区 350604', '古雷港经济开发区 350690']));
    expect(offered.filter((name) => /龙海市|漳州市/.test(name))).toEqual([]);
  });

  it('are said in English as well', async () => {
    const clerk = await stage.official('zhangzhou-window-1');
    await clerk.goto('/claims');
    await clerk.getByRole('button', { name: '中文' }).click();
    await clerk.getByRole('menuitem', { name: 'English' }).click();
    await clerk.getByLabel('Division').click();
    expect(await choices(clerk)).toEqual(expect.arrayContaining(['龙海市 350681 (ended 2021-02-02)', '长泰区 350605']));
  });
});

/** What the open list of a field offers, once it is there. */
async function choices(page: Page): Promise<string[]> {
  await page.getByRole('option').first().waitFor();
  return page.getByRole('option').allTextContents();
}
