import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLICIES_DIR } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, freshEvidence, submission, TODAY } from '../spec/bureau.spec.js';
import { ask, type Data } from '../spec/queries.spec.js';

const FIXTURE = fileURLToPath(new URL('../../../../libs/policy-files/fixtures/yunchuan-2025-3', import.meta.url));
const LATER = '2026-08-13';

interface List {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
}

async function list(api: Api, official: Official, field: string, filter: string): Promise<readonly string[]> {
  const answer = (
    await ask(api, official, `{ ${field}(first: 100, filter: { ${filter} }) { nodes { id } totalCount } }`)
  )[field] as List;
  expect(answer.totalCount).toBe(answer.nodes.length);
  return answer.nodes.map(({ id }) => id);
}

/** What is refused of a new account, and how; null when it is proposed. */
async function opening(api: Api, administrator: Official, division: string, department: string | null) {
  const input = {
    commandId: randomUUID(),
    username: `a${randomUUID().slice(0, 8)}`,
    displayName: '陈墨',
    division,
    department,
    roles: ['REVIEWER'],
    reason: '新到岗',
  };
  const text = `mutation ($input: OpenAccountInput!) { openAccount(input: $input) { __typename
    ... on InvalidInput { problems { field message { zh en } } } } }`;
  const { problems = [] } = (await ask(api, administrator, text, { input })).openAccount as {
    readonly problems?: readonly {
      readonly field: string;
      readonly message: { readonly zh: string; readonly en: string };
    }[];
  };
  return problems[0] ?? null;
}

describe('a development zone with a treasury of its own', () => {
  const ZONE = '350591';
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  it('has enterprises, and pays its share of what they are granted', async () => {
    const window = await api.hire('clerk', ZONE);
    const uscc = await bureau.enterprise(ZONE);
    const { id } = await bureau.done(window, 'submitClaim', submission({ uscc }));
    expect(await list(api, window, 'claims', 'waitingForMe: true')).toEqual([]);
    expect(await list(api, await api.hire('clerk', ZONE), 'claims', 'waitingForMe: true')).toEqual([id]);
    expect(await list(api, await api.hire('clerk', '350521'), 'claims', 'waitingForMe: true')).toEqual([]);
    expect(await list(api, bureau.clerk, 'claims', `division: "${ZONE}"`)).toEqual([id]);

    const instructed = await bureau.instructed({ uscc: await bureau.enterprise(ZONE) });
    const payments = await list(api, bureau.finance, 'payments', `claim: "${instructed.id}"`);
    const treasury = await api.hire('treasury', ZONE);
    const [own = ''] = await list(api, treasury, 'payments', 'waitingForMe: true');
    expect(payments).toContain(own);
    const confirmation = { payment: own, attempt: 1, bankReference: 'TZQ-20260813-1', paidOn: LATER };
    expect(await bureau.done(treasury, 'confirmPayment', confirmation)).toMatchObject({ status: 'PAID' });
  });

  it('has officials, as the city and its counties have', async () => {
    const system = await api.hire('system-administrator', CITY);
    expect(await opening(api, system, ZONE, '经济发展局')).toBeNull();
    expect(await opening(api, system, CITY, '市科技局')).toBeNull();
    expect(await opening(api, system, '350599', '市科技局')).toMatchObject({ field: 'division' });
    expect(await opening(api, system, '350602', '市科技局')).toMatchObject({ field: 'division' });
    expect(await opening(api, system, CITY, '市数据管里局')).toMatchObject({
      field: 'department',
      message: { zh: expect.stringContaining('“市数据管理局”'), en: expect.stringContaining('write 市数据管理局') },
    });
  });

  it('is assessed like a county, where a code that nobody lists and the city itself are refused', async () => {
    const simulate = async (division: string) => {
      const query = `{ simulate(input: { measure: "quanzhou-2024-7/2", year: 2025, occurredOn: "2025-12-31",
        division: "${division}", facts: { serviceFee: "400000.00" } }) {
        ... on Assessment { lines { payer { name } amount } } ... on InvalidCase { message { en } } } }`;
      return (await ask(api, bureau.clerk, query)).simulate;
    };
    expect(await simulate(ZONE)).toEqual({
      lines: [
        { payer: { name: '泉州市' }, amount: '60000.00' },
        { payer: { name: '泉州台商投资区' }, amount: '60000.00' },
      ],
    });
    expect(await simulate('350599')).toEqual({
      message: { en: expect.stringContaining('no division or zone 350599') },
    });
    expect(await simulate(CITY)).toEqual({ message: { en: expect.stringContaining('the code of the city itself') } });
  });

  it('is listed with its city, with what it is and since when', async () => {
    const query = `{ divisions(under: "350600", on: "2026-03-02") { code name level kind parent from to successor }
      all: divisions(under: "350600") { code name from to successor } }`;
    const { divisions, all } = (await ask(api, bureau.clerk, query)) as { divisions: Data[]; all: Data[] };
    expect(divisions).toContainEqual({
      code: '350690',
      name: '古雷港经济开发区',
      level: 'COUNTY',
      kind: 'ZONE',
      parent: '350600',
      from: null,
      to: null,
      successor: null,
    });
    expect(divisions.map(({ code }) => code)).not.toContain('350681');
    expect(all).toContainEqual({ code: '350681', name: '龙海市', from: null, to: '2021-02-02', successor: '350604' });
  });
});

