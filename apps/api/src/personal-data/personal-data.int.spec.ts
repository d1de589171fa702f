import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { AbandonedRows } from './abandoned-rows.js';
import { personalDataDifferences } from './personal-data-check.js';

let api: Api;
let bureau: Bureau;
let uscc: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  uscc = await bureau.enterprise();
});

afterAll(() => api.stop());

const CONTACT = { name: '林某某', phone: '0595-8560 0000', email: null };
const ACCOUNT = { holder: '某人', holderReason: '集团结算中心', bank: '虚构银行', cnaps: '000000000001' };

/** Has the database refuse events of a type while something is done. */
async function whileRefused(type: string, work: () => Promise<unknown>): Promise<void> {
  await withClient(api.database, async (owner) => {
    await owner.query(`alter table es.event add constraint refused check (type <> '${type}') not valid`);
    await work();
    await owner.query('alter table es.event drop constraint refused');
  });
}

async function ids(table: 'contact' | 'bank_account'): Promise<string[]> {
  const { rows } = await api.pool.query<{ id: string }>(
    `select id from identity.${table} where uscc = $1 order by id`,
    [uscc],
  );
  return rows.map(({ id }) => id);
}

/** As if everything had been kept so long ago. */
async function age(interval: string): Promise<void> {
  for (const table of ['contact', 'bank_account']) {
    await api.pool.query(`update identity.${table} set kept_at = now() - $1::interval`, [interval]);
  }
}

describe('a row whose event was never recorded, as the append failed', () => {
  const contact = randomUUID();
  const number = randomUUID();
  let recorded: { readonly contact: string[]; readonly bank_account: string[] };

  beforeAll(async () => {
    const proposal = (await bureau.done(bureau.clerk, 'proposeContactChange', { uscc, ...CONTACT })).contactChanges[0]
      ?.id;
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal });
    recorded = { contact: await ids('contact'), bank_account: await ids('bank_account') };
    await whileRefused('ContactChangeProposed', () =>
      expect(
        api.send(bureau.clerk, 'proposeContactChange', { uscc, ...CONTACT, name: '陈某某', commandId: contact }),
      ).rejects.toThrow(),
    );
    await whileRefused('AccountChangeProposed', () =>
      expect(
        api.send(bureau.clerk, 'proposeAccountChange', {
          uscc,
          ...ACCOUNT,
          number: '9900000011112222',
          commandId: number,
        }),
      ).rejects.toThrow(),
    );
  });

  it('stays for the day in which its command may be sent again, and then finds its event', async () => {
    expect(await ids('contact')).toContain(contact);
    expect(await ids('bank_account')).toContain(number);
    await api.app.get(AbandonedRows).sweep();
    expect(await ids('contact')).toContain(contact);

    const again = { uscc, ...CONTACT, name: '陈某某', commandId: contact };
    expect(await bureau.done(bureau.clerk, 'proposeContactChange', again)).toMatchObject({
      contactChanges: [{ id: contact, standing: 'OPEN' }, {}],
    });
  });

  it('is found by the verification after that, and swept; rows that are on record are left', async () => {
    await age('3 days');
    expect(await personalDataDifferences(api.pool, CITY)).toMatchObject([
      { check: 'personal-data', subject: `identity.bank_account ${number}`, field: 'event' },
    ]);

    await api.app.get(AbandonedRows).sweep();

    expect(await ids('bank_account')).toEqual(recorded.bank_account);
    expect(await ids('contact')).toEqual([...recorded.contact, contact].sort());
    expect(await personalDataDifferences(api.pool, CITY)).toEqual([]);
  });
});

describe('a number that somebody changed where it is stored', () => {
  it('is shown to nobody who would pay to it, and found', async () => {
    uscc = await bureau.enterprise();
    await bureau.instructed({ uscc });
    const [proposal] = await ids('bank_account');
    const treasury = await bureau.treasury(CITY);
    const query = `{ accountNumber(uscc: "${uscc}", proposal: "${proposal ?? ''}") {
      ... on AccountNumber { number } ... on Refusal { code }
    } }`;
    expect((await api.post(treasury, query, {})).data).toMatchObject({ accountNumber: { number: expect.any(String) } });

    await withClient(api.database, (owner) =>
      owner.query(`update identity.bank_account set number = '9988887777666655' where uscc = '${uscc}'`),
    );

    expect((await api.post(treasury, query, {})).data).toEqual({ accountNumber: { code: 'NOT_FOUND' } });
    expect(await personalDataDifferences(api.pool, CITY)).toMatchObject([
      { check: 'personal-data', subject: `identity.bank_account ${proposal ?? ''}`, field: 'hash' },
    ]);
  });
});

describe('a row that somebody deleted where it is stored', () => {
  it.each([
    ['contact', 'proposeContactChange', 'withdrawContactChange', CONTACT],
    ['bank_account', 'proposeAccountChange', 'withdrawAccountChange', { ...ACCOUNT, number: '9900000011112222' }],
  ] as const)('of identity.%s is missed until an erasure is recorded', async (table, propose, withdraw, stated) => {
    uscc = await bureau.enterprise();
    const before = await personalDataDifferences(api.pool, CITY);
    const proposal = randomUUID();
    await bureau.done(bureau.clerk, propose, { uscc, ...stated, commandId: proposal });
    await bureau.done(bureau.clerk, withdraw, { uscc, proposal });
    expect(await personalDataDifferences(api.pool, CITY)).toEqual(before);

    await withClient(api.database, (owner) =>
      owner.query(`delete from identity.${table} where tenant = $1 and id = $2`, [CITY, proposal]),
    );

    const { first } = (await api.store.readCommand(CITY, proposal)) ?? {};
    const missed = {
      check: 'personal-data',
      tenant: CITY,
      position: first?.toString(),
      subject: `identity.${table} ${proposal}`,
      field: 'row',
      stored: null,
      computed: 'a row',
    };
    expect(await personalDataDifferences(api.pool, CITY)).toContainEqual(missed);

    const eraser = await api.hire('security-administrator', CITY);
    const erase = `mutation { eraseContact(uscc: "${uscc}", commandId: "${randomUUID()}") { __typename } }`;
    expect((await api.post(eraser, erase, {})).data).toEqual({ eraseContact: { __typename: 'Enterprise' } });
    expect(await personalDataDifferences(api.pool, CITY)).toEqual(before);
  });
});
