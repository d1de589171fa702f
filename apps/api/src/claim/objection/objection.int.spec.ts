import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { ReadModel } from '../../log/read-model.js';
import { AbandonedRows } from '../../personal-data/abandoned-rows.js';
import { personalDataDifferences } from '../../personal-data/personal-data-check.js';
import { Api, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, RENTAL, TODAY } from '../../spec/bureau.spec.js';
import { balanceOf } from '../../spec/guards.spec.js';
import { copyOfPolicies, rewritePolicy } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { guardsByReplay, guardsOf, wholeLog } from '../../spec/replay.spec.js';

const LEAD = '市数据管理局';
/** After the publicity of seven days. */
const LATER = '2026-08-11';
const PERSON = { kind: 'PERSON', name: '林某某', phone: '0595-8560 1234' };

const OBJECTIONS = `query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) {
  status answerBy position nextStep { en }
  objections { id standing hint objector objectorKind receivedOn answerBy isOverdue what evidence answer { by reason then } }
} }`;
const OBJECTOR = `query ($claim: ID!, $objection: ID!) { objector(claim: $claim, objection: $objection) {
  ... on Objector { kind name phone } ... on Refusal { code } } }`;

let api: Api;
let bureau: Bureau;
let answerer: Official;
let uscc: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  answerer = await api.hire('reviewer', CITY, LEAD);
});

beforeEach(async () => {
  api.today(TODAY);
  uscc = await bureau.enterprise();
});

afterAll(() => api.stop());

function raise(claim: string, change: object = {}): Promise<Answer> {
  const stated = { receivedOn: TODAY, objector: PERSON, what: '未实际租用算力', evidence: '现场照片' };
  return api.send(bureau.clerk, 'raiseObjection', { claim, ...stated, ...change });
}

interface Shown {
  readonly status: string;
  readonly answerBy: string | null;
  readonly position: string;
  readonly objections: readonly { readonly id: string; readonly standing: string }[];
}

async function shown(claim: string, asOf: object | null = null): Promise<Shown> {
  return (await ask(api, bureau.clerk, OBJECTIONS, { id: claim, asOf })).claim as Shown;
}

/** Publicised, and objected to; with the id of the objection. */
async function frozen(): Promise<{ claim: string; objection: string }> {
  const claim = await bureau.publicised({ uscc });
  const objection = randomUUID();
  expect(await raise(claim, { commandId: objection })).toMatchObject({ status: 'OBJECTED' });
  return { claim, objection };
}

const settle = (claim: string, answer: object, by = answerer): Promise<Answer> =>
  api.send(by, 'settleObjection', { claim, upheld: false, reason: '经核实，租用属实', ...answer });