describe('a division that is merged into another, and a department that goes on with the work of another', () => {
  const OLD = '350592';
  const NEW = '350505';
  let folder: string;
  let api: Api;
  let bureau: Bureau;
  /** A bank's reference that settled a payment of the treasury before it was merged. */
  const USED = 'QG-20260813-0';
  let merged: string;
  let returned: string;
  let waiting: string;
  let reviewing: string;
  let uscc: string;
  let formerTreasury: Official;
  let formerReviewer: Official;

  function city(zone: string, departments = ''): void {
    writeFileSync(
      join(folder, 'cities', `${CITY}.yaml`),
      `city: '${CITY}'\nzones:\n  - { code: '${OLD}', name: 滨海工业园, source: 虚构${zone} }\n${departments}`,
    );
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duixian-merged-'));
    cpSync(POLICIES_DIR, folder, { recursive: true });
    const database = await testDatabase();
    const settings = { DUIXIAN_POLICIES_DIR: folder };
    city('');
    api = await Api.on(database, 'both', settings);
    bureau = await Bureau.open(api);
    const instructed = await bureau.instructed({ uscc: await bureau.enterprise(OLD) });
    merged = instructed.id;
    const settled = await bureau.instructed({ uscc: await bureau.enterprise(OLD) });
    const paid = { payment: `${settled.id}-${OLD}`, attempt: 1, bankReference: USED, paidOn: LATER };
    api.today(LATER);
    await bureau.done(await bureau.treasury(OLD), 'confirmPayment', paid);
    returned = (await bureau.instructed({ uscc: await bureau.enterprise(OLD) })).id;
    await bureau.instructed({ uscc: await bureau.enterprise(NEW) });
    api.today(TODAY);
    uscc = await bureau.enterprise(OLD);
    waiting = await bureau.submitted({ uscc });
    reviewing = await bureau.accepted({ uscc: await bureau.enterprise() });
    formerTreasury = await api.hire('treasury', OLD);
    formerReviewer = await bureau.reviewer();
    await api.stop();

    city(
      `, to: 2026-08-10, successors: ['${NEW}']`,
      'departments:\n  - { name: 市数据局, from: 2026-08-10, follows: [市数据管理局] }\n',
    );
    api = await Api.on(database, 'both', settings);
    api.today(LATER);
  });

  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  it('has its open payments paid by the treasury of the successor', async () => {
    const treasury = await api.hire('treasury', NEW);
    const open = await list(api, treasury, 'payments', 'waitingForMe: true');
    const payment = `${merged}-${OLD}`;
    expect(open).toHaveLength(3);
    expect(open).toEqual(expect.arrayContaining([payment, `${returned}-${OLD}`]));
    expect(await list(api, formerTreasury, 'payments', 'waitingForMe: true')).toEqual(open);
    expect(await list(api, await api.hire('treasury', '350502'), 'payments', 'waitingForMe: true')).toEqual([]);
    expect(await list(api, treasury, 'payments', `payer: "${NEW}"`)).toEqual(expect.arrayContaining([...open]));

    const used = { payment, attempt: 1, bankReference: USED, paidOn: LATER };
    expect(await api.send(treasury, 'confirmPayment', used)).toMatchObject({ code: 'BANK_REFERENCE_USED' });
    const confirmation = { payment, attempt: 1, bankReference: 'QG-20260813-1', paidOn: LATER };
    expect(await api.send(treasury, 'confirmPayment', confirmation)).toMatchObject({ status: 'PAID' });
  });

  it('has what came back instructed again, and paid by the treasury of the successor', async () => {
    const treasury = await api.hire('treasury', NEW);
    const payment = `${returned}-${OLD}`;
    const back = { payment, attempt: 1, reason: '账户已销户' };
    expect(await api.send(treasury, 'recordBankReturn', back)).toMatchObject({ status: 'RETURNED' });
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      status: 'INSTRUCTED',
    });
    const confirmation = { payment, attempt: 2, bankReference: 'QG-20260813-2', paidOn: LATER };
    expect(await api.send(treasury, 'confirmPayment', confirmation)).toMatchObject({ status: 'PAID' });
  });

  it('is one treasury on the dashboard, under the name of the successor', async () => {
    const query = '{ dashboard { treasuries { payer { code name } reserved paid } totals { reserved paid } } }';
    const { dashboard } = await ask(api, await api.hire('auditor', CITY), query);
    const { treasuries } = dashboard as { treasuries: { payer: Data; reserved: string; paid: string }[] };
    // Each of the four claims pays 60,000 from its county; three of them are paid.
    expect(treasuries.map(({ payer, ...sums }) => ({ ...payer, ...sums }))).toEqual([
      { code: CITY, name: '泉州市', reserved: '240000.00', paid: '0.00' },
      { code: NEW, name: '泉港区', reserved: '60000.00', paid: '180000.00' },
    ]);
  });

  it('has its open claims dealt with by the window of the successor, and found there', async () => {
    const clerk = await api.hire('clerk', NEW);
    expect(await list(api, clerk, 'claims', 'waitingForMe: true')).toContain(waiting);
    expect(await list(api, clerk, 'claims', `division: "${NEW}"`)).toEqual(expect.arrayContaining([waiting, merged]));
    const found = await ask(api, clerk, `{ enterprises(filter: { division: "${NEW}" }) { nodes { uscc } } }`);
    expect(found).toMatchObject({ enterprises: { nodes: expect.arrayContaining([{ uscc }]) } });
    expect(await api.send(clerk, 'acceptClaim', { claim: waiting })).toMatchObject({ status: 'ACCEPTED' });
  });

  it('stands for old matters under its old name, and for new ones under its new', async () => {
    const clerk = await api.hire('clerk', NEW);
    const submit = async (occurredOn: string) => {
      const year = Number(occurredOn.slice(0, 4));
      const evidence = freshEvidence(undefined, occurredOn);
      const stated = submission({ uscc, occurredOn, year, evidence });
      const { id } = await api.send(clerk, 'submitClaim', stated);
      const query = `{ claim(id: "${id}") { division { code name } } }`;
      return ((await ask(api, clerk, query)).claim as { division: unknown }).division;
    };
    expect(await submit('2026-08-09')).toEqual({ code: OLD, name: '滨海工业园' });
    expect(await submit('2026-08-10')).toEqual({ code: NEW, name: '泉港区' });
  });

  it('takes no new enterprise, and says where it goes', async () => {
    const clerk = await api.hire('clerk', NEW);
    const input = { uscc: usccOf(OLD, 900), name: '青石智算科技新办有限公司（虚构）', division: OLD };
    expect(await api.send(clerk, 'registerEnterprise', input)).toMatchObject({
      code: 'INVALID_INPUT',
      message: { zh: expect.stringContaining('泉港区 350505') },
    });
    const system = await api.hire('system-administrator', CITY);
    expect(await opening(api, system, OLD, null)).toMatchObject({
      field: 'division',
      message: { en: expect.stringContaining('no longer in force since 2026-08-10: state 泉港区 350505') },
    });
  });

  it('has the claims of the former department reviewed by the one that goes on with its work', async () => {
    const reviewer = await api.hire('reviewer', CITY, '市数据局');
    const queue = await list(api, reviewer, 'claims', 'waitingForMe: true');
    expect(queue).toContain(reviewing);
    expect(await list(api, formerReviewer, 'claims', 'waitingForMe: true')).toContain(reviewing);
    expect(await list(api, await api.hire('reviewer', CITY, '市科技局'), 'claims', 'waitingForMe: true')).toEqual([]);
    const { dashboard } = await ask(api, reviewer, '{ dashboard { waiting { action count } } }');
    expect(dashboard).toMatchObject({
      waiting: expect.arrayContaining([{ action: 'REVIEW', count: queue.length }]),
    });
    const review = { claim: reviewing, opinion: '属实', agreedAmount: null };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({ status: 'REVIEWED' });
  });

  it('offers and takes only departments that are there', async () => {
    const system = await api.hire('system-administrator', CITY);
    expect(await opening(api, system, CITY, '市数据局')).toBeNull();
    expect(await opening(api, system, CITY, '市数据管理局')).toMatchObject({
      field: 'department',
      message: {
        zh: expect.stringContaining('“市数据管理局”已于2026-08-10撤销，请填写“市数据局”'),
        en: expect.stringContaining('no longer there since 2026-08-10: write 市数据局'),
      },
    });
    const query = `{ now: departments(division: "${CITY}", on: "${LATER}") { name }
      all: departments(division: "${CITY}") { name from to successor } }`;
    const { now, all } = (await ask(api, system, query)) as { now: Data[]; all: Data[] };
    expect(now).toContainEqual({ name: '市数据局' });
    expect(now).not.toContainEqual({ name: '市数据管理局' });
    expect(all).toContainEqual({ name: '市数据管理局', from: null, to: '2026-08-10', successor: '市数据局' });
  });
});

