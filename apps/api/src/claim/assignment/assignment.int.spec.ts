import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { ReadModel } from '../../log/read-model.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const LEAD = '市数据管理局';

let api: Api;
let bureau: Bureau;
/** Of the same window as whoever enters claims and accepts them. */
let colleague: Official;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  colleague = await api.hire('clerk', CITY);
});

afterAll(() => api.stop());

const submitted = async (): Promise<string> => bureau.submitted({ uscc: await bureau.enterprise() });

async function assign(
  by: Official,
  claim: string,
  to: Official | null,
  commandId = randomUUID(),
): Promise<string | null> {
  const answer = await api.send(by, 'assignClaims', { commandId, claims: [claim], to: to?.id ?? null });
  const { items } = answer as unknown as { items: { refusal: { code: string } | null }[] };
  return items[0]?.refusal?.code ?? null;
}

async function assignee(claim: string, as = colleague, asOf: object | null = null): Promise<unknown> {
  const query = 'query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { assignee { id isMe } } }';
  const { claim: found } = await ask(api, as, query, { id: claim, asOf });
  return (found as { assignee: unknown }).assignee;
}

/** What the page says of whether somebody may take the claim or give it on. */
async function isOffered(claim: string, as: Official): Promise<boolean> {
  const query = 'query ($id: ID!) { claim(id: $id) { assigningRefusal { zh } } }';
  const { claim: found } = await ask(api, as, query, { id: claim });
  return (found as { assigningRefusal: unknown }).assigningRefusal === null;
}

