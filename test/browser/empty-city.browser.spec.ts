import { expect, it } from '@jest/globals';
import { describeBrowser, testDatabase } from '@duixian/testing';
import { Application } from './application.js';
import { stageFor } from './stage.js';

const ADMINISTRATOR = 'first.administrator';

describeBrowser('a city on its first day', () => {
  const stage = stageFor(async () =>
    Application.start({
      DATABASE_URL: await testDatabase(),
      DUIXIAN_DEMO: '0',
      DUIXIAN_SECOND_FACTOR: 'off',
      DUIXIAN_ADMINISTRATORS: `350500:system:${ADMINISTRATOR},350500:security:second.administrator,350500:audit:third.administrator`,
    }),
  );

  it('says on each page what comes next', async () => {
    const page = await stage.firstAdministrator(ADMINISTRATOR);
    const hints = {
      '/': ['目前没有待您办理的事项', '还没有核定的申报。'],
      '/claims': ['还没有申报件', '窗口收到企业材料后，在这里录入第一件申报。'],
      '/enterprises': ['还没有企业', '先登记企业，再录入它的申报。'],
      '/payments': ['还没有拨付指令', '财政在公示期满后下达拨付，指令会出现在这里。'],
    };
    for (const [path, sentences] of Object.entries(hints)) {
      await page.goto(path);
      for (const sentence of sentences) await page.getByText(sentence).waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
    }
    // Nothing is off the record: the accounts of the first three administrators stand there already.
    await page.goto('/events');
    await page.getByRole('table').waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(3);
  });
});
