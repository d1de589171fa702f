import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, registerStream } from '@duixian/casework';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

/** Claims of one race; as many answers to the list are sent beside them. */
const CLAIMS = 8;

let api: Api;
let bureau: Bureau;
let keeper: Official;
let second: Official;
let clearer: Official;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  keeper = await api.hire('finance', CITY, '市财政局');
  second = await api.hire('finance', CITY, '市财政局');
  clearer = await api.hire('reviewer', CITY, '市数据管理局');
});

afterAll(() => api.stop());

const HEADER = '企业名称,统一社会信用代码,事由,文书号,认定日期';

function lineOf(uscc: string): string {
  return `青石智算科技有限公司（虚构）,${uscc},有履行能力而拒不履行,（2026）闽05执1号,2026-02-01`;
}

function fileOf(lines: readonly string[]) {
  const bytes = Buffer.from([HEADER, ...lines].join('\n'));
  return { name: '名单.csv', content: bytes.toString('base64') };
}

async function opened(register: string, publishedOn = '2026-08-01', by = keeper): Promise<string> {
  const head = {
    title: '名单',
    authority: '某某市中级人民法院（虚构）',
    url: 'https://court.example/list',
    publishedOn,
  };
  const fileHash = createHash('sha256').update(randomUUID()).digest('hex');
  return (await bureau.done(by, 'openRegisterEdition', { register, ...head, fileName: '名单.csv', fileHash })).id;
}

/** An edition of these enterprises, a line in each part, that waits for a second person. */
async function proposed(register: string, codes: readonly string[]): Promise<string> {
  const edition = await opened(register);
  for (const [index, uscc] of codes.entries()) {
    await bureau.done(keeper, 'readRegisterRows', { register, edition, part: index + 1, file: fileOf([lineOf(uscc)]) });
  }
  await bureau.done(keeper, 'proposeRegisterEdition', { register, edition });
  return edition;
}

async function inForce(register: string, codes: readonly string[]): Promise<string> {
  const edition = await proposed(register, codes);
  await bureau.done(second, 'agreeRegisterEdition', { register, edition });
  return edition;
}

async function codeOf(by: Official, mutation: string, input: object): Promise<string | null> {
  return ((await api.send(by, mutation, input)) as { code?: string }).code ?? null;
}

const CLEARED = { ground: 'repaired', reason: '已查验信用修复决定书' };

describe('a claim whose enterprise stands on a register', () => {
  it('is held at each step, alone and in a set, until the row is cleared; another edition holds it again', async () => {
    api.today(TODAY);
    const uscc = await bureau.enterprise();
    const other = await bureau.enterprise();
    const register = 'dishonest';
    const claim = await bureau.submitted({ uscc });
    const first = await inForce(register, [other, uscc]);
    const row = { register, edition: first, row: 2, uscc };

    expect(await codeOf(bureau.otherClerk, 'acceptClaim', { claim })).toBe('EXCLUDED');
    const set = { action: 'ACCEPT', claims: [{ claim }] };
    const preview = 'query ($i: TakeBulkInput!) { previewBulk(input: $i) { items { refusal { code } } } }';
    expect(await ask(api, bureau.otherClerk, preview, { i: set })).toEqual({
      previewBulk: { items: [{ refusal: { code: 'EXCLUDED' } }] },
    });
    expect(await bureau.done(bureau.otherClerk, 'takeBulk', set)).toMatchObject({
      items: [{ refusal: { code: 'EXCLUDED' } }],
    });
    const page = `query ($id: ID!) { claim(id: $id) { actions { action refusal { zh } }
      exclusions { isHolding register { id mayClear } edition { no } row { row clearings { ground { zh } } } } } }`;
    const shown = (await ask(api, clearer, page, { id: claim })) as {
      claim: { actions: { action: string; refusal: { zh: string } | null }[]; exclusions: object[] };
    };
    expect(shown.claim.exclusions).toEqual([
      {
        ...{ isHolding: true, register: { id: register, mayClear: true }, edition: { no: 1 } },
        row: { row: 2, clearings: [] },
      },
    ]);
    expect(await codeOf(keeper, 'clearExclusion', { ...row, ...CLEARED })).toBe('NOT_YOUR_OFFICE');
    await bureau.done(clearer, 'clearExclusion', { ...row, ...CLEARED });
    expect(await ask(api, clearer, page, { id: claim })).toMatchObject({
      claim: { exclusions: [{ isHolding: false, row: { clearings: [{ ground: { zh: '已完成信用修复' } }] } }] },
    });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    await bureau.done(await bureau.reviewer(), 'reviewClaim', { claim, opinion: '属实' });

    const again = await inForce(register, [uscc]);
    expect(await codeOf(bureau.finance, 'determineClaim', { claim })).toBe('EXCLUDED');
    await bureau.done(clearer, 'clearExclusion', { ...row, edition: again, row: 1, ...CLEARED });
    await bureau.done(bureau.finance, 'determineClaim', { claim });
    await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim, days: 7 });

    api.today('2026-08-13');
    await inForce(register, [uscc]);
    expect(await codeOf(bureau.finance, 'instructPayments', { claim })).toBe('EXCLUDED');
    await inForce(register, [other]);
    const { payments } = await bureau.done(bureau.finance, 'instructPayments', { claim });

    // What came back from the bank is not sent again either.
    const payment = payments[0]?.id ?? '';
    const treasury = await bureau.treasury(payment.slice(-6));
    await bureau.done(treasury, 'recordBankReturn', {
      payment,
      attempt: 1,
      reason: '账号有误',
      returnedOn: '2026-08-13',
    });
    await inForce(register, [uscc]);
    expect(await codeOf(bureau.otherFinance, 'reinstructPayment', { payment })).toBe('EXCLUDED');
  });

  it('is held by what its predecessor did', async () => {
    api.today(TODAY);
    const before = await bureau.enterprise();
    const after = await bureau.enterprise();
    const change = { uscc: before, kind: 'MERGED', on: TODAY, successors: [after] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: before, proposal: changeProposals[0]?.id });
    const claim = await bureau.submitted({ uscc: after });
    await inForce('barred', [before]);
    expect(await codeOf(bureau.otherClerk, 'acceptClaim', { claim })).toBe('EXCLUDED');
    const query = 'query ($id: ID!) { enterprise(uscc: $id) { exclusions { until row { uscc } } } }';
    expect(await ask(api, clearer, query, { id: after })).toEqual({
      enterprise: { exclusions: [{ until: '2029-02-01', row: { uscc: before } }] },
    });
  });
});

