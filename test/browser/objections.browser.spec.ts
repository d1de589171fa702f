import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

const DETERMINED = `{ claims(first: 50, filter: { status: [DETERMINED] }) {
  nodes { id enterprise { name } measure { leadDepartment } actions { action allowed } }
} }`;
const PUBLICISE = `mutation ($input: PubliciseClaimInput!) {
  publiciseClaim(input: $input) { __typename }
}`;

interface Determined {
  readonly id: string;
  readonly enterprise: { readonly name: string };
  readonly measure: { readonly leadDepartment: string };
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
}

async function asked(page: Page, query: string, variables: object = {}): Promise<unknown> {
  const response = await page.context().request.post('/graphql', { data: { query, variables } });
  return ((await response.json()) as { data: unknown }).data;
}

describeBrowser('a claim that is shown to the public', () => {
  const stage = stageFor(startDemo);

  /** One of a department with two reviewers, whose publicity begins today. */
  async function publicised(): Promise<Determined> {
    for (const username of ['zhangzhou-finance-1', 'zhangzhou-finance-2', 'zhangzhou-finance-3']) {
      const finance = await stage.official(username);
      const { claims } = (await asked(finance, DETERMINED)) as { claims: { nodes: Determined[] } };
      const claim = claims.nodes.find(
        ({ measure, actions }) =>
          measure.leadDepartment === '市工信局' &&
          actions.some(({ action, allowed }) => action === 'PUBLICISE' && allowed),
      );
      if (claim === undefined) continue;
      const input = { claim: claim.id, days: 10, commandId: randomUUID() };
      expect(await asked(finance, PUBLICISE, { input })).toEqual({ publiciseClaim: { __typename: 'Claim' } });
      return claim;
    }
    throw new Error('The demo has no claim of Zhangzhou that waits for its publicity.');
  }

  it('can be read without sign-in on a phone, is frozen by an objection, and goes on once that is answered', async () => {
    const { id, enterprise } = await publicised();
    const visitor = await stage.visitor(375);
    // The tables follow the log, and the page asks for nothing by itself.
    do await visitor.goto('/publicity/350600');
    while ((await visitor.getByText(id).count()) === 0);
    await visitor.getByText(enterprise.name).first().waitFor();
    expect(await visitor.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    const clerk = await stage.official('zhangzhou-window-1');
    await clerk.goto(`/claims/${id}/show`);
    await clerk.getByText(/^没有收到异议/).waitFor();
    await clerk.getByRole('button', { name: '登记异议' }).click();
    const entry = clerk.getByRole('dialog');
    await entry.getByLabel('姓名或单位名称').fill('林秋实');
    await entry.getByLabel('联系电话').fill('13900000001');
    await entry.getByLabel('异议内容').fill('该场景已由另一家企业申报');
    await entry.getByRole('button', { name: '登记异议' }).click();
    await clerk.getByText('异议处理中').first().waitFor();
    expect(await clerk.getByText('林秋实').count()).toBe(0);

    let answers: Page | null = null;
    for (const username of ['zhangzhou-review-industry', 'zhangzhou-review-industry-2']) {
      const reviewer = await stage.official(username);
      await reviewer.goto(`/claims/${id}/show`);
      const button = reviewer.getByRole('button', { name: '答复异议' });
      await button.waitFor();
      if (await button.isEnabled()) answers = reviewer;
      else
        await reviewer
          .getByText('此件由您本人审核，异议须由本部门另一名审核人答复；本部门没有的，请系统管理员增设一名审核人。')
          .first()
          .waitFor();
    }
    if (answers === null) throw new Error('Nobody may answer the objection.');
    await answers.getByRole('button', { name: '答复异议' }).click();
    const answer = answers.getByRole('dialog');
    await answer.getByRole('combobox', { name: '答复' }).click();
    await answers.getByRole('option', { name: /不成立/ }).click();
    await answer.getByLabel('理由').fill('经核实，两家企业的场景不同');
    await answer.getByRole('button', { name: '答复异议' }).click();
    // The page goes on to the next claim of the queue where there is one.
    await answers.getByText(/^已答复异议/).waitFor();
    await answers.goto(`/claims/${id}/show`);
    await answers.getByText('经核实，两家企业的场景不同').first().waitFor();
    await answers.getByText('公示中').first().waitFor();
    const auditor = await stage.official('zhangzhou-audit');
    await auditor.goto(`/claims/${id}/show`);
    await auditor.getByText(/^公示内容（/).click();
    await auditor.getByText(/公示名单（日志第 \d+ 号/).waitFor();
    expect(await auditor.getByText(/^[\da-f]{64}$/).count()).toBe(1);

    const eraser = await stage.official('zhangzhou-security-admin');
    await eraser.goto(`/claims/${id}/show`);
    await eraser.getByRole('button', { name: '删除异议人信息' }).click();
    const erasure = eraser.getByRole('dialog');
    await erasure.getByLabel('理由').fill('异议人来函要求删除');
    await erasure.getByRole('button', { name: '删除异议人信息' }).click();
    await eraser.getByText('异议人信息已删除').first().waitFor();
    await eraser.getByText('姓名和电话已删除：异议人来函要求删除').waitFor();
    expect(await eraser.getByRole('button', { name: '删除异议人信息' }).count()).toBe(0);
  });
});
