import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assignmentStream, claimStream, paymentStream, recusalStream } from '@duixian/casework';
import { ReadModel } from '../log/read-model.js';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY, submission, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

/** Requests of one race, half of them steps. */
const CLIENTS = 16;

/** What the pages ask of one claim. */
interface Shown {
  readonly claim: {
    readonly actions: readonly { action: string; allowed: boolean; refusal: { zh: string } | null }[];
    readonly assignee: { id: string } | null;
    readonly recusals: readonly object[];
  };
  readonly claims: { readonly nodes: readonly { id: string }[] };
  readonly colleagues: readonly { id: string; recusedFrom: readonly string[] }[];
}

let api: Api;
let bureau: Bureau;
let admin: Official;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  admin = await api.hire('system-administrator', CITY);
});

afterAll(() => api.stop());

type Matter = { readonly claim: string } | { readonly uscc: string };

async function recused(official: Official, matter: Matter): Promise<string> {
  return (await bureau.done(official, 'declareRecusal', { ...matter, reason: '近亲属在该企业任职' })).id;
}

async function refusal(by: Official, mutation: string, input: object): Promise<unknown> {
  const { code = null, field = null } = (await api.send(by, mutation, input)) as { code?: string; field?: string };
  return { code, field };
}

const RECUSED = { code: 'RECUSED', field: null };

/** An official for an office, whom nothing keeps from the claim but what a case says. */
async function hired(office: 'clerk' | 'finance' | 'reviewer'): Promise<Official> {
  return api.hire(office, CITY, office === 'reviewer' ? '市数据管理局' : null);
}