async function waitingFor(official: Official): Promise<string[]> {
  const query = '{ claims(first: 100, filter: { waitingForMe: true }) { totalCount nodes { id } } }';
  const { claims } = await ask(api, official, query);
  const { nodes, totalCount } = claims as { nodes: { id: string }[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id);
}

describe('an objection under a real name', () => {
  it('freezes the claim and only it, waits for the lead department, and lets it go on when it is not upheld', async () => {
    const other = await bureau.publicised({ uscc: await bureau.enterprise() });
    const { claim, objection } = await frozen();
    expect(await shown(claim)).toMatchObject({
      answerBy: '2026-08-10',
      nextStep: { en: expect.stringContaining('due by 2026-08-10') },
      objections: [
        { id: objection, standing: 'OPEN', objector: '林** ********1234', objectorKind: 'PERSON', hint: null },
      ],
    });
    api.today(LATER);
    expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject({ code: 'OBJECTION_OPEN' });
    expect(await api.send(bureau.finance, 'instructPayments', { claim: other })).toMatchObject({
      status: 'INSTRUCTED',
    });

    // Whoever agreed to it in its review is not asked for the answer.
    const own = await bureau.reviewer(RENTAL);
    expect(await waitingFor(answerer)).toContain(claim);
    expect(await waitingFor(own)).not.toContain(claim);
    expect(await settle(claim, { objection }, own)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await shown(claim)).toMatchObject({ objections: [{ isOverdue: true }] });

    expect(await settle(claim, { objection })).toMatchObject({ status: 'PUBLICISED', answerBy: null });
    expect(await bureau.done(bureau.finance, 'instructPayments', { claim })).toMatchObject({ status: 'INSTRUCTED' });
    const { claim: page } = await ask(
      api,
      bureau.clerk,
      'query ($id: ID!) { claim(id: $id) { timeline { type summary { zh } } } }',
      { id: claim },
    );
    expect(page).toMatchObject({
      timeline: expect.arrayContaining([
        { type: 'ObjectionRaised', summary: { zh: '林**：未实际租用算力（应于2026-08-10前答复，此件冻结）' } },
        { type: 'ObjectionDismissed', summary: { zh: '经核实，租用属实' } },
      ]),
    });
  });

  it('that is upheld voids the determination, which is made and shown anew', async () => {
    const account = `enterprise:${uscc}:${RENTAL}:2025`;
    const { claim, objection } = await frozen();
    expect(await balanceOf(api, CITY, account)).toEqual({ reserved: 12_000_000n, paid: 0n });

    const upheld = { objection, upheld: true, then: 'DETERMINATION', reason: '另有已兑现的同类补助' };
    expect(await settle(claim, upheld)).toMatchObject({
      ...{ status: 'REVIEWED', determinedAmount: null, publicity: null, determination: null },
      objections: [{ standing: 'UPHELD', answer: { then: 'DETERMINATION', reason: '另有已兑现的同类补助' } }],
    });
    expect(await balanceOf(api, CITY, account)).toEqual({ reserved: 0n, paid: 0n });

    expect(await bureau.done(bureau.finance, 'determineClaim', { claim })).toMatchObject({
      determinedAmount: '120000.00',
    });
    api.today('2026-08-06');
    await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim, days: 7 });
    api.today(LATER);
    expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject({ code: 'PUBLICITY_NOT_OVER' });
    api.today('2026-08-14');
    await bureau.done(bureau.finance, 'instructPayments', { claim });
    expect(await balanceOf(api, CITY, account)).toEqual({ reserved: 12_000_000n, paid: 0n });
    expect(await guardsOf(api, CITY)).toEqual(guardsByReplay(await wholeLog(api, CITY)));
  });

  it('that is upheld can send the claim back to its review, to the enterprise, or end it, and frees its papers', async () => {
    const reviewed = await frozen();
    expect(await settle(reviewed.claim, { ...reviewed, upheld: true, then: 'REVIEW' })).toMatchObject({
      status: 'ACCEPTED',
    });
    const again = { claim: reviewed.claim, opinion: '重新核实，同意', agreedAmount: null };
    expect(await api.send(answerer, 'reviewClaim', again)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await bureau.done(await bureau.reviewer(RENTAL), 'reviewClaim', again)).toMatchObject({
      status: 'REVIEWED',
    });

    const stated = await frozen();
    expect(await settle(stated.claim, { ...stated, upheld: true, then: 'RESUBMISSION' })).toMatchObject({
      status: 'RETURNED',
    });

    const ended = await frozen();
    const evidence = 'query ($id: ID!) { claim(id: $id) { evidence { kind number } } }';
    const { claim: papers } = await ask(api, bureau.clerk, evidence, { id: ended.claim });
    expect(await settle(ended.claim, { ...ended, upheld: true, then: 'REJECTION' })).toMatchObject({
      status: 'REJECTED',
      paidAmount: '0.00',
    });
    const { evidence: freed } = papers as { evidence: { kind: string; number: string }[] };
    expect(await bureau.accepted({ uscc, evidence: freed })).toEqual(expect.any(String));
  });

  it('is recorded once, however often it is sent, and held to the page that was looked at', async () => {
    const claim = await bureau.publicised({ uscc });
    const { position } = await shown(claim);
    const query = 'query ($id: ID!) { claim(id: $id) { measure { policy { version } } } }';
    const { claim: page } = await ask(api, bureau.clerk, query, { id: claim });
    const { measure } = page as { measure: { policy: { version: string } } };
    const seen = { position, policyVersion: measure.policy.version };
    const commandId = randomUUID();
    await raise(claim, { commandId, seen });
    await raise(claim, { commandId, seen });
    expect((await shown(claim)).objections).toHaveLength(1);
    expect(await raise(claim, { seen })).toMatchObject({ code: 'CHANGED_SINCE' });
    expect(await personalDataDifferences(api.pool, CITY)).toEqual([]);
  });

  it('is refused at the fields that are wrong, and elsewhere than at the window', async () => {
    const claim = await bureau.publicised({ uscc });
    expect(await raise(claim, { objector: { ...PERSON, name: ' ', phone: 'x' } })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await raise(claim, { objector: { ...PERSON, phone: 'x' } })).toMatchObject({
      problems: [{ field: 'objector.phone' }],
    });
    expect(await raise(claim, { receivedOn: '2026-08-04' })).toMatchObject({ problems: [{ field: 'receivedOn' }] });
    expect(await raise(claim, { what: '请致电13800138000' })).toMatchObject({ problems: [{ field: 'what' }] });
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    const stated = { claim, receivedOn: TODAY, objector: PERSON, what: '未实际租用算力' };
    expect(await api.send(elsewhere, 'raiseObjection', stated)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect((await api.pool.query('select from identity.objector where claim = $1', [claim])).rowCount).toBe(0);
  });
});

