import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, decideRejection, refusal, type GuardMove, type ReasonedClaimCommand } from '@duixian/casework';
import type { GuardChange } from '@duixian/event-store';
import { Law } from '../policy/law/law.js';
import { Api, commandOf, usccOf } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, RENTAL, submission } from '../spec/bureau.spec.js';
import { balanceOf } from '../spec/guards.spec.js';
import { mutationText } from '../spec/mutations.spec.js';
import { CommandRunner } from './command-runner.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

const TIMES = 50;

describe('a command sent many times at once', () => {
  it('takes effect once, and everybody gets its answer', async () => {
    const uscc = await bureau.enterprise();
    const input = submission({ uscc });
    const submitted = await Promise.all(
      Array.from({ length: TIMES }, () => api.send(bureau.clerk, 'submitClaim', input)),
    );
    const claims = new Set(submitted.map(({ id }) => id));
    expect(claims.size).toBe(1);
    const [claim = ''] = claims;
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    await bureau.done(await bureau.reviewer(), 'reviewClaim', { claim, opinion: '属实' });

    const determine = { claim, commandId: randomUUID() };
    const determined = await Promise.all(
      Array.from({ length: TIMES }, () => api.send(bureau.finance, 'determineClaim', determine)),
    );
    for (const answer of determined)
      expect(answer).toMatchObject({ status: 'DETERMINED', determinedAmount: '120000.00' });
    expect(await balanceOf(api, CITY, `enterprise:${uscc}:${RENTAL}:2025`)).toEqual({
      reserved: 12_000_000n,
      paid: 0n,
    });
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(events.map(({ type }) => type)).toEqual([
      'ClaimSubmitted',
      'ClaimAccepted',
      'ClaimReviewed',
      'ClaimDetermined',
    ]);
  });

  it('is decided once: what changed meanwhile refuses none of its senders', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const command: ReasonedClaimCommand = { ...commandOf(bureau.otherClerk, '2026-08-04'), claim, reason: '重复申报' };
    const catalogue = api.app.get(Law).known;
    let decided = 0;
    const sent = Array.from({ length: TIMES }, () =>
      api.app.get(CommandRunner).run('rejectClaim', command, async (records) => {
        decided += 1;
        return decided === 1
          ? decideRejection({ command, claim: await records.claim(claim), catalogue })
          : { ok: false, refusal: refusal('NOT_YOUR_TURN', { zh: '情况已变', en: 'It has changed.' }) };
      }),
    );
    const outcomes = await Promise.all(sent);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(decided).toBe(1);
  });

  it('is answered as before when it comes again later, whatever has happened since', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const accept = { claim, commandId: randomUUID() };
    await bureau.done(bureau.otherClerk, 'acceptClaim', accept);
    await bureau.done(await bureau.reviewer(), 'reviewClaim', { claim, opinion: '属实' });
    api.today('2026-08-04');
    expect(await api.send(bureau.otherClerk, 'acceptClaim', accept)).toMatchObject({ id: claim, status: 'ACCEPTED' });
  });
});

describe('a command id', () => {
  it('stands for one request: another one under it is an error that names the field', async () => {
    const commandId = randomUUID();
    const input = submission({ uscc: await bureau.enterprise(), commandId });
    await bureau.done(bureau.clerk, 'submitClaim', input);
    for (const [official, other] of [
      [bureau.clerk, { ...input, requestedAmount: '1.00' }],
      [bureau.otherClerk, input],
    ] as const) {
      const { errors } = await api.post(official, mutationText('submitClaim'), { input: other });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'commandId' });
    }
  });
});

