import { randomUUID } from 'node:crypto';
import { withClient } from '@duixian/postgres';
import { DatabaseProxy, testDatabase } from '@duixian/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, submission } from '../spec/bureau.spec.js';
import { mutationText } from '../spec/mutations.spec.js';
import { errorCode } from '../spec/queries.spec.js';

/** What a message to the database contains that appends. */
const APPEND = 'es.append';

let database: string;
let proxy: DatabaseProxy;
let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await DatabaseProxy.before(database);
  api = await Api.on(proxy.url);
  bureau = await Bureau.open(api);
});

afterAll(async () => {
  proxy.open();
  await api.stop();
  await proxy.stop();
});

async function outcomeOf(mutation: string, input: object) {
  const command = { commandId: randomUUID(), ...input };
  const { data, errors } = await api.post(bureau.clerk, mutationText(mutation), { input: command });
  return { code: errors?.[0]?.extensions.code ?? null, answer: data?.[mutation] ?? null };
}

async function claimsOf(uscc: string): Promise<number> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ claims: number }>(
      `select count(*)::int as claims from es.event where tenant = $1 and type = 'ClaimSubmitted' and data ->> 'uscc' = $2`,
      [CITY, uscc],
    );
    return rows[0]?.claims ?? 0;
  });
}

describe('a connection that breaks after the commit', () => {
  it('makes no failure of what was recorded: the log is asked for it', async () => {
    const uscc = await bureau.enterprise();
    const input = submission({ uscc });
    proxy.cutAnswerTo(APPEND);
    const { code, answer } = await outcomeOf('submitClaim', input);
    expect(code).toBeNull();
    expect(answer).toMatchObject({ __typename: 'Claim', status: 'SUBMITTED' });
    expect(await outcomeOf('submitClaim', input)).toEqual({ code: null, answer });
    expect(await claimsOf(uscc)).toBe(1);
  });

  it('is said to be unknown while the log cannot be asked, and takes effect once when it is sent again', async () => {
    const uscc = await bureau.enterprise();
    const input = submission({ uscc });
    proxy.cutAnswerTo(APPEND, 'away');
    expect(await outcomeOf('submitClaim', input)).toEqual({ code: 'UNKNOWN_YET', answer: null });
    proxy.open();
    expect((await outcomeOf('submitClaim', input)).answer).toMatchObject({ status: 'SUBMITTED' });
    expect(await claimsOf(uscc)).toBe(1);
  });
});

describe('a database that goes away between the record and the answer', () => {
  it('makes no failure of what was recorded: the answer says so, and comes whole when it is asked for again', async () => {
    const uscc = await bureau.enterprise();
    const input = submission({ uscc });
    proxy.goAwayAfterAnswerTo(APPEND);
    expect(await outcomeOf('submitClaim', input)).toEqual({ code: 'RECORDED', answer: null });
    proxy.open();
    expect((await outcomeOf('submitClaim', input)).answer).toMatchObject({ status: 'SUBMITTED' });
    expect(await claimsOf(uscc)).toBe(1);
  });
});

describe('an append that the database refused', () => {
  it('is said to be not recorded, and can be sent again', async () => {
    const uscc = await bureau.enterprise();
    const input = submission({ uscc });
    const stop = 'alter table es.event add constraint broken check (false) not valid';
    await withClient(database, (client) => client.query(stop));
    expect(await outcomeOf('submitClaim', input)).toEqual({ code: 'NOT_RECORDED', answer: null });
    await withClient(database, (client) => client.query('alter table es.event drop constraint broken'));
    expect(await claimsOf(uscc)).toBe(0);
    expect((await outcomeOf('submitClaim', input)).answer).toMatchObject({ status: 'SUBMITTED' });
  });
});

describe('tables that cannot follow', () => {
  it('leave the answer of a command as it is, and a list says that it lacks it', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const accept = { claim, commandId: randomUUID() };
    const statusOf = '{ claims(first: 100) { nodes { id status } } }';
    const lists = async () => {
      const { data, extensions } = await api.post(bureau.clerk, statusOf, {});
      const { nodes } = data?.claims as { nodes: { id: string; status: string }[] };
      return { status: nodes.find(({ id }) => id === claim)?.status, behind: extensions?.behind ?? false };
    };
    let before = await lists();
    while (before.behind) before = await lists();
    await withClient(database, async (client) => {
      await client.query('begin');
      await client.query('lock table read.claim in exclusive mode');
      const { data, extensions } = await api.post(bureau.otherClerk, mutationText('acceptClaim'), { input: accept });
      const head = await api.store.head(CITY);
      expect(data?.acceptClaim).toMatchObject({ id: claim, status: 'ACCEPTED' });
      expect(extensions?.position).toBe(head.toString());
      expect(await lists()).toEqual({ status: 'SUBMITTED', behind: true });
      const demanding = `{ claims(atLeast: "${head.toString()}") { nodes { id } } }`;
      expect(await errorCode(api, bureau.clerk, demanding)).toBe('TABLES_BEHIND');
      await client.query('rollback');
    });
    expect(await lists()).toEqual({ status: 'ACCEPTED', behind: false });
    expect(await api.send(bureau.otherClerk, 'acceptClaim', accept)).toMatchObject({ status: 'ACCEPTED' });
  });
});
