import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, invoice, SCENARIO, TASK, TODAY, type Submission } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { recordedBefore } from '../spec/recorded-before.spec.js';

const XIAMEN = '350200';
const XIAMEN_COUNTY = '350203';
const XIAMEN_RENTAL = 'xiamen-2023-10/3';
const XIAMEN_CERTIFIED = 'xiamen-2023-10/8.3';
const LEAD = '市数据管理局';
const QUESTION = 'query ($id: ID!) { claim(id: $id) { elsewhere { kind number city { code } since department } } }';

let api: Api;
let quanzhou: Bureau;
let xiamen: Bureau;

beforeAll(async () => {
  api = await Api.start();
  quanzhou = await Bureau.open(api);
  xiamen = await Bureau.open(api, XIAMEN, XIAMEN_COUNTY);
}, 240_000);

afterAll(() => api.stop());

async function elsewhere(bureau: Bureau, id: string): Promise<readonly unknown[]> {
  const { claim } = await ask(api, bureau.clerk, QUESTION, { id });
  return (claim as { elsewhere: readonly unknown[] }).elsewhere;
}

/** The directory follows the logs by itself: it is asked until it shows as many. */
async function shown(bureau: Bureau, id: string, length: number): Promise<readonly unknown[]> {
  for (;;) {
    const found = await elsewhere(bureau, id);
    if (found.length === length) return found;
  }
}

/** The enterprise of the other city, registered here as well. */
async function alsoHere(uscc: string): Promise<string> {
  await xiamen.done(xiamen.clerk, 'registerEnterprise', { uscc, name: `两地${uscc}`, division: XIAMEN_COUNTY });
  return uscc;
}

function fee(number: string): Pick<Submission, 'subject' | 'facts' | 'evidence'> {
  return { subject: null, facts: { serviceFee: '400000.00' }, evidence: [invoice(number)] };
}

describe('a paper that is claimed for in two cities', () => {
  it('is told to both, with the city, the day and the department, until one gives way', async () => {
    const number = '25352000000000009001';
    const here = await quanzhou.submitted({ uscc: await quanzhou.enterprise(), ...fee(number) });
    const there = await xiamen.submitted({ uscc: await xiamen.enterprise(), measure: XIAMEN_RENTAL, ...fee(number) });
    const paper = { kind: 'INVOICE', number, since: TODAY };
    expect(await shown(quanzhou, here, 1)).toEqual([
      { ...paper, city: { code: XIAMEN }, department: expect.any(String) },
    ]);
    expect(await shown(xiamen, there, 1)).toEqual([{ ...paper, city: { code: CITY }, department: LEAD }]);

    await xiamen.done(xiamen.otherClerk, 'withdrawClaim', { claim: there, reason: '重复申报' });
    expect(await shown(quanzhou, here, 0)).toEqual([]);
    expect(await elsewhere(xiamen, there)).toHaveLength(1);
  });

  it('is none where anybody may number his papers so, unless the enterprise is the same', async () => {
    const evidence = [{ kind: 'CERTIFICATE', number: 'ZS-9011' }];
    const facts = { firstRecognition: true };
    const uscc = await quanzhou.enterprise();
    const claimed = { measure: XIAMEN_CERTIFIED, facts, subject: null, evidence };
    const stranger = await xiamen.submitted({ uscc: await xiamen.enterprise(), ...claimed });
    const own = await xiamen.submitted({ uscc: await alsoHere(uscc), ...claimed });
    await quanzhou.submitted({ uscc, measure: SCENARIO, evidence });
    expect(await shown(xiamen, own, 1)).toMatchObject([{ kind: 'CERTIFICATE', number: 'ZS-9011' }]);
    expect(await elsewhere(xiamen, stranger)).toEqual([]);
  });

  it('is found also where it was recorded before, under the spelling of then', async () => {
    const copied = { measure: SCENARIO, evidence: [{ kind: 'CERTIFICATE', number: '闽证字〔2025〕9020号' }] };
    const copy = await quanzhou.submitted({ uscc: await quanzhou.enterprise(), ...copied });
    await recordedBefore(quanzhou, copy, '闽证字[2025]第09021号');
    const claim = await xiamen.submitted({
      uscc: await xiamen.enterprise(),
      measure: XIAMEN_CERTIFIED,
      facts: { firstRecognition: true },
      subject: null,
      evidence: [{ kind: 'CERTIFICATE', number: '闽证字〔2025〕9021号' }],
    });
    expect(await shown(xiamen, claim, 1)).toMatchObject([{ number: '闽证字〔2025〕9021号', city: { code: CITY } }]);
  });
});

