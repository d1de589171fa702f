import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** In the form of the standard, whose check character would be L. */
const CODE = '91350582MA2QQQQQ07';
const NAME = '晋江旧码机械有限公司（虚构）';

describeBrowser('an enterprise whose code does not check', () => {
  const stage = stageFor(startDemo);

  it('is refused, proposed with its licence, and registered by a colleague', async () => {
    const clerk = await stage.official('quanzhou-window-1');
    await clerk.goto('/enterprises/create');
    await clerk.getByLabel('名称').fill(NAME);
    await clerk.getByLabel('统一社会信用代码').fill(CODE);
    await clerk.getByLabel('所在地').click();
    await clerk.getByRole('option', { name: '晋江市 350582' }).click();
    await clerk.getByRole('button', { name: '登记', exact: true }).click();
    await clerk
      .getByText(/校验码应为.，.*请凭执照提请登记/)
      .first()
      .waitFor();

    await clerk.getByLabel('执照上的代码校验码不符，凭执照提请登记').check();
    await clerk.getByLabel('执照编号').fill('350582100012345');
    await clerk.getByLabel('执照核发日期').fill('2015-06-01');
    await clerk.getByRole('button', { name: '提请登记' }).click();
    await clerk.getByText('须由另一位经办人对照执照核对后同意', { exact: false }).waitFor();
    expect(await clerk.getByRole('button', { name: '同意' }).count()).toBe(0);

    const colleague = await stage.official('quanzhou-window-2');
    await colleague.goto('/');
    await colleague.getByRole('link', { name: NAME }).click();
    await colleague.getByText('350582100012345（2015-06-01 核发）').waitFor();
    await colleague.getByRole('button', { name: '中文' }).click();
    await colleague.getByRole('menuitem', { name: 'English' }).click();
    await colleague.getByText('350582100012345 of 2015-06-01').waitFor();
    await colleague.getByRole('button', { name: 'Agree' }).click();
    await colleague.getByRole('dialog').getByText('every place of the code', { exact: false }).waitFor();
    await colleague.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
    await colleague.getByText('registered by two from licence 350582100012345', { exact: false }).waitFor();

    await clerk.goto(`/enterprises/${CODE}/show`);
    await clerk.getByText('校验码不符，凭执照 350582100012345（2015-06-01 核发）由两人登记').waitFor();
    await clerk.getByRole('button', { name: '提出收款账户' }).waitFor();
  });
});