async function listed(as: Official, filter: object): Promise<string[]> {
  const query = 'query ($f: ClaimFilter) { claims(first: 100, filter: $f) { totalCount nodes { id } } }';
  const { claims } = await ask(api, as, query, { f: filter });
  const { nodes, totalCount } = claims as { nodes: { id: string }[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

describe('a claim of an office', () => {
  it('is taken, given on and put back by anybody of it, each on record beside its steps', async () => {
    const claim = await submitted();
    expect(await assignee(claim)).toBeNull();
    expect(await assign(colleague, claim, colleague)).toBeNull();
    expect(await assignee(claim)).toEqual({ id: colleague.id, isMe: true });
    expect(await listed(colleague, { assigned: 'MINE' })).toEqual([claim]);
    expect(await listed(colleague, { assigned: 'NOBODY', waitingForMe: true })).not.toContain(claim);
    // Who entered it may give it, though he may not accept it.
    expect(await assign(bureau.clerk, claim, bureau.otherClerk)).toBeNull();
    expect(await assignee(claim)).toEqual({ id: bureau.otherClerk.id, isMe: false });
    expect(await listed(colleague, { assigned: 'MINE' })).toEqual([]);
    expect(await assign(bureau.clerk, claim, null)).toBeNull();
    expect(await assignee(claim)).toBeNull();
    expect(await listed(colleague, { assigned: 'NOBODY', waitingForMe: true })).toContain(claim);

    const query = 'query ($id: ID!) { claim(id: $id) { timeline { type summary { zh } } } }';
    const { claim: page } = await ask(api, colleague, query, { id: claim });
    const { timeline } = page as { timeline: { type: string; summary: { zh: string } }[] };
    expect(timeline.filter(({ type }) => type === 'ClaimAssigned').map(({ summary }) => summary.zh)).toEqual([
      `由${colleague.displayName}经办`,
      `由${bureau.otherClerk.displayName}经办`,
      '退回本科室',
    ]);
    // Nothing of it stands among the claim's own events, so that it makes nobody's page of the claim out of date.
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(events.map(({ type }) => type)).toEqual(['ClaimSubmitted']);
  });

  it('is for nobody but its office, and given to nobody who could not take its next step', async () => {
    const claim = await submitted();
    expect(await assign(bureau.finance, claim, bureau.finance)).toBe('NOT_YOUR_OFFICE');
    expect(await assign(await api.hire('clerk', OTHER_COUNTY), claim, null)).toBe('NOT_YOUR_OFFICE');
    expect(await assign(colleague, claim, bureau.finance)).toBe('NOT_YOUR_OFFICE');
    expect(await assign(colleague, claim, bureau.clerk)).toBe('SAME_PERSON');
    expect(await assign(colleague, claim, { ...colleague, id: randomUUID() })).toBe('NOT_FOUND');
    expect(await assign(colleague, 'none', colleague)).toBe('NOT_FOUND');
    await bureau.done(bureau.otherClerk, 'rejectClaim', { claim, reason: '不属实' });
    expect(await assign(colleague, claim, colleague)).toBe('ALREADY_DECIDED');
  });

  it('is offered to be taken or given to its office alone, whoever of it entered the claim', async () => {
    const claim = await submitted();
    expect(await isOffered(claim, bureau.clerk)).toBe(true);
    // Who looks at it as it was does nothing there.
    const past = 'query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { assigningRefusal { en } } }';
    const asOf = { position: String(await api.store.head(CITY)) };
    await bureau.done(bureau.clerk, 'writeComment', { claim, text: '请看', mentions: [] });
    const then = (await ask(api, bureau.clerk, past, { id: claim, asOf })).claim;
    expect(then).toEqual({ assigningRefusal: { en: expect.stringMatching(/^You look at the past/) } });
    expect(await isOffered(claim, await api.hire('clerk', OTHER_COUNTY))).toBe(false);
    const reviewer = await api.hire('reviewer', CITY, LEAD);
    expect(await isOffered(claim, reviewer)).toBe(false);

    await bureau.done(colleague, 'acceptClaim', { claim });

    expect(await isOffered(claim, reviewer)).toBe(true);
    expect(await isOffered(claim, colleague)).toBe(false);
    await bureau.done(reviewer, 'declareRecusal', { claim, reason: '近亲属在该企业任职' });
    expect(await isOffered(claim, reviewer)).toBe(false);
  });

  it('is no lock: a colleague takes the step, and the next office begins with nobody', async () => {
    const claim = await submitted();
    await assign(colleague, claim, colleague);
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    expect(await assignee(claim)).toBeNull();
    const reviewer = await bureau.reviewer();
    expect(await assign(colleague, claim, colleague)).toBe('NOT_YOUR_OFFICE');
    expect(await assign(reviewer, claim, reviewer)).toBeNull();
    // Sent back, it does not come to whoever had it before.
    await bureau.done(reviewer, 'returnClaim', { claim, reason: '补正' });
    expect(await assignee(claim)).toBeNull();
  });

  it('counts whoever looks after it as no participant: he may act in another office later', async () => {
    const claim = await submitted();
    await assign(colleague, claim, bureau.otherClerk);
    const query = 'query ($id: ID!) { claim(id: $id) { actions { action allowed } } }';
    const { claim: page } = await ask(api, colleague, query, { id: claim });
    expect(page).toMatchObject({
      actions: expect.arrayContaining([{ action: 'ACCEPT', allowed: true }]),
    });
    const { rows } = await api.pool.query<{ participants: string[] }>(
      'select participants from read.claim where tenant = $1 and id = $2',
      [CITY, claim],
    );
    expect(rows[0]?.participants).toEqual([`clerk:${bureau.clerk.id}`]);
  });

  it('falls back to the office when an account is shut', async () => {
    const claim = await submitted();
    const leaver = await api.hire('clerk', CITY);
    await assign(colleague, claim, leaver);
    expect(await listed(colleague, { assigned: 'NOBODY', waitingForMe: true })).not.toContain(claim);
    const shut = 'update identity."user" set disabled = true where id = $1';
    await withClient(api.database, (owner) => owner.query(shut, [leaver.id]));
    expect(await assignee(claim)).toBeNull();
    expect(await listed(colleague, { assigned: 'NOBODY', waitingForMe: true })).toContain(claim);
    expect(await assign(colleague, claim, leaver)).toBe('NOT_FOUND');
  });

  it('falls back to the office when whoever has it is given another one, and is his again when he gets it there', async () => {
    const claim = await submitted();
    const mover = await api.hire('clerk', CITY);
    await assign(colleague, claim, mover);
    const away = await api.transfer(mover, 'reviewer', CITY, '市科技局');
    expect(await assignee(claim)).toBeNull();
    expect(await listed(colleague, { assigned: 'NOBODY', waitingForMe: true })).toContain(claim);
    expect(await listed(away, { assigned: 'MINE' })).not.toContain(claim);

    const back = await api.transfer(away, 'clerk', CITY);
    expect(await assignee(claim)).toBeNull();
    expect(await assign(colleague, claim, back)).toBeNull();
    expect(await assignee(claim)).toEqual({ id: mover.id, isMe: false });
    expect(await listed(back, { assigned: 'MINE' })).toEqual([claim]);
    const { colleagues } = await ask(api, colleague, '{ colleagues { id assigned } }');
    expect(colleagues).toContainEqual({ id: mover.id, assigned: 1 });
  });

  it('is shown as it was, and the same when the tables are built anew', async () => {
    const claim = await submitted();
    await assign(colleague, claim, colleague);
    const query = 'query ($id: ID!) { claim(id: $id) { position } }';
    const { claim: page } = await ask(api, colleague, query, { id: claim });
    await assign(colleague, claim, null);
    await api.app.get(ReadModel).rebuild();
    expect(await assignee(claim)).toBeNull();
    expect(await assignee(claim, colleague, page as object)).toEqual({ id: colleague.id, isMe: true });
  });
});

describe('a set of claims', () => {
  it('sent again is assigned once, and colleagues are shown with how many they look after', async () => {
    const claims = [await submitted(), await submitted()];
    const fresh = await api.hire('clerk', CITY);
    const commandId = randomUUID();
    for (let sent = 0; sent < 2; sent += 1) {
      expect(await api.send(fresh, 'assignClaims', { commandId, claims, to: fresh.id })).toMatchObject({
        items: claims.map((claim) => ({ claim, refusal: null })),
      });
    }
    const recorded = await api.pool.query(
      `select from es.event where tenant = $1 and type = 'ClaimAssigned' and data ->> 'claim' = any ($2)`,
      [CITY, claims],
    );
    expect(recorded.rowCount).toBe(2);
    const { colleagues } = await ask(api, fresh, '{ colleagues { id isMe assigned } }');
    expect((colleagues as object[])[0]).toEqual({ id: fresh.id, isMe: true, assigned: 2 });
    expect(colleagues).not.toContainEqual(expect.objectContaining({ id: bureau.finance.id }));
  });
});
