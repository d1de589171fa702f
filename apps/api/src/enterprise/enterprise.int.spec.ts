import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api, usccOf } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY } from '../spec/bureau.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

const contact = { name: '林某某', phone: '0595-8560 0000', email: 'lin@example.cn', bankAccount: '6228480078912345' };

describe('an enterprise', () => {
  it('is registered with its contact, which no event and no request hash holds', async () => {
    const uscc = usccOf(COUNTY, 501);
    const input = { uscc: ` ${uscc.toLowerCase()} `, name: ' 青石智算（虚构） ', division: COUNTY, contact };
    const answer = await api.send(bureau.clerk, 'registerEnterprise', input);
    expect(answer).toMatchObject({ __typename: 'Enterprise', id: uscc, contact: { name: '林某某' } });
    const { events } = await api.store.readStream(CITY, `enterprise-${uscc}`);
    expect(events.map(({ data }) => data)).toEqual([{ uscc, name: '青石智算（虚构）', division: COUNTY }]);
    expect(await api.send(bureau.clerk, 'registerEnterprise', input)).toMatchObject({
      __typename: 'Duplicate',
      code: 'ENTERPRISE_EXISTS',
    });
  });

  it('keeps the contact that it has when its registration is sent again', async () => {
    const uscc = usccOf(COUNTY, 503);
    const register = { uscc, name: '青石（虚构）', division: COUNTY, contact, commandId: randomUUID() };
    await bureau.done(bureau.clerk, 'registerEnterprise', register);
    await bureau.done(bureau.clerk, 'updateContact', { uscc, ...contact, name: '陈某某' });

    const again = { ...register, contact: { ...contact, bankAccount: '6228480078999999' } };
    expect(await api.send(bureau.clerk, 'registerEnterprise', again)).toMatchObject({ contact: { name: '陈某某' } });
    const { rows } = await api.pool.query<{ bank_account: string }>(
      'select bank_account from identity.contact where uscc = $1',
      [uscc],
    );
    expect(rows).toEqual([{ bank_account: contact.bankAccount }]);
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
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'registerEnterprise', { ...enter, division: COUNTY })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
  });

  it('moves to another county, later than before', async () => {
    const uscc = await bureau.enterprise(OTHER_COUNTY);
    const move = { uscc, division: COUNTY, on: '2025-07-01' };
    expect(await api.send(bureau.clerk, 'moveEnterprise', move)).toMatchObject({ division: { code: COUNTY } });
    expect(await api.send(bureau.clerk, 'moveEnterprise', { ...move, on: '2025-06-30' })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'division' }, { field: 'on' }],
    });
    const unknown = { ...move, uscc: usccOf(COUNTY, 999_999) };
    expect(await api.send(bureau.clerk, 'moveEnterprise', unknown)).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('a contact', () => {
  it('is kept by the window of the enterprise, and erased by an administrator for good', async () => {
    const uscc = await bureau.enterprise(COUNTY);
    const update = { uscc, ...contact, email: '', bankAccount: null };
    expect(await api.send(bureau.clerk, 'updateContact', update)).toMatchObject({
      contact: { phone: '0595-8560 0000' },
    });
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'updateContact', update)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await api.send(bureau.clerk, 'updateContact', { ...update, bankAccount: '1' })).toMatchObject({
      problems: [{ field: 'bankAccount' }],
    });
    const unknown = { ...update, uscc: usccOf(COUNTY, 999_999) };
    expect(await api.send(bureau.clerk, 'updateContact', unknown)).toMatchObject({ code: 'UNKNOWN_ENTERPRISE' });

    const erase = `mutation { eraseContact(uscc: "${uscc}") { ... on Enterprise { contact { name } } } }`;
    const administrator = await api.hire('security-administrator', CITY);
    expect((await api.post(administrator, erase, {})).data).toEqual({ eraseContact: { contact: null } });
    const { rowCount } = await api.pool.query('select 1 from identity.contact where uscc = $1', [uscc]);
    expect(rowCount).toBe(0);
  });
});