async function waiting(as: Official): Promise<string[]> {
  const query = `{ claims(first: 100, filter: { waitingForMe: true }) { totalCount nodes { id } }
    dashboard { waiting { count } } }`;
  const { claims, dashboard } = await ask(api, as, query);
  const { nodes, totalCount } = claims as { nodes: { id: string }[]; totalCount: number };
  const counts = (dashboard as { waiting: { count: number }[] }).waiting.map(({ count }) => count);
  expect(totalCount).toBe(nodes.length);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

/** Each step of each office, how a claim comes there, and of what else it is told. */
const STEPS: readonly (readonly [
  mutation: string,
  office: 'clerk' | 'reviewer' | 'finance',
  come: (uscc: string) => Promise<string>,
  input: object,
])[] = [
  ['acceptClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), {}],
  ['returnClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), { reason: '补正' }],
  ['withdrawClaim', 'clerk', (uscc) => bureau.submitted({ uscc }), { reason: '企业撤回' }],
  ['assignClaims', 'clerk', (uscc) => bureau.submitted({ uscc }), {}],
  ['reviewClaim', 'reviewer', (uscc) => bureau.accepted({ uscc }), { opinion: '属实' }],
  ['rejectClaim', 'reviewer', (uscc) => bureau.accepted({ uscc }), { reason: '不属实' }],
  ['determineClaim', 'finance', (uscc) => bureau.reviewed({ uscc }), {}],
  ['publiciseClaim', 'finance', async (uscc) => (await bureau.determined({ uscc })).id, { days: 7 }],
  [
    'raiseObjection',
    'clerk',
    (uscc) => bureau.publicised({ uscc }),
    { receivedOn: TODAY, what: '不符', objector: { kind: 'PERSON', name: '王大同', phone: '0595-22345678' } },
  ],
];

describe('whoever takes no part in a claim', () => {
  it.each(STEPS)('is not accepted with %s of %s, and his colleague is', async (mutation, office, come, input) => {
    for (const from of ['claim', 'uscc'] as const) {
      const uscc = await bureau.enterprise();
      const claim = await come(uscc);
      const [kin, colleague] = [await hired(office), await hired(office)];
      await recused(kin, from === 'claim' ? { claim } : { uscc });
      const told = mutation === 'assignClaims' ? { claims: [claim], to: colleague.id } : { claim, ...input };
      if (mutation === 'assignClaims') {
        expect(await api.send(kin, mutation, told)).toMatchObject({ items: [{ claim, refusal: { code: 'RECUSED' } }] });
        expect(await api.send(colleague, mutation, told)).toMatchObject({ items: [{ claim, refusal: null }] });
      } else {
        expect(await refusal(kin, mutation, told)).toEqual(RECUSED);
        await bureau.done(colleague, mutation, told);
      }
    }
  });

  it('is not accepted with it in a set either, nor before it is sent', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const kin = await hired('clerk');
    await recused(kin, { claim });
    const input = { action: 'ACCEPT', claims: [{ claim }] };
    const preview =
      'query ($i: TakeBulkInput!) { previewBulk(input: $i) { items { refusal { code message { zh en } } } } }';
    const { previewBulk } = await ask(api, kin, preview, { i: input });
    expect(previewBulk).toMatchObject({
      items: [{ refusal: { code: 'RECUSED', message: { zh: expect.stringContaining('回避') } } }],
    });
    const done = await bureau.done(kin, 'takeBulk', input);
    expect(done).toMatchObject({ items: [{ claim, refusal: { code: 'RECUSED' } }] });
  });

  it('says nothing of it to colleagues', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const [reviewer, colleague] = [await hired('reviewer'), await hired('reviewer')];
    const input = { claim, text: '材料齐全，建议通过。', mentions: [] };
    await recused(reviewer, { claim });
    expect(await refusal(reviewer, 'writeComment', input)).toEqual(RECUSED);
    await bureau.done(colleague, 'writeComment', input);
  });

  it('confirms no payment of it, and records no return', async () => {
    const { id: claim, payments } = await bureau.instructed({ uscc: await bureau.enterprise() });
    const payment = payments[0]?.id ?? '';
    const payer = payment.slice(-6);
    const [kin, colleague] = [await api.hire('treasury', payer), await api.hire('treasury', payer)];
    await recused(kin, { claim });
    const paid = { payment, attempt: 1, bankReference: `BR-${randomUUID().slice(0, 8)}`, paidOn: '2026-08-13' };
    const returned = { payment, attempt: 1, reason: '账号有误' };
    expect(await refusal(kin, 'confirmPayment', paid)).toEqual(RECUSED);
    expect(await refusal(kin, 'recordBankReturn', returned)).toEqual(RECUSED);
    const query = 'query ($id: ID!) { payment(id: $id) { actions { action allowed refusal { zh } } } }';
    const { payment: shown } = await ask(api, kin, query, { id: payment });
    expect((shown as { actions: { action: string }[] }).actions).toContainEqual({
      action: 'CONFIRM',
      allowed: false,
      refusal: { zh: expect.stringContaining('回避') },
    });
    await bureau.done(colleague, 'confirmPayment', paid);
    api.today(TODAY);
  });

  it('submits nothing for the enterprise, and changes nothing of it', async () => {
    const uscc = await bureau.enterprise();
    const kin = await hired('clerk');
    await recused(kin, { uscc });
    expect(await refusal(kin, 'submitClaim', submission({ uscc }))).toEqual(RECUSED);
    const account = {
      uscc,
      holder: '青石',
      bank: '虚构银行',
      cnaps: '000000000001',
      number: '9900000099',
      holderReason: '集团代收',
    };
    expect(await refusal(kin, 'proposeAccountChange', account)).toEqual(RECUSED);
    expect(await refusal(kin, 'proposeMove', { uscc, division: OTHER_COUNTY, on: TODAY })).toEqual(RECUSED);
    const other = await bureau.enterprise();
    await bureau.done(kin, 'submitClaim', submission({ uscc: other }));
  });

  it('submits nothing for it under the code that it was given since', async () => {
    const uscc = await bureau.enterprise();
    const recoded = await bureau.enterprise();
    const kin = await hired('clerk');
    await recused(kin, { uscc });
    await bureau.done(kin, 'submitClaim', submission({ uscc: recoded, occurredOn: '2025-12-30' }));
    const change = { uscc, kind: 'RECODED', on: TODAY, successors: [recoded] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal: changeProposals[0]?.id });
    expect(await refusal(kin, 'submitClaim', submission({ uscc: recoded }))).toEqual(RECUSED);
  });

  it.each(['RECODED', 'MERGED'] as const)(
    'is shown on no page as his, after it was %s, as the server refuses it',
    async (kind) => {
      const [uscc, between, goesOn] = [await bureau.enterprise(), await bureau.enterprise(), await bureau.enterprise()];
      const [kin, deputy] = [await hired('clerk'), await hired('clerk')];
      await recused(kin, { uscc });
      const claim = await bureau.submitted({ uscc: goesOn });
      await bureau.done(deputy, 'assignClaims', { claims: [claim], to: kin.id });
      const query = `query ($id: ID!) { claim(id: $id) {
        actions { action allowed refusal { zh } } assignee { id } recusals { enterprise { uscc } official { userId } } }
      claims(filter: { waitingForMe: true }, first: 100) { nodes { id } }
      colleagues(claims: [$id]) { id recusedFrom } }`;
      const shown = async (who: Official) => {
        const { claim: found, claims, colleagues } = (await ask(api, who, query, { id: claim })) as unknown as Shown;
        const accept = found.actions.find(({ action }) => action === 'ACCEPT');
        const says = accept?.refusal?.zh.includes('回避') === true;
        const isKept = colleagues.find(({ id }) => id === kin.id)?.recusedFrom.includes(claim) === true;
        const { assignee, recusals } = found;
        return [accept?.allowed, says, claims.nodes.some(({ id }) => id === claim), assignee, recusals.length, isKept];
      };
      expect(await shown(kin)).toEqual([true, false, true, { id: kin.id }, 0, false]);

      for (const [from, to] of [
        [uscc, between],
        [between, goesOn],
      ]) {
        const change = { uscc: from, kind, on: TODAY, successors: [to] };
        const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
        await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: from, proposal: changeProposals[0]?.id });
      }
      expect(await shown(kin)).toEqual([false, true, false, null, 1, true]);
      expect(await refusal(kin, 'acceptClaim', { claim })).toEqual(RECUSED);
      expect(await api.send(deputy, 'assignClaims', { claims: [claim], to: kin.id })).toMatchObject({
        items: [{ refusal: { code: 'RECUSED', field: 'to' } }],
      });
      const timeline = 'query ($id: ID!) { claim(id: $id) { timeline { type } } }';
      expect(await ask(api, deputy, timeline, { id: claim })).toMatchObject({
        claim: { timeline: expect.arrayContaining([{ type: 'RecusalDeclared' }]) },
      });
      await bureau.done(deputy, 'acceptClaim', { claim });
    },
  );

  it('finds it neither in his queue nor on his start page, and reads on its page why', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({ uscc });
    const other = await bureau.submitted({ uscc: await bureau.enterprise() });
    const kin = await hired('clerk');
    expect(await waiting(kin)).toEqual(expect.arrayContaining([claim, other]));
    const id = await recused(kin, { uscc });
    const left = await waiting(kin);
    expect(left).toContain(other);
    expect(left).not.toContain(claim);
    const page = `query ($id: ID!) { claim(id: $id) { actions { action allowed refusal { zh } }
      recusals { id since reason claim enterprise { uscc } official { userId } orderedBy { userId } canLift }
      timeline { type summary { zh } } } }`;
    const { claim: shown } = await ask(api, kin, page, { id: claim });
    expect(shown).toMatchObject({
      recusals: [
        {
          ...{ id, since: TODAY, reason: '近亲属在该企业任职', claim: null, enterprise: { uscc } },
          ...{ official: { userId: kin.id }, orderedBy: null, canLift: false },
        },
      ],
      actions: expect.arrayContaining([
        { action: 'ACCEPT', allowed: false, refusal: { zh: expect.stringContaining('回避') } },
      ]),
      timeline: expect.arrayContaining([
        { type: 'RecusalDeclared', summary: { zh: expect.stringContaining('近亲属') } },
      ]),
    });
  });
});

