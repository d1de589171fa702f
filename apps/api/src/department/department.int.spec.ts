import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { testDatabase } from '@duixian/testing';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY } from '../spec/bureau.spec.js';
import { ask, type Data } from '../spec/queries.spec.js';

const OLD = '市数据管理局';
const NEW = '市数据局';
const OTHER = '市工信局';
const DOCUMENT = '泉委编〔2026〕3号';
/** The city's table of routes holds by then. */
const START = '2026-11-05';
const DAY = '2026-11-10';
const EVE = '2026-11-09';
const LATER = '2026-11-13';

let database: string;
let api: Api;
let bureau: Bureau;
let system: Official;
let otherSystem: Official;
let security: Official;
let former: Official;
let waiting: string;
let other: string;
/** Goes by several departments, by its table. */
let routed: string;

beforeAll(async () => {
  database = await testDatabase();
  api = await Api.on(database, 'both');
  bureau = await Bureau.open(api, CITY, COUNTY, START);
  system = await api.hire('system-administrator', CITY);
  otherSystem = await api.hire('system-administrator', CITY);
  security = await api.hire('security-administrator', CITY);
  former = await bureau.reviewer();
  waiting = await bureau.accepted({ uscc: await bureau.enterprise() });
  other = await bureau.accepted({ uscc: await bureau.enterprise() });
  const laboratory = { measure: 'quanzhou-2024-7/8.1', facts: { level: 'provincial' }, subject: '智能计算实验室' };
  routed = await bureau.accepted({ uscc: await bureau.enterprise(), ...laboratory });
});

afterAll(() => api.stop());

function propose(change: object, by = system): Promise<Answer> {
  const stated = { kind: 'RENAMED', division: CITY, name: OLD, successor: NEW, from: DAY, document: DOCUMENT };
  return api.send(by, 'proposeDepartmentChange', { ...stated, ...change });
}

function answer(by: Official, kind: 'agreeTo' | 'withdraw', proposal: string): Promise<Answer> {
  return api.send(by, `${kind}DepartmentChange`, { proposal });
}

function refuse(by: Official, proposal: string): Promise<Answer> {
  return api.send(by, 'refuseDepartmentChange', { proposal, reason: '文件尚未印发' });
}

