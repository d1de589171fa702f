import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { ReadModel } from '../log/read-model.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY_RENTAL, OTHER_COUNTY, RENTAL, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const UNTIL = '2026-08-20';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

/** Who is away, and who stands in; of the window. */
async function pair(change: object = {}): Promise<{ absent: Official; deputy: Official; delegation: string }> {
  const [absent, deputy] = [await api.hire('clerk', CITY), await api.hire('clerk', CITY)];
  return { absent, deputy, delegation: await delegated(absent, deputy, change) };
}

async function delegated(absent: Official, deputy: Official, change: object = {}): Promise<string> {
  const input = { to: deputy.id, from: TODAY, until: UNTIL, reason: '出差', ...change };
  return (await bureau.done(absent, 'giveDelegation', input)).id;
}

async function refusal(by: Official, mutation: string, input: object): Promise<unknown> {
  const { code = null, field = null } = (await api.send(by, mutation, input)) as { code?: string; field?: string };
  return { code, field };
}

const assign = (by: Official, claim: string, to: Official) =>
  bureau.done(by, 'assignClaims', { claims: [claim], to: to.id });

const submitted = async (): Promise<string> => bureau.submitted({ uscc: await bureau.enterprise() });

async function listed(as: Official, assigned: string): Promise<string[]> {
  const query = 'query ($f: ClaimFilter) { claims(first: 100, filter: $f) { totalCount nodes { id } } }';
  const { claims } = await ask(api, as, query, { f: { assigned } });
  const { nodes, totalCount } = claims as { nodes: { id: string }[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

async function delegations(as: Official, filter: object = {}): Promise<object[]> {
  const query = `query ($f: DelegationFilter) { delegations(first: 100, filter: $f) {
    totalCount nodes { id standing canEnd official { userId } deputy { userId } measures { id } endReason endedBy { userId } } } }`;
  const { delegations: found } = await ask(api, as, query, { f: filter });
  const { nodes, totalCount } = found as { nodes: object[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

async function lastFor(claim: string): Promise<unknown> {
  const { events } = await api.store.readStream(CITY, claimStream(claim));
  return events.at(-1)?.meta.onBehalfOf ?? null;
}

describe('what somebody looks after who is away', () => {
  it('is in the queue of who stands in, and what he does of it says for whom', async () => {
    const { absent, deputy, delegation } = await pair();
    const claim = await submitted();
    await assign(bureau.clerk, claim, absent);
    expect(await listed(deputy, 'STOOD_IN')).toEqual([claim]);
    expect(await listed(deputy, 'MINE')).toEqual([]);
    expect(await listed(absent, 'STOOD_IN')).toEqual([]);
    const page = 'query ($id: ID!) { claim(id: $id) { assignee { isMe youStandIn } } }';
    expect(await ask(api, deputy, page, { id: claim })).toEqual({
      claim: { assignee: { isMe: false, youStandIn: true } },
    });
    expect(await ask(api, bureau.otherClerk, page, { id: claim })).toEqual({
      claim: { assignee: { isMe: false, youStandIn: false } },
    });

    await bureau.done(deputy, 'acceptClaim', { claim });
    expect(await lastFor(claim)).toEqual({
      userId: absent.id,
      username: absent.username,
      displayName: absent.displayName,
      delegation,
    });
    const query =
      'query ($id: ID!) { claim(id: $id) { timeline { type actor { username } onBehalfOf onBehalfOfId } } }';
    const { claim: shown } = await ask(api, bureau.finance, query, { id: claim });
    expect((shown as { timeline: object[] }).timeline).toContainEqual({
      type: 'ClaimAccepted',
      actor: { username: deputy.username },
      onBehalfOf: absent.displayName,
      onBehalfOfId: absent.id,
    });
    // The person counts, and not for whom he did it.
    const { rows } = await api.pool.query<{ participants: string[] }>(
      'select participants from read.claim where tenant = $1 and id = $2',
      [CITY, claim],
    );
    expect(rows[0]?.participants).toEqual([`clerk:${bureau.clerk.id}`, `clerk:${deputy.id}`]);
    expect(await listed(deputy, 'STOOD_IN')).toEqual([]);
  });

  it('gives nobody two steps in a row through two names', async () => {
    const [absent, deputy] = [await api.hire('finance', CITY), await api.hire('finance', CITY)];
    await delegated(absent, deputy);
    const claim = await bureau.reviewed({ uscc: await bureau.enterprise() });
    await assign(absent, claim, absent);
    await bureau.done(deputy, 'determineClaim', { claim });
    expect(await lastFor(claim)).toMatchObject({ userId: absent.id });
    await assign(absent, claim, absent);
    const publicise = { claim, days: 7 };
    expect(await refusal(deputy, 'publiciseClaim', publicise)).toMatchObject({ code: 'SAME_PERSON' });
    // Who was away took no step: it was another person.
    await bureau.done(absent, 'publiciseClaim', publicise);
    expect(await lastFor(claim)).toBeNull();
  });

  it('is done in his own name once he has taken it over, and by all others', async () => {
    const { absent, deputy } = await pair();
    const [taken, other] = [await submitted(), await submitted()];
    await assign(absent, taken, absent);
    await assign(deputy, taken, deputy);
    await bureau.done(deputy, 'acceptClaim', { claim: taken });
    expect(await lastFor(taken)).toBeNull();
    await assign(absent, other, absent);
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim: other });
    expect(await lastFor(other)).toBeNull();
  });

  it('is recorded for whom in a set of claims too, after a preview that records nothing', async () => {
    const { absent, deputy } = await pair();
    const claim = await submitted();
    await assign(absent, claim, absent);
    const input = { action: 'ACCEPT', claims: [{ claim }] };
    const preview = 'query ($i: TakeBulkInput!) { previewBulk(input: $i) { items { claim refusal { code } } } }';
    expect(await ask(api, deputy, preview, { i: input })).toEqual({
      previewBulk: { items: [{ claim, refusal: null }] },
    });
    expect(await lastFor(claim)).toBeNull();
    await bureau.done(deputy, 'takeBulk', input);
    expect(await lastFor(claim)).toMatchObject({ userId: absent.id });
  });

  it.each([
    ['under another clause', { measures: [COUNTY_RENTAL] }],
    ['before its first day', { from: '2026-08-04' }],
  ])('is nobody’s to do for him %s', async (_, change) => {
    const { absent, deputy } = await pair(change);
    const claim = await submitted();
    await assign(absent, claim, absent);
    expect(await listed(deputy, 'STOOD_IN')).toEqual([]);
    await bureau.done(deputy, 'acceptClaim', { claim });
    expect(await lastFor(claim)).toBeNull();
  });

  it('goes no further than to who stands in', async () => {
    const { absent, deputy } = await pair();
    const third = await api.hire('clerk', CITY);
    await delegated(deputy, third);
    const claim = await submitted();
    await assign(absent, claim, absent);
    expect(await listed(third, 'STOOD_IN')).toEqual([]);
    await bureau.done(third, 'acceptClaim', { claim });
    expect(await lastFor(claim)).toBeNull();
  });

  it('is the office’s again where he has left, or has gone to another office', async () => {
    for (const change of ['disabled = true', `division = '${OTHER_COUNTY}'`]) {
      const { absent, deputy } = await pair();
      const claim = await submitted();
      await assign(absent, claim, absent);
      const sql = `update identity."user" set ${change} where id = $1`;
      await withClient(api.database, (owner) => owner.query(sql, [absent.id]));
      expect(await listed(deputy, 'STOOD_IN')).toEqual([]);
      await bureau.done(deputy, 'acceptClaim', { claim });
      expect(await lastFor(claim)).toBeNull();
    }
  });
});

/** Each step that leads on or back, in whose office, and how a claim comes there. */
const STEPS: readonly (readonly [
  mutation: string,
  office: 'clerk' | 'reviewer' | 'finance',
  come: (uscc: string) => Promise<string>,
  input: object,
])[] = [
  ['acceptClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), {}],
  ['returnClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), { reason: '补正' }],
  ['rejectClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), { reason: '不属实' }],
  ['reviewClaim', 'reviewer', (uscc) => bureau.accepted({ uscc }), { opinion: '属实' }],
  ['returnClaim', 'reviewer', (uscc) => bureau.accepted({ uscc }), { reason: '补正' }],
  ['rejectClaim', 'reviewer', (uscc) => bureau.accepted({ uscc }), { reason: '不属实' }],
  ['determineClaim', 'finance', (uscc) => bureau.reviewed({ uscc }), {}],
  ['rejectClaim', 'finance', (uscc) => bureau.reviewed({ uscc }), { reason: '不属实' }],
  ['publiciseClaim', 'finance', async (uscc) => (await bureau.determined({ uscc })).id, { days: 7 }],
];

describe.each(STEPS)('%s by a %s', (mutation, office, come, input) => {
  it('is for who is away where a deputy takes it, for nobody where a colleague does, and refused to another office', async () => {
    const hire = () => api.hire(office, CITY, office === 'reviewer' ? '市数据管理局' : null);
    const [absent, deputy, colleague] = [await hire(), await hire(), await hire()];
    await delegated(absent, deputy);
    // Of the same role, and another office.
    const stranger = await api.hire(
      office,
      office === 'reviewer' ? CITY : OTHER_COUNTY,
      office === 'reviewer' ? '市工信局' : null,
    );
    const toStranger = { to: stranger.id, from: '2026-08-21', until: '2026-08-22', reason: '出差' };
    expect(await refusal(absent, 'giveDelegation', toStranger)).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'to' });
    for (const [by, isFor] of [
      [deputy, absent.id],
      [colleague, undefined],
    ] as const) {
      const claim = await come(await bureau.enterprise());
      await assign(absent, claim, absent);
      expect(await refusal(stranger, mutation, { claim, ...input })).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
      await bureau.done(by, mutation, { claim, ...input });
      const { events } = await api.store.readStream(CITY, claimStream(claim));
      const { actor, onBehalfOf } = events.at(-1)?.meta as unknown as {
        actor: { userId: string };
        onBehalfOf?: { userId: string };
      };
      expect([actor.userId, onBehalfOf?.userId]).toEqual([by.id, isFor]);
    }
  });
});

describe('a delegation', () => {
  it('is ended by either of the two or an administrator, and by nobody else', async () => {
    const stranger = await api.hire('clerk', CITY);
    const admin = await api.hire('system-administrator', CITY);
    for (const side of ['absent', 'deputy', 'admin'] as const) {
      const { absent, deputy, delegation } = await pair();
      const input = { official: absent.id, delegation, reason: '提前返岗' };
      expect(await refusal(stranger, 'endDelegation', input)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
      const by = { absent, deputy, admin }[side];
      expect(await bureau.done(by, 'endDelegation', input)).toMatchObject({ standing: 'ENDED', canEnd: false });
      expect(await refusal(by, 'endDelegation', input)).toMatchObject({ code: 'ALREADY_DECIDED' });
      const claim = await submitted();
      await assign(absent, claim, absent);
      expect(await listed(deputy, 'STOOD_IN')).toEqual([]);
      await bureau.done(deputy, 'acceptClaim', { claim });
      expect(await lastFor(claim)).toBeNull();
      expect(await delegations(absent)).toEqual([
        expect.objectContaining({ endReason: '提前返岗', endedBy: { userId: by.id } }),
      ]);
    }
  });

  it('is sent again once, and refused with the field that is wrong', async () => {
    const [absent, deputy] = [await api.hire('clerk', CITY), await api.hire('clerk', CITY)];
    const input = { to: deputy.id, from: TODAY, until: UNTIL, reason: '休假', commandId: randomUUID() };
    const first = await bureau.done(absent, 'giveDelegation', input);
    expect(await bureau.done(absent, 'giveDelegation', input)).toEqual(first);
    const refused = (change: object) =>
      refusal(absent, 'giveDelegation', { ...input, commandId: randomUUID(), ...change });
    expect(await refused({})).toEqual({ code: 'PROPOSAL_OPEN', field: 'from' });
    expect(await refused({ until: '2026-12-31' })).toEqual({ code: 'INVALID_INPUT', field: 'until' });
    expect(await refused({ to: bureau.finance.id })).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'to' });
    expect(await refused({ to: 'none' })).toEqual({ code: 'NOT_FOUND', field: 'to' });
  });

  it('is shown to the two of it, and to who keeps or audits accounts', async () => {
    const { absent, deputy, delegation } = await pair({ measures: [RENTAL] });
    const one = { id: delegation, standing: 'STANDING', measures: [{ id: RENTAL }], endReason: null, endedBy: null };
    const parties = { official: { userId: absent.id }, deputy: { userId: deputy.id } };
    expect(await delegations(absent)).toEqual([{ ...one, ...parties, canEnd: true }]);
    expect(await delegations(deputy, { side: 'RECEIVED' })).toEqual([{ ...one, ...parties, canEnd: true }]);
    expect(await delegations(deputy, { side: 'GIVEN' })).toEqual([]);
    expect(await delegations(await api.hire('clerk', CITY))).toEqual([]);
    const auditor = await api.hire('auditor', CITY);
    expect(await delegations(auditor, { query: absent.username })).toEqual([{ ...one, ...parties, canEnd: false }]);
    expect(await delegations(auditor, { query: absent.username, standing: ['OVER', 'ENDED'] })).toEqual([]);
    const elsewhere = await api.hire('auditor', '350200');
    expect(await delegations(elsewhere, { query: absent.username })).toEqual([]);
  });

  it('is over after its last day, and the same when the tables are built anew', async () => {
    const { absent, delegation } = await pair();
    const before = await delegations(absent);
    await api.app.get(ReadModel).rebuild();
    expect(await delegations(absent)).toEqual(before);
    api.today('2026-08-21');
    expect(await delegations(absent)).toEqual([expect.objectContaining({ id: delegation, standing: 'OVER' })]);
    api.today(TODAY);
  });
});
