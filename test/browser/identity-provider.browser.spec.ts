import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from '@jest/globals';
import { describeBrowser, testDatabase } from '@duixian/testing';
import { TestIdentityProvider } from '@duixian/testing/identity-provider';
import type { Page } from 'playwright-core';
import { Application } from './application.js';
import { stageFor } from './stage.js';

const ADMINISTRATOR = 'first.administrator';
const OWN = '千山鸟飞绝万径人踪灭-1';

describeBrowser('an identity provider', () => {
  const provider = new TestIdentityProvider();
  let folder = '';

  const stage = stageFor(async () => {
    await provider.start();
    provider.people.set('employee-1', { groups: ['it'] });
    provider.people.set('employee-2', { groups: ['it'] });
    folder = await mkdtemp(join(tmpdir(), 'duixian-offices-'));
    const offices = join(folder, 'offices.yaml');
    await writeFile(offices, `offices: [{ group: it, role: system-administrator, division: '350500' }]`);
    const port = await freePort();
    return Application.start({
      PORT: `${port}`,
      DATABASE_URL: await testDatabase(),
      DUIXIAN_ADMINISTRATORS: `350500:system:${ADMINISTRATOR},350500:security:second.person,350500:audit:third.person`,
      DUIXIAN_SECOND_FACTOR: 'off',
      DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      DUIXIAN_OIDC_ISSUER: provider.issuer,
      DUIXIAN_OIDC_CLIENT_ID: provider.clientId,
      DUIXIAN_OIDC_CLIENT_SECRET: provider.clientSecret,
      DUIXIAN_OIDC_PUBLIC_URL: `http://127.0.0.1:${port}`,
      DUIXIAN_OIDC_OFFICES: offices,
      DUIXIAN_OIDC_NAME: '闽政通',
    });
  });

  afterAll(async () => {
    await provider.stop();
    await rm(folder, { recursive: true });
  });

  it('signs in whoever has linked his identity to his account, and says to anybody else what to do', async () => {
    const page = await stage.firstAdministrator(ADMINISTRATOR);
    await page.goto('/account');
    await page.getByRole('button', { name: '绑定统一身份' }).click();
    await page.getByRole('button', { name: '验证并前往闽政通' }).waitFor();
    await page.getByLabel('当前密码').last().fill(OWN);
    await page.getByRole('button', { name: '验证并前往闽政通' }).click();
    await proveAs(page, 'employee-1');
    await page.getByRole('alert').getByText('统一身份已绑定').waitFor();

    const later = await stage.visitor();
    await later.goto('/login');
    await later.getByRole('link', { name: '用闽政通登录' }).click();
    await proveAs(later, 'employee-1');
    await later.getByRole('menuitem', { name: '用户' }).waitFor();

    const stranger = await stage.visitor();
    await stranger.goto('/login');
    await stranger.getByRole('link', { name: '用闽政通登录' }).click();
    await proveAs(stranger, 'employee-2');
    await stranger.getByRole('alert').getByText('尚未绑定本系统账号').waitFor();

    await page.getByRole('button', { name: '解除绑定' }).click();
    await page.getByLabel('当前密码').last().fill(OWN);
    await page.getByRole('button', { name: '解除绑定' }).click();
    await page.getByText('尚未绑定。绑定后可用闽政通登录').waitFor();
  });
});

async function proveAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The provider is told where to send people back before the application listens there. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
