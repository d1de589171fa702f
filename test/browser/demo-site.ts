import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromiumArguments, chromiumPath, testDatabase } from '@duixian/testing';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const password = 'duixian-demo';

/** The whole system as `npm start` runs it, over the demo, and a browser to use it with. */
export class DemoSite {
  /** What a page wrote to the console as an error, or threw. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly url: string,
  ) {}

  static async open(): Promise<DemoSite> {
    const env = {
      ...process.env,
      DATABASE_URL: await testDatabase(),
      DUIXIAN_DEMO: 'true',
      PORT: '0',
      DUIXIAN_LOG_LEVEL: 'error',
    };
    const server = spawn(process.execPath, ['apps/api/dist/main.js'], { cwd: root, env });
    const url = await addressOf(server);
    const browser = await chromium.launch({
      executablePath: chromiumPath() ?? '',
      args: [...chromiumArguments],
    });
    return new DemoSite(server, browser, url);
  }

  /** A page of a visitor who is not signed in. */
  async visitor(width = 1440): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: 'zh-CN',
      viewport: { width, height: 900 },
    });
    context.setDefaultTimeout(30_000);
    return this.watched(context);
  }

  /** A page of an official of the demo. */
  async official(username: string, width = 1440): Promise<Page> {
    const page = await this.visitor(width);
    const query =
      'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';
    await page.context().request.post('/graphql', { data: { query, variables: { username, password } } });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    const ended = once(this.server, 'exit');
    this.server.kill('SIGTERM');
    await ended;
  }

  private async watched(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    return page;
  }
}

/** Where the server says that it can be reached, once it has played the demo. */
function addressOf(server: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const look = (text: string) => {
      output += text;
      const address = /Duixian is at (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.setEncoding('utf8').on('data', look);
    server.stderr?.setEncoding('utf8').on('data', look);
    server.once('exit', () => reject(new Error(`The server ended before it could be reached:\n${output}`)));
  });
}
