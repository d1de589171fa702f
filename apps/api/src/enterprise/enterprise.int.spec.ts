import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

const contact = { name: '林某某', phone: '0595-8560 0000', email: 'lin@example.cn' };

describe('an enterprise', () => {
  it('is registered with its contact, which no event and no request hash holds', async () => {
    const uscc = usccOf(COUNTY, 501);
    const input = { uscc: ` ${uscc.toLowerCase()} `, name: ' 青石智算（虚构） ', division: COUNTY, contact };
    const answer = await api.send(bureau.clerk, 'registerEnterprise', input);
    expect(answer).toMatchObject({
      __typename: 'Enterprise',
      id: uscc,
      contact: null,
      contactChanges: [{ standing: 'OPEN', needsNotice: false, now: { name: '林**', phone: '********0000' } }],
    });
    const { events } = await api.store.readStream(CITY, `enterprise-${uscc}`);
    const contacts = await api.store.readStream(CITY, `contact-${uscc}`);
    expect(JSON.stringify(contacts.events.map(({ data }) => data))).not.toMatch(/林某某|8560|lin@/);
    expect(events.map(({ data }) => data)).toEqual([{ uscc, name: '青石智算（虚构）', division: COUNTY }]);
    expect(await api.send(bureau.clerk, 'registerEnterprise', input)).toMatchObject({
      __typename: 'Duplicate',
      code: 'ENTERPRISE_EXISTS',
    });
  });

  it('keeps the contact that it has when its registration is sent again', async () => {
    const uscc = usccOf(COUNTY, 503);
    const register = { uscc, name: '青石（虚构）', division: COUNTY, contact, commandId: randomUUID() };
    const { contactChanges } = await bureau.done(bureau.clerk, 'registerEnterprise', register);
    const first = { uscc, proposal: contactChanges[0]?.id };
    expect(await api.send(bureau.clerk, 'agreeContactChange', first)).toMatchObject({ code: 'SAME_PERSON' });
    await bureau.done(bureau.otherClerk, 'agreeContactChange', first);

    await bureau.done(bureau.clerk, 'registerEnterprise', register);

    const query = `{ enterprise(uscc: "${uscc}") { contact { name } contactChanges { id inForce waiting } } }`;
    expect(await ask(api, bureau.clerk, query)).toEqual({
      enterprise: {
        contact: { name: '林**' },
        contactChanges: [{ id: first.proposal, inForce: true, waiting: 'NONE' }],
      },
    });
  });

  it('is refused with everything that is wrong, the contact’s fields too', async () => {
    const input = {
      uscc: '91350582MA00000000',
      name: '',
      division: CITY,
      contact: { ...contact, phone: 'x', email: 'y' },
    };
    const answer = await api.send(bureau.clerk, 'registerEnterprise', input);
    expect(answer.problems.map(({ field }) => field).sort()).toEqual([
      'contact.email',
      'contact.phone',
      'division',
      'name',
      'uscc',
    ]);
  });

  it('belongs to a county of the city, and is entered by the window there', async () => {
    const uscc = usccOf(COUNTY, 502);
    const enter = { uscc, name: '青石（虚构）', division: '350203' };
    expect(await api.send(bureau.clerk, 'registerEnterprise', enter)).toMatchObject({ code: 'WRONG_JURISDICTION' });
    const nowhere = [
      await api.send(bureau.clerk, 'registerEnterprise', { ...enter, division: '350599' }),
      await api.send(bureau.clerk, 'proposeMove', { uscc: await bureau.enterprise(), division: '350599', on: TODAY }),
    ];
    for (const each of nowhere) {
      const message = { zh: expect.stringMatching(/鲤城区 350502、.*晋江市 350582/) };
      expect(each).toMatchObject({ __typename: 'InvalidInput', problems: [{ field: 'division', message }] });
    }
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'registerEnterprise', { ...enter, division: COUNTY })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
  });

  it('moves to another county when the windows of both say so, and not far back or ahead (K10)', async () => {
    const uscc = await bureau.enterpriseOf('2026-05-04', OTHER_COUNTY);
    const here = await api.hire('clerk', COUNTY);
    const there = await api.hire('clerk', OTHER_COUNTY);
    const move = { uscc, division: COUNTY, on: '2026-07-01' };
    for (const on of ['2062-05-01', '2026-05-03']) {
      expect(await api.send(here, 'proposeMove', { ...move, on })).toMatchObject({ problems: [{ field: 'on' }] });
    }
    const proposed = await bureau.done(here, 'proposeMove', move);
    expect(proposed).toMatchObject({ division: { code: OTHER_COUNTY }, moveProposals: [{ standing: 'OPEN' }] });
    const answer = { uscc, proposal: proposed.moveProposals[0]?.id };
    expect(await api.send(here, 'agreeMove', answer)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await openAs(there)).toContainEqual({ kind: 'MOVE', uscc });
    expect(await api.send(there, 'agreeMove', answer)).toMatchObject({ division: { code: COUNTY } });
    expect(await openAs(there)).not.toContainEqual({ kind: 'MOVE', uscc });

    const back = { uscc, division: OTHER_COUNTY, on: '2026-07-01', corrects: true };
    const corrected = await bureau.done(there, 'proposeMove', back);
    const agreed = await api.send(here, 'agreeMove', { uscc, proposal: corrected.moveProposals[0]?.id });
    expect(agreed).toMatchObject({ division: { code: OTHER_COUNTY } });
  });

  it('stays where it is when the move is taken back by whoever proposed it', async () => {
    const uscc = await bureau.enterpriseOf('2026-05-04', OTHER_COUNTY);
    const here = await api.hire('clerk', COUNTY);
    const { moveProposals } = await bureau.done(here, 'proposeMove', { uscc, division: COUNTY, on: '2026-07-01' });
    const proposal = { uscc, proposal: moveProposals[0]?.id };

    expect(await api.send(here, 'withdrawMove', proposal)).toMatchObject({
      division: { code: OTHER_COUNTY },
      moveProposals: [{ standing: 'WITHDRAWN' }],
    });
    const there = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(there, 'agreeMove', proposal)).toMatchObject({ __typename: 'NotAllowedNow' });
  });

  it('is not moved that is not there', async () => {
    const unknown = { uscc: usccOf(COUNTY, 999_999), division: COUNTY, on: '2026-07-01' };
    expect(await api.send(bureau.clerk, 'proposeMove', unknown)).toMatchObject({ __typename: 'NotFound' });
  });
});

async function openAs(official: Official): Promise<unknown> {
  return (await api.post(official, '{ openProposals { kind uscc } }', {})).data?.openProposals;
}