describe('what he looked after', () => {
  it('is the office’s again, is not given to him, and is done for him by nobody', async () => {
    const [kin, deputy] = [await hired('clerk'), await hired('clerk')];
    await bureau.done(kin, 'giveDelegation', { to: deputy.id, from: TODAY, until: '2026-08-20', reason: '出差' });
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({ uscc });
    const give = { claims: [claim], to: kin.id };
    await bureau.done(deputy, 'assignClaims', give);
    const query = `query ($id: ID!) { claim(id: $id) { assignee { id } }
      mine: claims(filter: { assigned: STOOD_IN }) { nodes { id } } nobodys: claims(first: 100, filter: { assigned: NOBODY }) { nodes { id } } }`;
    expect(await ask(api, deputy, query, { id: claim })).toMatchObject({
      claim: { assignee: { id: kin.id } },
      mine: { nodes: [{ id: claim }] },
    });

    await recused(kin, { uscc });
    expect(await ask(api, deputy, query, { id: claim })).toEqual({
      claim: { assignee: null },
      mine: { nodes: [] },
      nobodys: { nodes: expect.arrayContaining([{ id: claim }]) },
    });
    expect(await api.send(deputy, 'assignClaims', give)).toMatchObject({
      items: [{ claim, refusal: { code: 'RECUSED', field: 'to' } }],
    });
    const colleagues = 'query ($c: [ID!]) { colleagues(claims: $c) { id recusedFrom } }';
    const { colleagues: shown } = await ask(api, deputy, colleagues, { c: [claim] });
    expect(shown).toContainEqual({ id: kin.id, recusedFrom: [claim] });
    expect(shown).toContainEqual({ id: deputy.id, recusedFrom: [] });
    await bureau.done(deputy, 'acceptClaim', { claim });
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(events.at(-1)?.meta.onBehalfOf).toBeUndefined();
  });

  it('is done by who takes no part for nobody else either', async () => {
    const [absent, kin] = [await hired('clerk'), await hired('clerk')];
    await bureau.done(absent, 'giveDelegation', { to: kin.id, from: TODAY, until: '2026-08-20', reason: '出差' });
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    await bureau.done(absent, 'assignClaims', { claims: [claim], to: absent.id });
    await recused(kin, { claim });
    expect(await refusal(kin, 'acceptClaim', { claim })).toEqual(RECUSED);
  });
});