it('an objection that is anonymous, unsealed or late is a hint, and stops nothing', async () => {
  const claim = await bureau.publicised({ uscc });
  expect(await raise(claim, { objector: null })).toMatchObject({ status: 'PUBLICISED' });
  expect(await raise(claim, { objector: { kind: 'UNIT', name: '某某公司', phone: '0595-8560 1234' } })).toMatchObject({
    status: 'PUBLICISED',
  });
  api.today(LATER);
  expect(await raise(claim, { receivedOn: LATER })).toMatchObject({ status: 'PUBLICISED' });
  expect(await shown(claim)).toMatchObject({
    objections: [
      { standing: 'HINT', hint: 'ANONYMOUS', objector: null },
      { standing: 'HINT', hint: 'UNSEALED', objector: '某某公司 ********1234' },
      { standing: 'HINT', hint: 'LATE', objector: '林** ********1234', answerBy: null },
    ],
  });
  expect(await bureau.done(bureau.finance, 'instructPayments', { claim })).toMatchObject({ status: 'INSTRUCTED' });
});

it('a claim is shown as it stood before the objection, and after it, also when the tables are built anew', async () => {
  const claim = await bureau.publicised({ uscc });
  const { position } = await shown(claim);
  const objection = randomUUID();
  await raise(claim, { commandId: objection });
  const between = (await shown(claim)).position;
  await settle(claim, { objection, upheld: true, then: 'REJECTION' });
  const states = async () => [
    await shown(claim, { position }),
    await shown(claim, { position: between }),
    await shown(claim),
  ];
  const before = await states();
  expect(before).toMatchObject([
    { status: 'PUBLICISED', answerBy: null, objections: [] },
    { status: 'OBJECTED', answerBy: '2026-08-10', objections: [{ standing: 'OPEN' }] },
    { status: 'REJECTED', answerBy: null, objections: [{ standing: 'UPHELD' }] },
  ]);
  await api.app.get(ReadModel).rebuild();
  expect(await states()).toMatchObject(
    before.map(({ status, answerBy, objections }) => ({ status, answerBy, objections })),
  );
});

describe('who objected, erased on request', () => {
  const REASON = '异议人要求删除';

  /** A claim whose objection is answered, and its eraser. */
  async function answered(): Promise<{ claim: string; objection: string; eraser: Official }> {
    const { claim, objection } = await frozen();
    await settle(claim, { objection });
    return { claim, objection, eraser: await api.hire('security-administrator', CITY) };
  }

  const rowsOf = async (objection: string): Promise<number | null> =>
    (await api.pool.query('select from identity.objector where id = $1', [objection])).rowCount;

  it('is gone, and its erasure on record; mask, hash and answer stay, and the verification finds nothing amiss', async () => {
    const { claim, objection, eraser } = await answered();
    const erased = await api.send(eraser, 'eraseObjector', { claim, objection, reason: REASON });
    expect(erased).toMatchObject({
      status: 'PUBLICISED',
      objections: [{ standing: 'DISMISSED', objector: '林** ********1234', objectorErasedOn: TODAY }],
    });
    expect(await rowsOf(objection)).toBe(0);
    expect(await personalDataDifferences(api.pool, CITY)).toEqual([]);
    expect((await api.post(bureau.clerk, OBJECTOR, { claim, objection })).data?.objector).toEqual({
      code: 'NOT_FOUND',
    });
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(events.at(-1)).toMatchObject({ type: 'ObjectorErased', data: { objection, reason: REASON } });
    expect(events.find(({ type }) => type === 'ObjectionRaised')?.data).toMatchObject({
      by: { hash: expect.stringMatching(/^[\da-f]{64}$/) },
    });
    // Nobody takes part in a claim by that: the step after it is for whom it was.
    api.today(LATER);
    expect(await bureau.done(bureau.finance, 'instructPayments', { claim })).toMatchObject({ status: 'INSTRUCTED' });
  });

  it('is not while the objection waits, nor twice, nor where nobody said, nor without a reason', async () => {
    const { claim, objection } = await frozen();
    const eraser = await api.hire('security-administrator', CITY);
    const erase = (change: object) =>
      api.send(eraser, 'eraseObjector', { claim, objection, reason: REASON, ...change });
    expect(await erase({})).toMatchObject({ code: 'OBJECTION_OPEN' });
    expect(await rowsOf(objection)).toBe(1);
    const hint = randomUUID();
    await raise(claim, { objector: null, commandId: hint });
    expect(await erase({ objection: hint })).toMatchObject({ code: 'NOT_FOUND' });
    await settle(claim, { objection });
    expect(await erase({ reason: ' ' })).toMatchObject({ problems: [{ field: 'reason' }] });
    const commandId = randomUUID();
    expect(await erase({ commandId })).toMatchObject({ status: 'PUBLICISED' });
    expect(await erase({ commandId })).toMatchObject({ status: 'PUBLICISED' });
    expect(await erase({})).toMatchObject({ code: 'ALREADY_DECIDED' });
  });

  it('is swept where its erasure was recorded and the row came back, as from a copy', async () => {
    const { claim, objection, eraser } = await answered();
    const { rows } = await api.pool.query<{ row: object }>(
      'select to_jsonb(k) as row from identity.objector k where id = $1',
      [objection],
    );
    await bureau.done(eraser, 'eraseObjector', { claim, objection, reason: REASON });
    await api.pool.query(
      'insert into identity.objector select (jsonb_populate_record(null::identity.objector, $1)).*',
      [rows[0]?.row],
    );
    await api.app.get(AbandonedRows).sweep();
    expect(await rowsOf(objection)).toBe(0);
  });
});

