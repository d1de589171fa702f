import { expect, it } from '@jest/globals';
import { describeBrowser } from '@duixian/testing';
import type { Page } from 'playwright-core';
import { startDemo } from './demo-city.js';
import { stageFor } from './stage.js';

interface LoggedEvent {
  readonly position: string;
  readonly recordedAt: string;
}

const EVENTS = `query ($after: String, $type: EventType) {
  events(first: 100, after: $after, filter: { type: $type }) {
    nodes { position recordedAt } pageInfo { hasNextPage endCursor }
  }
}`;

/** All events of a type, or of any, the newest first, as the API gives them. */
async function eventsOf(page: Page, type: string | null): Promise<LoggedEvent[]> {
  const found: LoggedEvent[] = [];
  for (let after: string | null = null; ;) {
    const data = { query: EVENTS, variables: { after, type } };
    const response = await page.context().request.post('/graphql', { data });
    const answer = (await response.json()) as {
      data: {
        events: { nodes: LoggedEvent[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };
    const { nodes, pageInfo } = answer.data.events;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

/** A moment as the clocks in Beijing show it, which has no summer time: 2026-11-26T14:30:05. */
function inBeijing(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19);
}

async function lookAt(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: /^截至日志第/ }).click();
  const dialog = page.getByRole('dialog', { name: '查看过去的情况' });
  await dialog.getByLabel(field).fill(value);
  await dialog.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText(/^正在查看过去的情况/).waitFor();
}

describeBrowser('the past', () => {
  const stage = stageFor(startDemo);

  it('is shown by the claims list as of a moment of Beijing time, with nothing to be done, until one goes back', async () => {
    const page = await stage.officialAbroad('quanzhou-window-2', 'America/New_York');
    const submitted = await eventsOf(page, 'ClaimSubmitted');
    const middle = submitted[Math.floor(submitted.length / 2)];
    const second = Math.floor(Date.parse(middle?.recordedAt ?? '') / 1000) * 1000;
    // Texts, since a date of JavaScript drops the microseconds.
    const byThen = submitted.filter(
      ({ recordedAt }) => recordedAt <= new Date(second).toISOString().replace('Z', '000Z'),
    ).length;
    expect(byThen).toBeLessThan(submitted.length);
    await page.goto('/claims');
    await page.getByText(`共 ${submitted.length} 条`).waitFor();
    await page.getByRole('link', { name: '新申报' }).waitFor();

    await lookAt(page, '截至时间（北京时间）', inBeijing(second));
    await page.getByText(`共 ${byThen} 条`).waitFor();
    await page.getByText(inBeijing(second).replace('T', ' '), { exact: false }).first().waitFor();
    expect(await page.getByRole('link', { name: '新申报' }).count()).toBe(0);

    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '申报事实' }).waitFor();
    await page.getByText(/^正在查看过去的情况/).waitFor();
    expect(await page.getByRole('heading', { name: '办理', exact: true }).count()).toBe(0);

    await page.getByRole('menuitem', { name: '申报件' }).click();
    await page.getByText(`共 ${byThen} 条`).waitFor();
    await page.getByRole('button', { name: '回到当前' }).click();
    await page.getByText(`共 ${submitted.length} 条`).waitFor();
    expect(await page.getByText(/^正在查看过去的情况/).count()).toBe(0);
  });

  it('is shown by the page of a claim as of a position: open there what is done by now', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto(`/claims?filter=${encodeURIComponent(JSON.stringify({ status: ['PAID'] }))}`);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: '申报事实' }).waitFor();
    const claim = /claims\/([^/]+)\/show/.exec(page.url())?.[1] ?? '';
    const query = 'query ($claim: ID!) { claim(id: $claim) { timeline { position type } } }';
    const response = await page.context().request.post('/graphql', { data: { query, variables: { claim } } });
    const { data } = (await response.json()) as {
      data: { claim: { timeline: { position: string; type: string }[] } };
    };
    const submission = data.claim.timeline.find(({ type }) => type === 'ClaimSubmitted')?.position ?? '';

    await lookAt(page, '或：截至日志序号', submission);
    await page.getByText('已申报').first().waitFor();
    expect(await page.getByText('已拨付', { exact: true }).count()).toBe(1);
    expect(page.url()).toContain(`asOf=${submission}`);

    await page.getByRole('button', { name: '回到当前' }).click();
    await page.locator('h1').getByText('已拨付').or(page.getByText('已拨付').first()).first().waitFor();
  });

  it('is shown by the dashboard without what is known of the present alone', async () => {
    const page = await stage.official('quanzhou-audit');
    const verification = page.getByRole('heading', { name: '记录校验' });
    await page.goto('/');
    await verification.waitFor();

    await lookAt(page, '或：截至日志序号', '20');
    await verification.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '最近发生' }).waitFor();
  });

  it('says so of a position that is yet to come', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/payments?asOf=999999999');
    await page.getByText('该时点尚未到来').waitFor();
    stage.forgiveComplaints();
  });

  it('is not told of a page that has none: it says that it shows the present', async () => {
    const page = await stage.official('quanzhou-audit');
    await page.goto('/users?asOf=20');
    await page.getByText('本页显示的是当前情况；其他页面截至日志第 20 号').waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('button', { name: /^截至日志第/ }).count()).toBe(0);
  });

  it('is told in Beijing time wherever the browser is', async () => {
    const page = await stage.officialAbroad('quanzhou-audit', 'America/New_York');
    const [newest] = await eventsOf(page, 'ClaimSubmitted');
    const filter = encodeURIComponent(JSON.stringify({ type: 'ClaimSubmitted' }));
    await page.goto(`/events?filter=${filter}`);
    const row = page
      .locator('tbody tr')
      .filter({ hasText: newest?.position ?? '' })
      .first();

    await row.getByText(inBeijing(Date.parse(newest?.recordedAt ?? '')).replace('T', ' ')).waitFor();
  });
});
