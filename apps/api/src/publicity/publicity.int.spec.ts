import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { parse } from 'csv-parse/sync';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { PublicLists } from './public-lists.js';

const CONTACT = { name: '林某某', phone: '0595-8560 1234', email: 'lin@example.cn' };

let api: Api;
let bureau: Bureau;
let url: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  url = await api.app.getUrl();
});

beforeEach(() => {
  api.today(TODAY);
});

afterAll(() => api.stop());

/** As it is now: what is kept for half a minute is left aside. */
async function look(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  await api.caughtUp(CITY);
  api.app.get(PublicLists).forget();
  const response = await fetch(`${url}/publicity${path}`);
  // As it came: a decoder takes the mark of the byte order away.
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  return { status: response.status, text, headers: response.headers };
}

async function named(name: string): Promise<string> {
  const uscc = await bureau.enterprise();
  const proposal = { uscc, kind: 'RENAMED', on: TODAY, name };
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', proposal);
  await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal: changeProposals[0]?.id });
  return uscc;
}

describe('the public page', () => {
  it('shows name, code, clause, amounts by payer, days and whom to call, and no contact, account or paper', async () => {
    const uscc = await bureau.enterprise();
    await bureau.done(bureau.clerk, 'proposeContactChange', { uscc, ...CONTACT });
    const claim = await bureau.publicised({ uscc });
    const { status, text, headers } = await look(`/${CITY}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=30');
    expect(headers.get('set-cookie')).toBeNull();
    for (const shown of [
      claim,
      uscc,
      '算力租用补助',
      '120,000.00',
      '晋江市 60,000.00',
      '2026-08-03 至 2026-08-10',
      '市数据管理局',
      '12345',
    ]) {
      expect(text).toContain(shown);
    }
    const { claim: page } = await ask(
      api,
      bureau.clerk,
      'query ($id: ID!) { claim(id: $id) { evidence { number } payments { id } } }',
      { id: claim },
    );
    const { evidence } = page as { evidence: { number: string }[] };
    for (const hidden of [
      '林',
      '1234<',
      '8560',
      'example.cn',
      '虚构银行',
      '99000000',
      ...evidence.map(({ number }) => number),
    ]) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toContain('<script');
  });

  it('lists a claim until its last day is over, also while it is frozen, and none that was withdrawn', async () => {
    const claim = await bureau.publicised({ uscc: await bureau.enterprise() });
    const gone = await bureau.publicised({ uscc: await bureau.enterprise() });
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: gone, reason: '放弃' });
    const objector = { kind: 'PERSON', name: '陈某某', phone: '0595-8560 0000' };
    const objection = { claim, receivedOn: TODAY, objector, what: '未实际租用算力' };
    await bureau.done(bureau.clerk, 'raiseObjection', objection);
    const { text } = await look(`/${CITY}`);
    expect(text).toContain(claim);
    expect(text).not.toContain(gone);
    // What is objected, and by whom, is nobody's to read here.
    expect(text).not.toMatch(/陈|未实际租用/);
    api.today('2026-08-10');
    expect((await look(`/${CITY}`)).text).toContain(claim);
    api.today('2026-08-11');
    expect((await look(`/${CITY}`)).text).not.toContain(claim);
  });

  it('lets no name become HTML, nor a formula', async () => {
    const names = ['<img src=x onerror=alert(1)>公司', '=HYPERLINK("http://x.cn")公司'] as const;
    for (const name of names) await bureau.publicised({ uscc: await named(name) });
    const { text } = await look(`/${CITY}`);
    expect(text).toContain('&lt;img src=x onerror=alert（1）&gt;公司');
    expect(text).not.toContain('<img');
    const { text: csv } = await look(`/${CITY}.csv`);
    const cells = parse(csv, { bom: true }).flat();
    expect(cells).toContain(`'=HYPERLINK（"http://x.cn"）公司`);
    expect(cells.filter((cell) => /^\s*[=+\-@]/u.test(cell))).toEqual([]);
  });

  it('is empty where nothing is shown, and missing where there is nothing', async () => {
    api.today('2026-08-20');
    const { text } = await look(`/${CITY}`);
    expect(text).toContain('目前没有公示中的事项');
    expect((await look('')).text).toContain(`/publicity/${CITY}`);
    for (const path of [
      '/000000',
      '/350200',
      '/x',
      `/${CITY}?page=0`,
      `/${CITY}?page=2`,
      `/${CITY}/sheet?page=x`,
      '/x.csv',
    ]) {
      expect([path, (await look(path)).status]).toEqual([path, 404]);
    }
  });

  it('is redone by an auditor from the log, by the day and the position that it names', async () => {
    await bureau.publicised({ uscc: await bureau.enterprise() });
    const { text: csv, headers } = await look(`/${CITY}.csv`);
    const sum = createHash('sha256').update(csv).digest('hex');
    const { text: sheet } = await look(`/${CITY}/sheet`);
    expect(sheet).toContain(sum);
    expect(headers.get('x-content-sha256')).toBe(sum);
    const position = /日志第 (\d+) 号/u.exec(sheet)?.[1];
    // What is recorded since, and a day later, changes nothing of it.
    const later = await bureau.publicised({ uscc: await bureau.enterprise() });
    api.today('2026-08-11');
    const auditor = await api.hire('auditor', CITY);
    const query = 'query ($on: Date!, $asOf: AsOf) { publicList(on: $on, asOf: $asOf) { sha256 position entries } }';
    const entries = new Set(parse(csv, { bom: true, from_line: 2 }).map(([claim]) => claim)).size;
    expect(await ask(api, auditor, query, { on: TODAY, asOf: { position } })).toEqual({
      publicList: { sha256: sum, position, entries },
    });
    const now = await ask(api, auditor, query, { on: TODAY });
    expect(now).toMatchObject({ publicList: { entries: entries + 1 } });
    expect(now).not.toMatchObject({ publicList: { sha256: sum } });
    expect(later).not.toBe('');
  });
});

it('an official is shown what the public was shown of a claim, and nothing of one that was not on the list', async () => {
  const claim = await bureau.publicised({ uscc: await bureau.enterprise() });
  const query = `query ($claim: ID!) { publicList(on: "${TODAY}") {
    entry(claim: $claim) { claim amount clause { zh } lines { payer amount } from until office telephone }
  } }`;
  expect(await ask(api, bureau.clerk, query, { claim })).toEqual({
    publicList: {
      entry: {
        ...{ claim, amount: '120000.00', clause: { zh: '算力租用补助' }, from: '2026-08-03', until: '2026-08-10' },
        lines: [
          { payer: '泉州市', amount: '60000.00' },
          { payer: '晋江市', amount: '60000.00' },
        ],
        ...{ office: '市数据管理局', telephone: '12345' },
      },
    },
  });
  const hidden = await bureau.determined({ uscc: await bureau.enterprise() });
  expect(await ask(api, bureau.clerk, query, { claim: hidden.id })).toEqual({ publicList: { entry: null } });
});

describe('a list of ten thousand claims', () => {
  beforeAll(async () => {
    api.today(TODAY);
    const claim = await bureau.publicised({ uscc: await bureau.enterprise() });
    await api.caughtUp(CITY);
    await withClient(api.database, (owner) =>
      owner.query(
        `insert into read.claim
         select (json_populate_record(c, json_build_object('id', c.id || '-' || n))).* from read.claim c, generate_series(1, 10000) n
          where c.tenant = $1 and c.id = $2`,
        [CITY, claim],
      ),
    );
  });

  it('comes in pages of a hundred, as a file whole, and in sheets of a thousand', async () => {
    const first = await look(`/${CITY}`);
    const [, pages = ''] = /第 1 \/ (\d+) 页/u.exec(first.text) ?? [];
    expect(Number(pages)).toBeGreaterThan(100);
    for (const page of ['1', '57', pages]) {
      const { text } = await look(`/${CITY}?page=${page}`);
      const rows = text.match(/<tr><td/gu)?.length ?? 0;
      expect(rows).toBeGreaterThan(0);
      expect(rows).toBeLessThanOrEqual(100);
      expect(text.length).toBeLessThan(200_000);
    }
    const { text: csv } = await look(`/${CITY}.csv`);
    expect(new Set(parse(csv, { bom: true, from_line: 2 }).map(([claim]) => claim)).size).toBeGreaterThan(10_000);
    expect((await look(`/${CITY}/sheet?page=2`)).text.match(/<tr><td/gu)).toHaveLength(1_000);
  });

  it('is made once for all who look at it in the same half minute', async () => {
    const lists = api.app.get(PublicLists);
    await look(`/${CITY}`);
    const [one, ...others] = await Promise.all(Array.from({ length: 20 }, () => lists.present(CITY)));
    for (const other of others) expect(other).toBe(one);
  });
});

it('a network that looks too often is told to wait, and no official with it', async () => {
  const statuses: number[] = [];
  for (let sent = 0; sent < 200 && !statuses.includes(429); sent += 1) {
    const response = await fetch(`${url}/publicity/${CITY}?page=0`);
    await response.text();
    statuses.push(response.status);
    if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(statuses).toContain(429);
  expect(await ask(api, bureau.clerk, '{ me { id } }')).toEqual({ me: { id: bureau.clerk.id } });
});