describe('who objects', () => {
  it('stands in the log masked, and whole for the window, the lead department and auditors, each reading on record', async () => {
    const { claim, objection } = await frozen();
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/林某某|85601234|8560 1234/);
    const asked = async (official: Official) => {
      const { data, errors } = await api.post(official, OBJECTOR, { claim, objection });
      return data?.objector ?? errors?.[0]?.extensions.code;
    };
    const whole = { kind: 'PERSON', name: '林某某', phone: '0595-8560 1234' };
    const auditor = await api.hire('auditor', CITY);
    for (const official of [bureau.clerk, answerer, auditor]) expect(await asked(official)).toEqual(whole);
    expect(await asked(await api.hire('clerk', OTHER_COUNTY))).toEqual({ code: 'NOT_YOUR_OFFICE' });
    expect(await asked(await api.hire('reviewer', CITY, '市工信局'))).toEqual({ code: 'NOT_YOUR_OFFICE' });
    expect(await asked(bureau.finance)).toBe('FORBIDDEN');
    const { rows } = await api.pool.query<{ user_id: string }>(
      `select user_id from identity.security_log where tenant = $1 and kind = 'objector-read' and details ->> 'objection' = $2`,
      [CITY, objection],
    );
    expect(new Set(rows.map((row) => row.user_id))).toEqual(new Set([bureau.clerk.id, answerer.id, auditor.id]));
  });

  it('is compared with its hash in the log: what was changed, put there or taken away is found', async () => {
    const { objection } = await frozen();
    expect(await personalDataDifferences(api.pool, CITY)).toEqual([]);
    const subject = `identity.objector ${objection}`;
    const owner = (sql: string, values: unknown[]) => withClient(api.database, (client) => client.query(sql, values));
    await owner(`update identity.objector set name = '陈某某' where id = $1`, [objection]);
    expect(await personalDataDifferences(api.pool, CITY)).toMatchObject([{ subject, field: 'hash' }]);
    await owner('delete from identity.objector where id = $1', [objection]);
    expect(await personalDataDifferences(api.pool, CITY)).toMatchObject([{ subject, field: 'row', computed: 'a row' }]);
    const planted = randomUUID();
    await owner(
      `insert into identity.objector (tenant, id, claim, kind, name, phone, salt, kept_at)
       values ($1, $2, 'x', 'person', 'x', 'x', '\\x00', now() - interval '3 days')`,
      [CITY, planted],
    );
    expect(await personalDataDifferences(api.pool, CITY)).toContainEqual(
      expect.objectContaining({ subject: `identity.objector ${planted}`, field: 'event' }),
    );
    await api.app.get(AbandonedRows).sweep();
    expect((await api.pool.query('select from identity.objector where id = $1', [planted])).rowCount).toBe(0);
  });
});