describe('a city without counties', () => {
  const DONGGUAN = '441900';
  let folder: string;
  let api: Api;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duixian-dongguan-'));
    cpSync(FIXTURE, join(folder, 'yunchuan-2025-3'), { recursive: true });
    const file = join(folder, 'yunchuan-2025-3', 'policy.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll("'3599", "'4419"));
    api = await Api.start({ DUIXIAN_POLICIES_DIR: folder });
  });

  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  it('registers, takes claims, determines and pays by itself alone', async () => {
    const bureau = await Bureau.open(api, DONGGUAN, DONGGUAN);
    const uscc = await bureau.enterprise();
    const measure = 'yunchuan-2025-3/1';
    const stated = { uscc, measure, facts: { serviceFee: '400000.00' }, subject: null, evidence: freshEvidence() };
    const { id } = await bureau.instructed(stated);
    const treasury = await bureau.treasury(DONGGUAN);
    const payments = await list(api, treasury, 'payments', 'waitingForMe: true');
    expect(payments).toHaveLength(1);
    const query = `{ claim(id: "${id}") { determination { amount lines { payer { code name } amount } } } }`;
    expect(await ask(api, treasury, query)).toEqual({
      claim: {
        determination: {
          amount: '120000.00',
          lines: [{ payer: { code: DONGGUAN, name: '东莞市' }, amount: '120000.00' }],
        },
      },
    });
    const confirmation = { payment: payments[0], attempt: 1, bankReference: 'DG-1', paidOn: LATER };
    expect(await bureau.done(treasury, 'confirmPayment', confirmation)).toMatchObject({ status: 'PAID' });
  });
});
