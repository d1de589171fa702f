import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, RENTAL, SCENARIO, TODAY } from '../spec/bureau.spec.js';
import { balanceOf } from '../spec/guards.spec.js';
import { ask } from '../spec/queries.spec.js';

/** After the publicity. */
const LATER = '2026-08-13';
const REASON = '额度已被其他申报件占用';

interface Refused {
  readonly message: { readonly en: string };
}

describe('a claim that is left at what is paid', () => {
  let api: Api;
  let bureau: Bureau;
  let uscc: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  beforeEach(async () => {
    api.today(TODAY);
    uscc = await bureau.enterprise();
  });

  afterAll(() => api.stop());

  async function pay(payment: string): Promise<void> {
    const confirmation = { payment, attempt: 1, bankReference: `J-${payment}`, paidOn: LATER };
    await bureau.done(await bureau.treasury(payment.slice(-6)), 'confirmPayment', confirmation);
  }

  async function sendBack(payment: string): Promise<void> {
    const returned = { payment, attempt: 1, reason: '账户已销户' };
    await bureau.done(await bureau.treasury(payment.slice(-6)), 'recordBankReturn', returned);
  }

  /** The county has paid its half, and the city's half, which came back, was granted on another claim since. */
  async function stuck(): Promise<string> {
    const { id: claim } = await bureau.instructed({ uscc, facts: { serviceFee: '1000000.00' } });
    await pay(`${claim}-${COUNTY}`);
    await sendBack(`${claim}-${CITY}`);
    api.today(TODAY);
    expect((await bureau.determined({ uscc, facts: { serviceFee: '1000000.00' } })).determinedAmount).toBe('150000.00');
    api.today(LATER);
    const again = await api.send(bureau.otherFinance, 'reinstructPayment', { payment: `${claim}-${CITY}` });
    expect(again).toMatchObject({ code: 'NOTHING_TO_PAY', message: { zh: expect.stringContaining('按已付结清') } });
    return claim;
  }

  const propose = (claim: string, by = bureau.otherFinance): Promise<Answer> =>
    api.send(by, 'proposeSettlement', { claim, reason: REASON });

  it('is proposed by one official of finance and agreed to by another, with the reason on record', async () => {
    const claim = await stuck();
    expect(await propose(claim, bureau.finance)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await propose(claim, bureau.otherFinance)).toMatchObject({ status: 'SETTLING' });
    const waiting = '{ claims(first: 50, filter: { waitingForMe: true }) { nodes { id } } }';
    expect(await ask(api, bureau.finance, waiting)).toMatchObject({
      claims: { nodes: expect.arrayContaining([{ id: claim }]) },
    });
    expect(await api.send(bureau.otherFinance, 'agreeSettlement', { claim })).toMatchObject({ code: 'SAME_PERSON' });
    const payment = `${claim}-${CITY}`;
    expect(await api.send(bureau.finance, 'reinstructPayment', { payment })).toMatchObject({ code: 'NOT_YOUR_TURN' });

    expect(await bureau.done(bureau.finance, 'agreeSettlement', { claim })).toMatchObject({
      status: 'SETTLED',
      determinedAmount: '300000.00',
      paidAmount: '150000.00',
    });
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      code: 'ALREADY_DECIDED',
    });
    const page = await ask(
      api,
      bureau.clerk,
      'query ($id: ID!) { claim(id: $id) { nextStep { en } timeline { type summary { zh } } } }',
      { id: claim },
    );
    expect(page).toMatchObject({ claim: { nextStep: { en: expect.stringContaining('settled at what is paid') } } });
    const { timeline } = page.claim as { timeline: { type: string; summary: { zh: string } }[] };
    expect(timeline).toContainEqual({ type: 'ClaimSettlementProposed', summary: { zh: REASON } });
    expect(timeline).toContainEqual({
      type: 'ClaimSettled',
      summary: { zh: '已付15万元，15万元不再拨付' },
    });
    // Both halves of the other claim, and the half that was paid.
    expect(await balanceOf(api, CITY, `enterprise:${uscc}:${RENTAL}:2025`)).toEqual({
      reserved: 15_000_000n,
      paid: 15_000_000n,
    });
  });

  it('can be refused, after which what came back is instructed again', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    for (const payer of [CITY, COUNTY]) await sendBack(`${claim}-${payer}`);
    await propose(claim);
    expect(await bureau.done(bureau.finance, 'refuseSettlement', { claim, reason: '企业已提供新账户' })).toMatchObject({
      status: 'INSTRUCTED',
    });
    expect(await bureau.done(bureau.otherFinance, 'reinstructPayment', { payment: `${claim}-${CITY}` })).toMatchObject({
      status: 'INSTRUCTED',
    });
  });

  it('has nothing on its way to the bank', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    await sendBack(`${claim}-${CITY}`);
    expect(await propose(claim)).toMatchObject({
      code: 'NOT_YOUR_TURN',
      message: { zh: expect.stringContaining('尚有已下达的拨付指令') },
    });
    await pay(`${claim}-${COUNTY}`);
    expect(await propose(claim)).toMatchObject({ status: 'SETTLING' });
  });

  it('asks for a reason, and is the business of its own finance office', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    for (const payer of [CITY, COUNTY]) await sendBack(`${claim}-${payer}`);
    const blank = { claim, reason: ' ' };
    expect(await api.send(bureau.otherFinance, 'proposeSettlement', blank)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
    expect(await propose(claim, await api.hire('finance', COUNTY))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
  });

  it('frees its papers and its subject where nothing of it is paid, so that it can be claimed anew', async () => {
    const evidence = [{ kind: 'CERTIFICATE', number: `JQ-${uscc}` }];
    const stated = { uscc, measure: SCENARIO, subject: '智能排产', evidence };
    const { id: claim } = await bureau.instructed(stated);
    await sendBack(`${claim}-${CITY}`);
    await propose(claim);
    await bureau.done(bureau.finance, 'agreeSettlement', { claim });
    api.today(TODAY);

    expect((await bureau.determined(stated)).determinedAmount).toBe('100000.00');
  });

  it('is open again when the bank sends back what was paid of it', async () => {
    const claim = await stuck();
    await propose(claim);
    await bureau.done(bureau.finance, 'agreeSettlement', { claim });
    await sendBack(`${claim}-${COUNTY}`);

    expect(
      await ask(api, bureau.clerk, 'query ($id: ID!) { claim(id: $id) { status paidAmount } }', { id: claim }),
    ).toEqual({ claim: { status: 'INSTRUCTED', paidAmount: '0.00' } });
    const [{ id: payment }] = [{ id: `${claim}-${COUNTY}` }] as const;
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      status: 'INSTRUCTED',
    });
  });

  it('is for nobody who paid it before he came to another office, nor is any other step on it', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    for (const payer of [CITY, COUNTY]) await sendBack(`${claim}-${payer}`);
    const payer = await bureau.treasury(COUNTY);
    const refusedTo = async (by: Official, action: string, mutation: string, input: object): Promise<void> => {
      const question = 'query ($id: ID!) { claim(id: $id) { actions { action refusal { en } } } }';
      const page = (await ask(api, by, question, { id: claim })) as {
        claim: { actions: { action: string; refusal: { en: string } | null }[] };
      };
      const answer = await api.send(by, mutation, { claim, ...input });
      expect([mutation, answer]).toEqual([mutation, expect.objectContaining({ code: 'CAPACITY_MIXED' })]);
      expect(page.claim.actions).toContainEqual({ action, refusal: { en: (answer as Refused).message.en } });
    };

    const clerk = await api.transfer(payer, 'clerk', COUNTY);
    await refusedTo(clerk, 'RAISE_OBJECTION', 'raiseObjection', { receivedOn: LATER, what: '公示名单有误' });
    const ended = { uscc, kind: 'CANCELLED', on: LATER, successors: [] };
    const proposed = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', ended);
    const proposal = (proposed as unknown as { changeProposals: { id: string }[] }).changeProposals[0]?.id;
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
    await refusedTo(clerk, 'WITHDRAW', 'withdrawClaim', { reason: '企业注销' });
    const finance = await api.transfer(clerk, 'finance', CITY);
    await refusedTo(finance, 'SETTLE', 'proposeSettlement', { reason: REASON });
    await propose(claim);
    await refusedTo(finance, 'AGREE_SETTLEMENT', 'agreeSettlement', {});
    await refusedTo(finance, 'REFUSE_SETTLEMENT', 'refuseSettlement', { reason: REASON });
  });
});