it('an objection that nobody of the department may answer says so, until another reviewer is appointed', async () => {
  const query = 'query ($id: ID!) { claim(id: $id) { nobodyAnswers answerIsOverdue } }';
  const seen = async (id: string) => (await ask(api, bureau.clerk, query, { id })).claim;
  const { claim, objection } = await frozen();
  expect(await seen(claim)).toEqual({ nobodyAnswers: false, answerIsOverdue: false });
  const own = await bureau.reviewer(RENTAL);
  const others = `update identity."user" set disabled = $3
    where tenant = $1 and id <> $2 and not is_demo and department = '${LEAD}'`;
  await withClient(api.database, (owner) => owner.query(others, [CITY, own.id, true]));
  api.today(LATER);
  expect(await seen(claim)).toEqual({ nobodyAnswers: true, answerIsOverdue: true });
  const refused = await api.send(own, 'settleObjection', { claim, objection, upheld: false, reason: '属实' });
  expect(refused).toMatchObject({ code: 'SAME_PERSON', message: { zh: expect.stringContaining('增设一名审核人') } });
  await withClient(api.database, (owner) => owner.query(others, [CITY, own.id, false]));
  expect(await seen(claim)).toEqual({ nobodyAnswers: false, answerIsOverdue: true });
  await settle(claim, { objection });
  expect(await seen(claim)).toEqual({ nobodyAnswers: false, answerIsOverdue: false });
});

it('16 clients who object and instruct at once leave no instruction after an open objection', async () => {
  const claims = await Promise.all(
    Array.from({ length: 4 }, async () => bureau.publicised({ uscc: await bureau.enterprise() })),
  );
  // The last day is over: received in time, entered the day after.
  api.today(LATER);
  await Promise.all(
    claims.flatMap((claim) => [
      api.send(bureau.finance, 'instructPayments', { claim }),
      raise(claim),
      api.send(bureau.finance, 'instructPayments', { claim }),
      raise(claim, { objector: { ...PERSON, name: '陈某某' } }),
    ]),
  );
  for (const claim of claims) {
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    const types = events.map(({ type }) => type).slice(5);
    const isPaid = types.includes('PaymentsInstructed');
    // Instructed first, all that is objected is a hint; objected first, nothing is instructed.
    expect(types).toEqual(
      isPaid ? types.filter((type) => type !== 'ObjectionRaised') : ['ObjectionRaised', 'ObjectionRaised'],
    );
    expect(types).toHaveLength(isPaid ? 3 : 2);
    expect((await shown(claim)).status).toBe(isPaid ? 'INSTRUCTED' : 'OBJECTED');
  }
}, 120_000);

it('published on Wednesday 30 September 2026 with 5 working days, it is instructed on 14 October and not on the 13th', async () => {
  const folder = copyOfPolicies();
  rewritePolicy(folder, 'quanzhou-2024-7', [
    {
      file: 'policy.yaml',
      was: 'least: 7, unit: days, source',
      becomes: 'least: 5, unit: workingDays, answerWithin: 3, source',
    },
  ]);
  const ofWorkingDays = await Api.start({ DUIXIAN_POLICIES_DIR: folder });
  try {
    const office = await Bureau.open(ofWorkingDays, CITY, COUNTY, '2026-09-30');
    const { id: claim } = await office.determined({ uscc: await office.enterprise() });
    await office.done(office.otherFinance, 'publiciseClaim', { claim, days: 5 });
    ofWorkingDays.today('2026-10-13');
    expect(await ofWorkingDays.send(office.finance, 'instructPayments', { claim })).toMatchObject({
      code: 'PUBLICITY_NOT_OVER',
    });
    const objection = { claim, receivedOn: '2026-10-13', objector: PERSON, what: '未实际租用算力' };
    // The days for the answer are the policy's: Wednesday to Friday.
    expect(await ofWorkingDays.send(office.clerk, 'raiseObjection', objection)).toMatchObject({
      answerBy: '2026-10-16',
    });
    const { id } = ((await ask(ofWorkingDays, office.clerk, OBJECTIONS, { id: claim })).claim as Shown)
      .objections[0] ?? { id: '' };
    ofWorkingDays.today('2026-10-14');
    expect(await ofWorkingDays.send(office.finance, 'instructPayments', { claim })).toMatchObject({
      code: 'OBJECTION_OPEN',
    });
    const other = await ofWorkingDays.hire('reviewer', CITY, LEAD);
    await office.done(other, 'settleObjection', { claim, objection: id, upheld: false, reason: '经核实，租用属实' });
    expect(await ofWorkingDays.send(office.finance, 'instructPayments', { claim })).toMatchObject({
      status: 'INSTRUCTED',
    });
  } finally {
    await ofWorkingDays.stop();
  }
}, 120_000);