describe('a recusal', () => {
  it('is lifted by another one with a reason, and by nobody who takes no part himself', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const [kin, colleague] = [await hired('clerk'), await hired('clerk')];
    const recusal = await recused(kin, { claim });
    const input = { official: kin.id, recusal, reason: '误登' };
    expect(await refusal(kin, 'liftRecusal', input)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await refusal(colleague, 'liftRecusal', input)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await refusal(admin, 'liftRecusal', { ...input, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await refusal(admin, 'liftRecusal', { ...input, recusal: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bureau.done(admin, 'liftRecusal', input)).toMatchObject({ canLift: false, liftReason: '误登' });
    expect(await refusal(admin, 'liftRecusal', input)).toMatchObject({ code: 'ALREADY_DECIDED' });
    await bureau.done(kin, 'acceptClaim', { claim });
  });

  it('is ordered by an administrator, and by nobody else of somebody else', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const [kin, colleague] = [await hired('clerk'), await hired('clerk')];
    const input = { official: kin.id, claim, reason: '举报属实' };
    expect(await refusal(colleague, 'declareRecusal', input)).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'official' });
    expect(await ask(api, colleague, '{ subordinates { userId } }')).toEqual({ subordinates: [] });
    const { subordinates } = await ask(api, admin, '{ subordinates { userId } }');
    expect(subordinates).toContainEqual({ userId: kin.id });
    await bureau.done(admin, 'declareRecusal', input);
    expect(await refusal(kin, 'acceptClaim', { claim })).toEqual(RECUSED);
    const page = 'query ($id: ID!) { claim(id: $id) { recusals { orderedBy { userId } } } }';
    expect(await ask(api, colleague, page, { id: claim })).toEqual({
      claim: { recusals: [{ orderedBy: { userId: admin.id } }] },
    });
  });

  it('is refused with the field that is wrong', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({ uscc });
    const kin = await hired('clerk');
    const refused = (change: object) => refusal(kin, 'declareRecusal', { claim, reason: '近亲属', ...change });
    expect(await refused({ uscc })).toEqual({ code: 'INVALID_INPUT', field: 'claim' });
    expect(await refused({ claim: null })).toEqual({ code: 'INVALID_INPUT', field: 'claim' });
    expect(await refused({ claim: 'none' })).toEqual({ code: 'NOT_FOUND', field: 'claim' });
    expect(await refused({ claim: null, uscc: usccOf(CITY, 4_000) })).toEqual({
      code: 'UNKNOWN_ENTERPRISE',
      field: 'uscc',
    });
    expect(await refused({ reason: ' ' })).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
    expect(await refused({ official: 'none' })).toEqual({ code: 'NOT_FOUND', field: 'official' });
    await recused(kin, { uscc });
    expect(await refused({})).toEqual({ code: 'ALREADY_DECIDED', field: null });
    const own = { official: admin.id, claim, reason: '无关' };
    expect(await refusal(admin, 'declareRecusal', own)).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'official' });
  });

  it('is shown to himself and to who keeps or audits accounts, the same when the tables are built anew', async () => {
    const uscc = await bureau.enterprise();
    const [kin, colleague] = [await hired('clerk'), await hired('clerk')];
    const id = await recused(kin, { uscc });
    const query =
      'query ($f: RecusalFilter) { recusals(first: 100, filter: $f) { totalCount nodes { id liftReason } } }';
    const auditor = await api.hire('auditor', CITY);
    const shown = { recusals: { totalCount: 1, nodes: [{ id, liftReason: null }] } };
    const none = { recusals: { totalCount: 0, nodes: [] } };
    expect(await ask(api, kin, query, {})).toEqual(shown);
    expect(await ask(api, colleague, query, { f: { query: uscc } })).toEqual(none);
    expect(await ask(api, auditor, query, { f: { query: uscc, standing: true } })).toEqual(shown);
    expect(await ask(api, auditor, query, { f: { query: uscc, standing: false } })).toEqual(none);
    const elsewhere = await api.hire('auditor', '350200');
    expect(await ask(api, elsewhere, query, { f: { query: uscc } })).toEqual(none);
    await api.app.get(ReadModel).rebuild();
    expect(await ask(api, auditor, query, { f: { query: uscc } })).toEqual(shown);
  });
});

