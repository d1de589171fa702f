import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, freshEvidence } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const RETURNS = `query ($id: ID!) { claim(id: $id) {
  correctable { field told }
  returns {
    by department telephone reason answerBy workingDays isOverdue lateReason answeredOn answeredBy
    items { field label { zh } was { zh en } wrong wanted told isChanged answer }
    changes { field label { zh } before { zh } after { zh } isAsked }
  }
  timeline { type summary { zh en } }
} }`;

interface Page {
  readonly correctable: readonly { readonly field: string; readonly told: string }[];
  readonly returns: readonly Record<string, unknown>[];
  readonly timeline: readonly { readonly type: string; readonly summary: { readonly zh: string } }[];
}

describe('a claim that is returned field by field', () => {
  let api: Api;
  let bureau: Bureau;
  let third: Official;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    third = await api.hire('clerk', CITY);
  }, 120_000);

  afterAll(() => api.stop());

  const pageOf = async (id: string, official = bureau.clerk) =>
    (await ask(api, official, RETURNS, { id })).claim as Page;

  async function returned(items: object[] = [fee]): Promise<string> {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim, items });
    return claim;
  }

  const fee = { field: 'facts.serviceFee', wrong: '与发票合计不符', wanted: '按发票合计填写' };
  const stated = (change: object = {}) => ({
    ...{ occurredOn: '2025-12-31', subject: null, facts: { serviceFee: '400000.00' }, requestedAmount: '120000.00' },
    evidence: freshEvidence(),
    ...change,
  });

  it('says what is asked, by when and whom to call, and what differs once it is stated anew', async () => {
    const evidence = freshEvidence();
    const claim = await bureau.submitted({ uscc: await bureau.enterprise(), evidence });
    const account = { field: 'account', wrong: '账户已销户', wanted: '变更收款账户' };
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim, items: [fee, account], reason: '其余无误' });
    const open = await pageOf(claim);
    expect(open.returns).toMatchObject([
      {
        department: null,
        telephone: '12345',
        reason: '其余无误',
        // Ten working days after Monday, 3 August 2026.
        ...{
          answerBy: '2026-08-17',
          workingDays: 10,
          isOverdue: false,
          lateReason: null,
          answeredOn: null,
          changes: [],
        },
        items: [
          {
            field: 'facts.serviceFee',
            was: { zh: '40万元', en: '¥400,000.00' },
            told: 'FIRST',
            isChanged: null,
            answer: null,
          },
          { field: 'account', was: null, told: 'FIRST', isChanged: null },
        ],
      },
    ]);
    expect(open.timeline.find(({ type }) => type === 'ClaimReturned')?.summary.zh).toContain(
      '与发票合计不符；按发票合计填写',
    );

    api.today('2026-08-18');
    expect((await pageOf(claim)).returns).toMatchObject([{ isOverdue: true }]);
    const answers = [{ field: 'account', text: '账户变更已提出' }];
    const anew = stated({ facts: { serviceFee: '300000.00' }, requestedAmount: '90000.00', evidence });
    await bureau.done(bureau.clerk, 'resubmitClaim', { claim, answers, ...anew });
    api.today('2026-08-03');
    expect((await pageOf(claim)).returns).toMatchObject([
      {
        isOverdue: false,
        answeredOn: '2026-08-18',
        items: [
          { isChanged: true, answer: null },
          { isChanged: false, answer: '账户变更已提出' },
        ],
        changes: [
          { field: 'requestedAmount', before: { zh: '12万元' }, after: { zh: '9万元' }, isAsked: false },
          { field: 'facts.serviceFee', before: { zh: '40万元' }, after: { zh: '30万元' }, isAsked: true },
        ],
      },
    ]);
  });

  it('is refused by name as long as something is left as it was', async () => {
    const claim = await returned();
    const refused = await api.send(bureau.clerk, 'resubmitClaim', { claim, ...stated() });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'answers' }] });
    expect(refused.message.zh).toContain('仍未改动');
    const answers = [{ field: 'facts.serviceFee', text: '以合同为准' }];
    await bureau.done(bureau.clerk, 'resubmitClaim', { claim, ...stated(), answers });
  });

  it('is returned a second time for what stood there only with a reason, which the auditor sees', async () => {
    const claim = await returned();
    await bureau.done(bureau.clerk, 'resubmitClaim', {
      claim,
      ...stated({ facts: { serviceFee: '300000.00' } }),
    });
    const told = new Map((await pageOf(claim)).correctable.map((each) => [each.field, each.told]));
    expect([told.get('facts.serviceFee'), told.get('requestedAmount')]).toEqual(['FIRST', 'LATE']);

    const amount = { field: 'requestedAmount', wrong: '超过比例', wanted: '按比例填写' };
    const late = { claim, items: [amount] };
    const refused = await api.send(bureau.otherClerk, 'returnClaim', late);
    expect(refused).toMatchObject({ __typename: 'InvalidInput', field: 'lateReason' });
    await bureau.done(bureau.otherClerk, 'returnClaim', { ...late, lateReason: '上次未核对比例' });
    const auditor = await api.hire('auditor', CITY);
    expect((await pageOf(claim, auditor)).returns).toMatchObject([
      { lateReason: null },
      { lateReason: '上次未核对比例', items: [{ field: 'requestedAmount', told: 'LATE' }] },
    ]);
  });

  it('is stated anew once, whichever of two clerks comes first', async () => {
    const claim = await returned();
    const answers = [{ field: 'facts.serviceFee', text: '以合同为准' }];
    const both = await Promise.all([
      api.send(bureau.clerk, 'resubmitClaim', { claim, ...stated({ requestedAmount: '110000.00' }), answers }),
      api.send(third, 'resubmitClaim', { claim, ...stated({ facts: { serviceFee: '300000.00' } }) }),
    ]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Claim', 'NotAllowedNow']);
    const { events } = await api.store.readStream(bureau.city, claimStream(claim));
    expect(events.map(({ type }) => type)).toEqual(['ClaimSubmitted', 'ClaimReturned', 'ClaimResubmitted']);
    expect((await pageOf(claim)).returns).toMatchObject([{ answeredOn: '2026-08-03' }]);
  });

  it('is told at once by one of two clerks who return it in the same moment', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const both = await Promise.all(
      [bureau.otherClerk, third].map((official) => api.send(official, 'returnClaim', { claim, items: [fee] })),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Claim', 'NotAllowedNow']);
    expect((await pageOf(claim)).returns).toHaveLength(1);
  });

  it('is either returned again with what it states now, or not, where a return meets the resubmission', async () => {
    for (let round = 0; round < 4; round += 1) {
      const claim = await returned();
      const anew = stated({ facts: { serviceFee: '300000.00' } });
      const [sent, back] = await Promise.all([
        api.send(bureau.clerk, 'resubmitClaim', { claim, ...anew }),
        api.send(third, 'returnClaim', { claim, items: [fee] }),
      ]);
      expect(sent).toMatchObject({ __typename: 'Claim' });
      const { returns } = await pageOf(claim);
      // A return that came through was decided on the new statement: its field was changed, so that nothing is late.
      if (back.__typename === 'Claim') {
        expect(returns).toMatchObject([
          { answeredOn: '2026-08-03' },
          { items: [{ was: { zh: '30万元' }, told: 'FIRST' }] },
        ]);
      } else {
        expect(back).toMatchObject({ code: 'NOT_YOUR_TURN' });
        expect(returns).toHaveLength(1);
      }
    }
  });
});
