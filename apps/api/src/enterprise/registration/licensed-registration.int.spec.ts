import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usccCheckCharacter } from '@duixian/casework';
import { Api, usccOf, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, freshEvidence, invoice, OTHER_COUNTY, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

/** A code of before 2016: in the form of the standard, with another check character. */
function unchecked(number: number): string {
  const code = usccOf(COUNTY, number);
  return code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
}

const LICENCE = { licenceNumber: '№3502000 0123', licenceIssuedOn: '2015-10-08' };

function stated(uscc: string, name = `厦门旧码${uscc.slice(-6)}有限公司（虚构）`) {
  return { uscc, name, division: COUNTY, ...LICENCE };
}

async function proposed(uscc: string): Promise<string> {
  const { proposals } = await bureau.done(bureau.clerk, 'proposeRegistration', stated(uscc));
  return proposals[0]?.id ?? '';
}

async function registered(number: number): Promise<string> {
  const uscc = unchecked(number);
  await bureau.done(bureau.otherClerk, 'agreeRegistration', { uscc, proposal: await proposed(uscc) });
  return uscc;
}

async function open(official: Official): Promise<unknown> {
  return (await ask(api, official, '{ openProposals { kind uscc name } }')).openProposals;
}

describe('an enterprise whose code does not check', () => {
  it('is refused as mistyped, with the character that would fit and the way on', async () => {
    const uscc = unchecked(1);
    const message = {
      zh: expect.stringMatching(
        new RegExp(`校验码应为${usccCheckCharacter(uscc.slice(0, -1)) ?? ''}，.*凭执照提请登记`),
      ),
      en: expect.stringMatching(
        new RegExp(`would be ${usccCheckCharacter(uscc.slice(0, -1)) ?? ''},.* with the licence`),
      ),
    };
    const { licenceNumber: _number, licenceIssuedOn: _day, ...plain } = stated(uscc);
    expect(await api.send(bureau.clerk, 'registerEnterprise', plain)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'uscc', message }],
    });
    const claim = { uscc, measure: 'quanzhou-2024-7/2', year: 2025, occurredOn: '2025-12-31', evidence: [] };
    const answer = await api.send(bureau.clerk, 'submitClaim', { ...claim, facts: {}, requestedAmount: '1.00' });
    expect(answer.problems).toContainEqual({ field: 'uscc', message });
  });

  it('is registered from its licence when a second clerk of its county agrees', async () => {
    const uscc = unchecked(2);
    const input = { ...stated(uscc), uscc: ` ${uscc.toLowerCase()} ` };
    const answer = await bureau.done(bureau.clerk, 'proposeRegistration', input);
    expect(answer).toMatchObject({
      id: uscc,
      enterprise: null,
      proposals: [{ standing: 'OPEN', licence: { number: '35020000123', issuedOn: '2015-10-08' } }],
    });
    const proposal = { uscc, proposal: answer.proposals[0]?.id };
    const { name } = stated(uscc);
    expect(await open(bureau.otherClerk)).toContainEqual({ kind: 'REGISTRATION', uscc, name });
    expect(await api.send(bureau.clerk, 'agreeRegistration', proposal)).toMatchObject({ code: 'SAME_PERSON' });
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'agreeRegistration', proposal)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });

    const ofCounty = await api.hire('clerk', COUNTY);
    expect(await bureau.done(ofCounty, 'agreeRegistration', proposal)).toMatchObject({
      enterprise: { uscc, name },
      proposals: [{ standing: 'IN_FORCE' }],
    });
    expect(await open(bureau.otherClerk)).not.toContainEqual(expect.objectContaining({ uscc }));
    const { events } = await api.store.readStream(CITY, `enterprise-${uscc}`);
    expect(events.map(({ type }) => type)).toEqual([
      'RegistrationProposed',
      'RegistrationAgreed',
      'EnterpriseRegistered',
    ]);
    for (const mutation of ['registerEnterprise', 'proposeRegistration']) {
      const { licenceNumber: _number, licenceIssuedOn: _day, ...plain } = stated(uscc);
      const again = mutation === 'registerEnterprise' ? plain : stated(uscc);
      expect(await api.send(bureau.clerk, mutation, again)).toMatchObject({ code: 'ENTERPRISE_EXISTS' });
    }
  });

  it('is not registered when a colleague refuses, or its proposer takes it back', async () => {
    const uscc = unchecked(3);
    const first = { uscc, proposal: await proposed(uscc) };
    expect(await api.send(bureau.clerk, 'proposeRegistration', stated(uscc))).toMatchObject({ code: 'PROPOSAL_OPEN' });
    const refused = await bureau.done(bureau.otherClerk, 'refuseRegistration', {
      ...first,
      reason: '执照上末位为另一字',
    });
    expect(refused).toMatchObject({
      enterprise: null,
      proposals: [{ standing: 'REFUSED', reason: '执照上末位为另一字' }],
    });
    const second = { uscc, proposal: await proposed(uscc) };
    expect(await bureau.done(bureau.clerk, 'withdrawRegistration', second)).toMatchObject({
      enterprise: null,
      proposals: [{ standing: 'WITHDRAWN' }, { standing: 'REFUSED' }],
    });
    for (const proposal of [first, second]) {
      expect(await api.send(bureau.otherClerk, 'agreeRegistration', proposal)).toMatchObject({
        code: 'ALREADY_DECIDED',
      });
    }
    const { enterprise } = await ask(api, bureau.clerk, `{ enterprise(uscc: "${uscc}") { name } }`);
    expect(enterprise).toBeNull();
  });

  it.each([
    ['a code that checks, which needs no licence', { uscc: usccOf(COUNTY, 9_001) }, 'uscc'],
    ['a code of another form', { uscc: '9135058MA' }, 'uscc'],
    ['a code of no authority', { uscc: unchecked(9_002).replace(/^91/, '00') }, 'uscc'],
    ['a resident’s identity number', { uscc: '11010519491231002X' }, 'uscc'],
    ['no number of a licence', { licenceNumber: '无' }, 'licenceNumber'],
    ['a licence of a day to come', { licenceIssuedOn: '2062-01-01' }, 'licenceIssuedOn'],
    ['no name', { name: ' ' }, 'name'],
    ['a county that is none', { division: '350599' }, 'division'],
  ])('is not proposed with %s', async (_, change, field) => {
    const answer = await api.send(bureau.clerk, 'proposeRegistration', { ...stated(unchecked(9_003)), ...change });
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field }] });
  });

  it('lives like any other: claims, is paid, moves, is found, goes on under a new code', async () => {
    const uscc = await registered(4);
    const account = { holder: stated(uscc).name, bank: '虚构银行', cnaps: '000000000001', number: '9900000077' };
    const [first] = (await bureau.done(bureau.clerk, 'proposeAccountChange', { uscc, ...account })).bankAccounts;
    await bureau.done(bureau.otherClerk, 'agreeAccountChange', { uscc, proposal: first?.id });
    const contact = { uscc, name: '林某某', phone: '0595-8560 0000' };
    await bureau.done(bureau.clerk, 'proposeContactChange', contact);
    const { payments } = await bureau.instructed({ uscc });
    for (const { id } of payments) {
      const treasury = await bureau.treasury(id.slice(-6));
      const paid = { payment: id, attempt: 1, bankReference: `HK${id.slice(-15)}`, paidOn: '2026-08-13' };
      await bureau.done(treasury, 'confirmPayment', paid);
    }
    api.today(TODAY);
    const shown = await ask(
      api,
      bureau.clerk,
      `{ enterprise(uscc: "${uscc}") { kind { zh } claims { nodes { status } } }
         enterprises(first: 5, filter: { query: "${uscc.toLowerCase()}" }) { nodes { uscc } } }`,
    );
    expect(shown).toMatchObject({
      enterprise: { kind: { zh: '企业' }, claims: { nodes: [{ status: 'PAID' }] } },
      enterprises: { nodes: [{ uscc }] },
    });
    await bureau.moved(uscc, OTHER_COUNTY, '2026-08-14', '2026-08-14');
    const successor = await registered(5);
    const change = { uscc, kind: 'RECODED', on: '2026-08-14', successors: [successor] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    const ended = { uscc, proposal: changeProposals[0]?.id };
    expect(await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', ended)).toMatchObject({
      closure: { how: 'RECODED' },
    });
    api.today(TODAY);
  });

  it('sells on an invoice once it is on record, and not before', async () => {
    const [uscc, seller] = [await bureau.enterprise(), unchecked(6)];
    const [number = ''] = freshEvidence().map((document) => document.number);
    const claim = { uscc, evidence: [invoice(number, '2025-12-31', { sellerUscc: seller })] };
    await expect(bureau.submitted(claim)).rejects.toThrow(/evidence\[0\]\.invoice\.sellerUscc/);

    await bureau.done(bureau.otherClerk, 'agreeRegistration', { uscc: seller, proposal: await proposed(seller) });

    await bureau.submitted(claim);
  });

  it('of another city sells on an invoice as its code is stated, since its licence is not here, with a warning', async () => {
    const stated = usccOf('350203', 7);
    const seller = `${stated.slice(0, -1)}${stated.endsWith('A') ? 'B' : 'A'}`;
    const [first = '', second = ''] = [...freshEvidence(), ...freshEvidence()].map((document) => document.number);
    const evidence = [invoice(first, '2025-12-31', { sellerUscc: seller }), invoice(second)];
    const claim = await bureau.submitted({ uscc: await bureau.enterprise(), evidence });
    const query = 'query ($id: ID!) { claim(id: $id) { evidence { invoice { sellerUscc sellerCodeChecks } } } }';
    const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
    expect(shown).toMatchObject({
      evidence: [{ invoice: { sellerUscc: seller, sellerCodeChecks: false } }, { invoice: { sellerCodeChecks: true } }],
    });

    const noKind = [invoice(first, '2025-12-31', { sellerUscc: `HH${seller.slice(2)}` })];
    const refused = bureau.submitted({ uscc: await bureau.enterprise(), evidence: noKind });
    await expect(refused).rejects.toThrow(/evidence\[0\]\.invoice\.sellerUscc/);
  });
});