/** Positions of what somebody recorded of a claim and of its enterprise. */
async function positionsOf(by: Official, streams: readonly string[]): Promise<bigint[]> {
  const found = await Promise.all(streams.map((stream) => api.store.readStream(CITY, stream)));
  return found
    .flatMap(({ events }) => events)
    .filter(({ meta }) => (meta.actor as { userId: string }).userId === by.id)
    .map(({ position }) => position);
}

describe('at the same moment', () => {
  it('a step is before the recusal or is not recorded, and never stands after it', async () => {
    const outcomes = { taken: 0, refused: 0 };
    for (const from of ['claim', 'uscc', 'claim', 'uscc'] as const) {
      const uscc = await bureau.enterprise();
      const kin = await hired('clerk');
      const steps = CLIENTS - 1;
      const claims: string[] = [];
      while (claims.length < steps) claims.push(await bureau.submitted({ uscc }));
      // From one claim alone it is that of a third of the steps; else that of all.
      const [first = ''] = claims;
      const contested = from === 'claim' ? [first] : claims;
      const sent = claims.map((claim, index) => {
        const mutation = ['acceptClaim', 'returnClaim', 'rejectClaim'][index % 3] ?? '';
        const target = from === 'claim' && index < 5 ? first : claim;
        return () => api.send(kin, mutation, { claim: target, ...(index % 3 === 0 ? {} : { reason: '补正' }) });
      });
      const recuse = () => recused(kin, from === 'claim' ? { claim: first } : { uscc });
      const at = Math.floor(sent.length / 2);
      const race = [...sent.slice(0, at), recuse, ...sent.slice(at)];
      const answers = await Promise.all(race.map((send) => send()));
      const { events } = await api.store.readStream(CITY, recusalStream(kin.id));
      const since = events[0]?.position ?? 0n;
      expect(since).toBeGreaterThan(0n);
      for (const claim of contested) {
        expect(await refusal(kin, 'withdrawClaim', { claim, reason: '撤回' })).not.toMatchObject({ code: null });
      }
      const taken = await positionsOf(kin, contested.map(claimStream));
      expect(taken.filter((position) => position > since)).toEqual([]);
      outcomes.taken += taken.length;
      outcomes.refused += answers.filter(
        (each) => typeof each === 'object' && 'code' in each && each.code === 'RECUSED',
      ).length;
    }
    // Some were before and some after, or nothing was raced for.
    expect(outcomes.taken).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  });

  it('a claim that is given to him is not his afterwards', async () => {
    for (let round = 0; round < 4; round += 1) {
      const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
      const [kin, colleague] = [await hired('clerk'), await hired('clerk')];
      const give = () => api.send(colleague, 'assignClaims', { claims: [claim], to: kin.id });
      const gives = Array.from({ length: CLIENTS - 1 }, () => give);
      await Promise.all([...gives.slice(0, 7), () => recused(kin, { claim }), ...gives.slice(7)].map((send) => send()));
      const { events } = await api.store.readStream(CITY, recusalStream(kin.id));
      const since = events[0]?.position ?? 0n;
      const assigned = await api.store.readStream(CITY, assignmentStream(claim));
      expect(assigned.events.filter(({ position }) => position > since)).toEqual([]);
      const query = 'query ($id: ID!) { claim(id: $id) { assignee { id } } }';
      expect(await ask(api, colleague, query, { id: claim })).toEqual({ claim: { assignee: null } });
    }
  });

  it('a payment is confirmed before the recusal, or by a colleague', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id: claim, payments } = await bureau.instructed({ uscc: await bureau.enterprise() });
      const payment = payments[0]?.id ?? '';
      const kin = await api.hire('treasury', payment.slice(-6));
      const confirm = (index: number) => () =>
        api.send(kin, 'confirmPayment', {
          ...{ payment, attempt: 1, paidOn: '2026-08-13' },
          bankReference: `BR-${round}-${index}`,
        });
      const confirms = Array.from({ length: CLIENTS - 1 }, (_, index) => confirm(index));
      await Promise.all(
        [...confirms.slice(0, 3), () => recused(kin, { claim }), ...confirms.slice(3)].map((send) => send()),
      );
      const { events } = await api.store.readStream(CITY, recusalStream(kin.id));
      const taken = await positionsOf(kin, [paymentStream(payment), claimStream(claim)]);
      expect(taken.filter((position) => position > (events[0]?.position ?? 0n))).toEqual([]);
      api.today(TODAY);
    }
  });
});