describe('a contract that is claimed for in two cities', () => {
  const [own, party] = ['福州云岭云计算有限公司（虚构）', '厦门鹭云科技有限公司（虚构）'];
  const task = { measure: TASK, facts: {}, requestedAmount: '100.00' };
  const there = { measure: 'xiamen-2023-10/4.1', facts: { rdInvestment: '100.00' }, requestedAmount: '40.00' };
  const contract = (number: string, other: string) => [{ kind: 'CONTRACT', number, party: other }];

  async function claimedThere(uscc: string, number: string, other: string): Promise<string> {
    return xiamen.submitted({ uscc, ...there, subject: `任务${uscc}`, evidence: contract(number, other) });
  }

  it('is told where the party is the same, whoever claims, once, and not where it is another', async () => {
    const claim = { ...task, uscc: await quanzhou.enterprise(), evidence: contract('HT-9051', party) };
    const here = await quanzhou.submitted(claim);
    const another = await claimedThere(await xiamen.enterprise(), 'HT-9051', own);
    await claimedThere(await xiamen.enterprise(), 'HT-9051', party.replace('有限公司', '股份有限公司'));
    expect(await shown(quanzhou, here, 1)).toMatchObject([{ kind: 'CONTRACT', number: 'HT-9051' }]);
    expect(await elsewhere(xiamen, another)).toEqual([]);
  });

  it('is told where the other side claims, and where its own enterprise states another party', async () => {
    const uscc = await quanzhou.enterprise();
    const { enterprise } = await ask(api, quanzhou.clerk, `{ enterprise(uscc: "${uscc}") { name } }`);
    const { name } = enterprise as { name: string };
    const here = await quanzhou.submitted({ ...task, uscc, evidence: contract('HT-9061', party) });
    await claimedThere(await xiamen.enterprise(), 'HT-9061', name);
    expect(await shown(quanzhou, here, 1)).toMatchObject([{ kind: 'CONTRACT', number: 'HT-9061' }]);

    const again = await quanzhou.submitted({
      ...task,
      uscc,
      subject: '另一任务',
      evidence: contract('HT-9071', party),
    });
    await claimedThere(await alsoHere(uscc), 'HT-9071', own);
    expect(await shown(quanzhou, again, 1)).toMatchObject([{ kind: 'CONTRACT', number: 'HT-9071' }]);
  });
});

describe('a subject of one enterprise in two cities', () => {
  it('is told however it is spelled, and that of another enterprise is not', async () => {
    const uscc = await quanzhou.enterprise();
    const here = await quanzhou.submitted({ uscc, measure: SCENARIO, subject: '“AI质检”场景' });
    const task = { measure: 'xiamen-2023-10/4.1', facts: { rdInvestment: '100.00' }, requestedAmount: '50.00' };
    await xiamen.submitted({ uscc: await xiamen.enterprise(), ...task, subject: 'ai 质检项目' });
    await xiamen.submitted({ uscc: await alsoHere(uscc), ...task, subject: 'ai 质检项目' });
    expect(await shown(quanzhou, here, 1)).toEqual([
      { kind: null, number: null, city: { code: XIAMEN }, since: TODAY, department: expect.any(String) },
    ]);
  });
});

describe('the directory', () => {
  it('holds no number, no name and no amount, only hashes that the key makes', async () => {
    const number = '25352000000000009031';
    const claim = await quanzhou.submitted({ uscc: await quanzhou.enterprise(), ...fee(number) });
    const other = await xiamen.submitted({ uscc: await xiamen.enterprise(), measure: XIAMEN_RENTAL, ...fee(number) });
    await shown(xiamen, other, 1);
    await shown(quanzhou, claim, 1);
    const { rows } = await api.pool.query<{ hash: Buffer; all: string }>(
      'select hash, e::text as all from directory.entry e where claim = any ($1)',
      [[claim, other]],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.hash.equals(rows[1]?.hash ?? Buffer.alloc(0))).toBe(true);
    expect(rows.some((row) => row.all.includes(number))).toBe(false);
  });

  it('is built anew with another key', async () => {
    const number = '25352000000000009041';
    const here = await quanzhou.submitted({ uscc: await quanzhou.enterprise(), ...fee(number) });
    const there = await xiamen.submitted({ uscc: await xiamen.enterprise(), measure: XIAMEN_RENTAL, ...fee(number) });
    await shown(xiamen, there, 1);
    const hashes = async () => {
      const { rows } = await api.pool.query<{ hash: Buffer }>('select hash from directory.entry where claim = $1', [
        here,
      ]);
      return rows.map(({ hash }) => hash.toString('hex'));
    };
    const before = await hashes();
    const key = { DUIXIAN_SECRET_KEY: Buffer.alloc(32, 8).toString('base64') };
    await api.stop();
    api = await Api.on(api.database, 'both', key);
    for (let now = await hashes(); now.length === 0 || now.join() === before.join();) now = await hashes();
    expect(await hashes()).toHaveLength(1);
  });
});
