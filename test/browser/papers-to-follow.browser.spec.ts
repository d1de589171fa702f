import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

/** Accepted in the demo without the list that names its product. */
const CLAIM = '350500-2026-MZ7CAE8J';
const STATED =
  'query ($id: ID!) { claim(id: $id) { enterprise { uscc } measure { id } occurredOn year requestedAmount facts { name value } } }';
const SUBMIT = 'mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) { ... on Claim { id } } }';

interface Stated {
  readonly enterprise: { readonly uscc: string };
  readonly measure: { readonly id: string };
  readonly occurredOn: string;
  readonly year: number;
  readonly requestedAmount: string;
}

describeBrowser('papers that follow an acceptance', () => {
  const stage = stageFor(startDemo);

  it('are named at the acceptance with the day, and the notice that prints says so', async () => {
    const window = await stage.official('quanzhou-window-1');
    const post = async (query: string, variables: object): Promise<{ data: Record<string, unknown> }> =>
      (await (await window.context().request.post('/graphql', { data: { query, variables } })).json()) as never;
    const { enterprise, measure, ...stated } = (await post(STATED, { id: CLAIM })).data.claim as Stated;
    const { occurredOn, year, requestedAmount } = stated;
    const input = {
      ...{ commandId: randomUUID(), uscc: enterprise.uscc, measure: measure.id, occurredOn, year, requestedAmount },
      ...{ subject: '另一预测性维护系统', facts: { firstRecognition: true }, evidence: [] },
    };
    const { id } = (await post(SUBMIT, { input })).data.submitClaim as { id: string };

    const second = await stage.official('quanzhou-window-2', 375);
    await second.goto(`/claims/${id}/show`);
    await second.getByRole('button', { name: '容缺受理' }).click();
    const dialog = second.getByRole('dialog', { name: /^容缺受理/ });
    await dialog.getByText('缺少，可后补').waitFor();
    await dialog.getByText('受理后 10 个工作日内补交').waitFor();
    await dialog.getByRole('button', { name: '容缺受理' }).click();
    await dialog.waitFor({ state: 'detached' });
    // The page went on to the next claim.
    await second.goto(`/claims/${id}/show`);
    const papers = second.getByRole('region', { name: '容缺材料' });
    await papers.getByText(/^\d{4}-\d{2}-\d{2}前补交/).waitFor();
    await papers.getByRole('link', { name: '打印受理通知书' }).click();
    await second.getByRole('article').getByText('认定名单条目').first().waitFor();
    expect(await second.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('are recorded with their number once they are handed in', async () => {
    const window = await stage.official('quanzhou-window-1');
    await window.goto(`/claims/${CLAIM}/show`);
    await window.getByRole('button', { name: '登记补交材料' }).click();
    const dialog = window.getByRole('dialog', { name: /^登记补交材料/ });
    await dialog.getByRole('button', { name: '登记补交材料' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByRole('combobox', { name: '材料种类' }).click();
    await window.getByRole('option', { name: '证书' }).click();
    await dialog.getByLabel('号码').fill('泉工信证〔2026〕第17号');
    await dialog.getByRole('button', { name: '登记补交材料' }).click();
    await dialog.waitFor({ state: 'detached' });
    await window
      .getByRole('region', { name: '容缺材料' })
      .getByText(/已补交/)
      .waitFor();
    await window.getByRole('region', { name: '凭证' }).getByText('泉工信证〔2026〕17号').waitFor();
  });
});