async function queue(official: Official): Promise<readonly string[]> {
  const { claims } = await ask(
    api,
    official,
    '{ claims(first: 100, filter: { waitingForMe: true }) { nodes { id } } }',
  );
  return (claims as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
}

async function named(on?: string): Promise<readonly Data[]> {
  const at = on === undefined ? '' : `, on: "${on}"`;
  const query = `{ departments(division: "${CITY}"${at}) { name from to successor } }`;
  return (await ask(api, system, query)).departments as Data[];
}

async function changes(asOf = ''): Promise<readonly Data[]> {
  const query = `{ departmentChanges${asOf} { id standing name successor from answeredBy canAgree canRefuse canWithdraw } }`;
  return (await ask(api, system, query)).departmentChanges as Data[];
}

describe('a department that is renamed from a day to come', () => {
  let proposal: string;

  it('is proposed by one administrator and agreed to by another, of whom one is of security', async () => {
    const before = await ask(api, system, '{ readState { position } }');
    const proposed = await propose({});
    expect(proposed).toMatchObject({ standing: 'OPEN', canAgree: false, canWithdraw: true });
    proposal = proposed.id;
    expect(await propose({ kind: 'MERGED', successor: OTHER })).toMatchObject({ code: 'PROPOSAL_OPEN' });
    expect(await answer(system, 'agreeTo', proposal)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await answer(otherSystem, 'agreeTo', proposal)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await named(LATER)).toContainEqual({ name: OLD, from: null, to: null, successor: null });

    expect(await answer(security, 'agreeTo', proposal)).toMatchObject({ standing: 'WAITING', canRefuse: true });

    expect(await changes()).toMatchObject([{ id: proposal, standing: 'WAITING' }]);
    const { position } = before.readState as { position: string };
    expect(await changes(`(asOf: { position: "${position}" })`)).toEqual([]);
  });

  it('is what it was until that day, and its successor from then on, for claims, accounts and names', async () => {
    const successor = await api.hire('reviewer', CITY, NEW);
    expect(await queue(successor)).toEqual([]);
    expect(await queue(former)).toEqual(expect.arrayContaining([waiting, other]));

    api.today(LATER);
    expect(await queue(successor)).toEqual(expect.arrayContaining([waiting, other]));
    expect(await queue(former)).toEqual(expect.arrayContaining([waiting, other]));
    expect(await queue(await api.hire('reviewer', CITY, OTHER))).not.toContain(waiting);
    expect(await queue(successor)).toContain(routed);
    const query = `{ claim(id: "${routed}") { nextStep { zh } route { steps { key department } } } }`;
    expect((await ask(api, successor, query)).claim).toEqual({
      nextStep: { zh: expect.stringContaining('泉州市数据局') },
      route: { steps: expect.arrayContaining([{ key: 'data', department: NEW }]) },
    });
    const review = { claim: waiting, opinion: '属实', agreedAmount: null };
    expect(await api.send(successor, 'reviewClaim', review)).toMatchObject({ status: 'REVIEWED' });

    expect(await named(EVE)).toContainEqual({ name: OLD, from: null, to: DAY, successor: NEW });
    expect(await named(LATER)).not.toContainEqual(expect.objectContaining({ name: OLD }));
    expect(await named(LATER)).toContainEqual({ name: NEW, from: DAY, to: null, successor: null });
    const input = { username: 'chenmo', displayName: '陈墨', division: CITY, department: OLD, roles: ['REVIEWER'] };
    expect(await api.send(system, 'openAccount', { ...input, reason: '新到岗' })).toMatchObject({
      message: { zh: expect.stringContaining(`“${OLD}”已于${DAY}撤销，请填写“${NEW}”`) },
    });
  });

  it('cannot be taken back once it holds, and is merged into another from then on', async () => {
    expect(await answer(system, 'withdraw', proposal)).toMatchObject({ code: 'ALREADY_DECIDED' });
    const merged = await propose({ kind: 'MERGED', name: NEW, successor: OTHER, from: LATER }, security);
    expect(await answer(otherSystem, 'agreeTo', merged.id)).toMatchObject({ standing: 'IN_FORCE' });

    expect(await queue(await api.hire('reviewer', CITY, OTHER))).toContain(other);
    expect(await queue(former)).toContain(other);
  });

  it('is known to a process that starts', async () => {
    await api.stop();
    api = await Api.on(database, 'both');
    api.today(LATER);

    expect(await named(LATER)).not.toContainEqual(expect.objectContaining({ name: NEW }));
    expect(await queue(await api.hire('reviewer', CITY, OTHER))).toContain(other);
  });
});

describe('what is proposed of a department', () => {
  it('can be stopped until its day, by another or by its proposer', async () => {
    api.today(START);
    const of = { kind: 'ESTABLISHED', successor: null, division: COUNTY };
    const taken = await propose({ ...of, name: '市低空经济办' });
    expect(await answer(otherSystem, 'withdraw', taken.id)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await answer(system, 'withdraw', taken.id)).toMatchObject({ standing: 'WITHDRAWN' });

    const refused = await propose({ ...of, name: '市低空经济办' });
    await answer(security, 'agreeTo', refused.id);
    const next = await propose({
      kind: 'RENAMED',
      division: COUNTY,
      name: '市低空经济办',
      successor: '市航空办',
      from: LATER,
    });
    expect(await refuse(security, refused.id)).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await answer(system, 'withdraw', next.id)).toMatchObject({ standing: 'WITHDRAWN' });
    expect(await refuse(security, refused.id)).toMatchObject({ standing: 'REFUSED' });
    expect(await propose({ ...of, name: '市低空经济办' })).toMatchObject({ standing: 'OPEN' });
  });

  it.each<[string, object, string, RegExp]>([
    ['a division of another city', { division: '350602' }, 'division', /另选/],
    ['a department that nobody has', { name: '市数据管里局' }, 'name', /没有这个部门/],
    ['a new name that another has', { name: OTHER, successor: '市科技局' }, 'successor', /已在使用/],
    ['a merger into itself', { kind: 'MERGED', name: OTHER, successor: OTHER }, 'successor', /自身/],
    ['a successor of what ends', { kind: 'ENDED', name: OTHER, successor: NEW }, 'successor', /请留空/],
    ['the end of one that leads clauses', { kind: 'ENDED', name: OTHER, successor: null }, 'name', /并入/],
    ['a day years ahead', { name: OTHER, from: '2030-01-01' }, 'from', /一年/],
    ['no document', { name: OTHER, document: ' ' }, 'document', /填写/],
    ['one that is no more', { name: NEW, from: '2026-12-01' }, 'name', /市工信局/],
  ])('names what is wrong: %s', async (_, change, field, message) => {
    expect(await propose({ ...change, commandId: randomUUID() })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
      message: { zh: expect.stringMatching(message) },
    });
  });
});