describe('an import', () => {
  it('goes on where it stopped, shows its rows and what it changes, and comes once', async () => {
    api.today(TODAY);
    const register = 'penalised';
    const codes = [await bureau.enterprise(), await bureau.enterprise(), await bureau.enterprise()] as const;
    await inForce(register, [codes[0], codes[1]]);
    const edition = await opened(register);
    const part = { register, edition, part: 1, file: fileOf([lineOf(codes[1]), '没有代码,123,拒不整改,,']) };
    expect(await bureau.done(keeper, 'readRegisterRows', { ...part, commandId: randomUUID() })).toMatchObject({
      ...{ standing: 'READING', partsRead: 1, rows: 1, refused: 1 },
    });
    expect(await codeOf(keeper, 'readRegisterRows', part)).toBe('ALREADY_DECIDED');
    expect(await codeOf(second, 'readRegisterRows', { ...part, part: 2 })).toBe('NOT_YOUR_OFFICE');
    await bureau.done(keeper, 'readRegisterRows', { ...part, part: 2, file: fileOf([lineOf(codes[2])]) });
    await bureau.done(keeper, 'proposeRegisterEdition', { register, edition });
    expect(await codeOf(keeper, 'readRegisterRows', { ...part, part: 3 })).toBe('ALREADY_DECIDED');
    await api.caughtUp(CITY);
    const query = `query ($register: ID!, $edition: ID!, $text: String) {
      registerEdition(register: $register, id: $edition) { standing comparison { added kept gone } }
      registerRows(filter: { register: $register, edition: $edition, query: $text }) { totalCount nodes { row uscc } } }`;
    expect(await ask(api, second, query, { register, edition })).toEqual({
      registerEdition: { standing: 'PROPOSED', comparison: { added: 1, kept: 1, gone: 1 } },
      registerRows: {
        totalCount: 2,
        nodes: [
          { row: 1, uscc: codes[1] },
          { row: 3, uscc: codes[2] },
        ],
      },
    });
    expect(await ask(api, second, query, { register, edition, text: codes[2] })).toMatchObject({
      registerRows: { totalCount: 1 },
    });
    expect(await codeOf(keeper, 'agreeRegisterEdition', { register, edition })).toBe('SAME_PERSON');
    expect(await codeOf(clearer, 'agreeRegisterEdition', { register, edition })).toBe('NOT_YOUR_OFFICE');
    await bureau.done(second, 'refuseRegisterEdition', { register, edition, reason: '来源不清' });
    const preview = `query ($i: RegisterPreviewInput!) {
      registerPreview(input: $i) { taken refused known enterprises problems { line column } } }`;
    const input = { register, before: 500, file: part.file };
    expect(await ask(api, keeper, preview, { i: input })).toEqual({
      registerPreview: {
        taken: 1,
        refused: 1,
        known: 1,
        enterprises: 1,
        problems: [{ line: 503, column: '统一社会信用代码' }],
      },
    });
  });

  it('that is given up holds nobody', async () => {
    const edition = await opened('tax-arrears');
    expect(await bureau.done(keeper, 'withdrawRegisterEdition', { register: 'tax-arrears', edition })).toMatchObject({
      standing: 'WITHDRAWN',
    });
  });
});

describe('an instruction and an agreement to a list at the same moment', () => {
  it('leave nothing that was instructed after the agreement', async () => {
    const claims: string[] = [];
    const codes: string[] = [];
    api.today(TODAY);
    for (let index = 0; index < CLAIMS; index += 1) {
      const uscc = await bureau.enterprise(COUNTY);
      codes.push(uscc);
      claims.push(await bureau.publicised({ uscc }));
    }
    api.today('2026-08-13');
    const register = 'tax-arrears';
    const edition = await proposed(register, codes);
    const agree = () => api.send(second, 'agreeRegisterEdition', { register, edition });
    const instruct = claims.map((claim) => () => api.send(bureau.finance, 'instructPayments', { claim }));
    const half = CLAIMS / 2;
    const race = [...instruct.slice(0, half), ...Array.from({ length: CLAIMS }, () => agree), ...instruct.slice(half)];
    await Promise.all(race.map((send) => send()));
    const { events } = await api.store.readStream(CITY, registerStream(register));
    const agreed = events.find(({ type, data }) => type === 'RegisterEditionAgreed' && data.proposal === edition);
    const since = agreed?.position ?? 0n;
    expect(since).toBeGreaterThan(0n);
    for (const claim of claims) {
      const stream = await api.store.readStream(CITY, claimStream(claim));
      const instructed = stream.events.find(({ type }) => type === 'PaymentsInstructed');
      if (instructed === undefined)
        expect(await codeOf(bureau.finance, 'instructPayments', { claim })).toBe('EXCLUDED');
      else expect(instructed.position).toBeLessThan(since);
    }
  });
});