describe('a mutation without a command id', () => {
  const input = { uscc: usccOf(COUNTY, 990_001), name: '青石（虚构）', division: COUNTY };

  it('is refused to a machine, by the name of the field, and records nothing', async () => {
    const { errors } = await api.post(bureau.clerk, mutationText('registerEnterprise'), { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COMMAND_ID_REQUIRED', field: 'commandId' });
    expect((await api.store.readStream(CITY, `enterprise-${input.uscc}`)).version).toBe(0);
  });

  it('is carried out for a browser, whose session is in its cookie', async () => {
    const response = await fetch(`${await api.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `duixian_session=${bureau.clerk.token}` },
      body: JSON.stringify({ query: mutationText('registerEnterprise'), variables: { input } }),
    });
    expect(await response.json()).toMatchObject({ data: { registerEnterprise: { __typename: 'Enterprise' } } });
  });
});

describe('two changes in one request', () => {
  it('each show the claim as it was left by them', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const text = `mutation Both($claim: ID!, $one: ID!, $two: ID!, $three: ID!) {
      returned: returnClaim(input: { claim: $claim, commandId: $one, reason: "缺合同" }) { ... on Claim { status } }
      again: returnClaim(input: { claim: $claim, commandId: $two, reason: "缺合同" }) { ... on Refusal { code } }
      seen: withdrawClaim(input: { claim: $claim, commandId: $three, reason: "放弃" }) { ... on Claim { status } ... on Refusal { code } }
    }`;
    const ids = { one: randomUUID(), two: randomUUID(), three: randomUUID() };
    const { data } = await api.post(bureau.otherClerk, text, { claim, ...ids });
    expect(data).toEqual({
      returned: { status: 'RETURNED' },
      again: { code: 'NOT_YOUR_TURN' },
      seen: { code: 'SAME_PERSON' },
    });
  });
});

describe('a decision that another process overtakes', () => {
  let other: Api;

  beforeAll(async () => {
    other = await Api.on(api.database, 'api');
  });

  afterAll(() => other.stop());

  const CEILING = 1_000n;

  it.each<{ what: string; moves: (account: string, used: bigint) => readonly GuardMove[] }>([
    { what: 'the record', moves: () => [] },
    {
      what: 'a guard that it depends on',
      moves: (account) => [{ account, ceiling: CEILING, reserve: 1n, dependsOnVersion: true }],
    },
    {
      what: 'the room below a ceiling',
      moves: (account, used) => [{ account, ceiling: CEILING, reserve: CEILING - used }],
    },
  ])('by $what is made again on fresh records, and given up after twelve times', async ({ what, moves }) => {
    const [claim, another] = [
      await bureau.submitted({ uscc: await bureau.enterprise() }),
      await bureau.submitted({ uscc: await bureau.enterprise() }),
    ];
    const account = `pool:${claim}`;
    const command: ReasonedClaimCommand = { ...commandOf(bureau.otherClerk, '2026-08-04'), claim, reason: '重复申报' };
    const catalogue = api.app.get(Law).known;
    let decided = 0;
    const outcome = await api.app.get(CommandRunner).run('rejectClaim', command, async (records) => {
      const used = (await records.guards([account])).get(account)?.reserved ?? 0n;
      const state = await records.claim(claim);
      decided += 1;
      if (what === 'the record') await overtake(other, claim);
      else await overtake(other, another, [{ account, ceiling: CEILING, reserve: 1n }]);
      const decision = decideRejection({ command, claim: state, catalogue });
      return decision.ok ? { ...decision, guards: moves(account, used) } : decision;
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'TRY_AGAIN' } });
    expect(decided).toBe(12);
  });
});

/** Somebody else returns the claim and it comes back: its stream grows between a decision and its append. */
async function overtake(by: Api, claim: string, guards: readonly GuardChange[] = []): Promise<void> {
  const { version, events } = await by.store.readStream(CITY, claimStream(claim));
  const [first] = events;
  if (first === undefined) throw new Error('The claim was not submitted.');
  const { type, schemaVersion, occurredOn, data, meta } = first;
  const appended = await by.store.append({
    tenant: CITY,
    commandId: randomUUID(),
    requestHash: 'overtakes',
    streams: [
      {
        stream: claimStream(claim),
        expectedVersion: version,
        events: [{ type, schemaVersion, occurredOn, data, meta, eventId: randomUUID() }],
      },
    ],
    guards,
  });
  expect(appended.outcome).toBe('appended');
}
