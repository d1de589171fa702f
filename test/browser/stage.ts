import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { chromiumArguments, chromiumPath } from '@duixian/testing';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Application } from './application.js';

/** Starting may have to play the demo first. */
const START_MS_MAX = 300_000;
const PASSWORD = 'duixian-demo';
const LOGIN =
  'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';

const CHANGED = '千山鸟飞绝万径人踪灭-1';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }';

/** The application and the browser of one spec file, and who sits before the screen in a spec. */
export class Stage {
  private application: Application | null = null;
  private browser: Browser | null = null;
  private contexts: BrowserContext[] = [];
  /** Errors on a console (a breach of the content security policy is one), and exceptions that nobody caught. */
  private complaints: string[] = [];
  /** First administrators who have changed their passwords. */
  private readonly changed = new Set<string>();

  /** Somebody who is not signed in. */
  async visitor(width = 1440, height = 1000, timezoneId = 'Asia/Shanghai'): Promise<Page> {
    if (this.application === null || this.browser === null) throw new Error('The stage is not set.');
    const context = await this.browser.newContext({
      baseURL: this.application.url,
      locale: 'zh-CN',
      timezoneId,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** An official who is signed in and has not opened a page yet. */
  async official(username: string, width = 1440, password = PASSWORD): Promise<Page> {
    return this.signedIn(await this.visitor(width), username, password);
  }

  /** The same, where the clocks of the place show another time than Beijing's. */
  async officialAbroad(username: string, timezoneId: string): Promise<Page> {
    return this.signedIn(await this.visitor(1440, 1000, timezoneId), username, PASSWORD);
  }

  private async signedIn(page: Page, username: string, password: string): Promise<Page> {
    await page.context().request.post('/graphql', { data: { query: LOGIN, variables: { username, password } } });
    return page;
  }

  /**
   * The first administrator of a city that had nobody; his password is shown once, when the application starts, and he
   * changes it before anything else.
   */
  async firstAdministrator(username: string): Promise<Page> {
    if (this.changed.has(username)) return this.official(username, 1440, CHANGED);
    const shown = this.shownPassword(username);
    const page = await this.official(username, 1440, shown);
    const data = { query: CHANGE, variables: { input: { currentPassword: shown, newPassword: CHANGED } } };
    await page.context().request.post('/graphql', { data });
    this.changed.add(username);
    return page;
  }

  /** The password that was printed for an administrator. */
  shownPassword(username: string): string {
    const [, password] = new RegExp(`${username}, password (\\S+)`).exec(this.application?.printed ?? '') ?? [];
    if (password === undefined) throw new Error(`No password was printed for ${username}.`);
    return password;
  }

  async stopApplication(): Promise<void> {
    await this.application?.stop();
  }

  /** Forgets what a spec provoked: of each request that finds no server the browser itself complains. */
  forgiveComplaints(): void {
    this.complaints = [];
  }

  async set(start: () => Promise<Application>): Promise<void> {
    const executablePath = chromiumPath() ?? '';
    this.application = await start();
    this.browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  }

  async clear(): Promise<void> {
    const { contexts, complaints } = this;
    this.contexts = [];
    this.complaints = [];
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  }

  async strike(): Promise<void> {
    await this.browser?.close();
    await this.application?.stop();
  }
}

/** Sets the stage for the specs of a `describe`. After each, no browser may have had anything to complain about. */
export function stageFor(start: () => Promise<Application>): Stage {
  const stage = new Stage();
  beforeAll(() => stage.set(start), START_MS_MAX);
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());
  return stage;
}
