import { createHash } from 'node:crypto';
import { recognitionStream } from '@duixian/casework';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, usccOf, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, SCENARIO, TODAY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const HEADER = '序号,企业名称,统一社会信用代码,场景名称,级别,证书编号';

interface ListAnswer extends Answer {
  readonly proposals: readonly { readonly id: string; readonly kind: string; readonly standing: string }[];
}

describe('a list of recognitions', () => {
  let api: Api;
  let bureau: Bureau;
  let industry: Official;
  let otherIndustry: Official;
  let lists = 0;
  let uscc: string;
  let document: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    industry = await api.hire('reviewer', CITY, '市工信局');
    otherIndustry = await api.hire('reviewer', CITY, '市工信局');
  });

  afterAll(() => api.stop());

  beforeEach(async () => {
    api.today(TODAY);
    uscc = await bureau.enterprise();
    document = `泉工信〔2025〕${++lists}号`;
  });

  function listOf(rows: readonly string[], change: object = {}) {
    return {
      document,
      title: '2025年泉州市人工智能优秀应用场景名单',
      authority: '泉州市工业和信息化局',
      issuedOn: '2025-06-20',
      validFrom: '2025-06-20',
      validUntil: '2026-06-19',
      department: '市工信局',
      file: fileOf([HEADER, ...rows].join('\r\n')),
      ...change,
    };
  }

  function fileOf(text: string | Buffer) {
    return { name: '名单.csv', content: Buffer.from(text).toString('base64') };
  }

  function row(subject: string, code = uscc, certificate = '') {
    return `1,青石智算科技（虚构）,${code},${subject},市级,${certificate}`;
  }

  async function imported(...rows: string[]): Promise<void> {
    const { proposals } = (await bureau.done(industry, 'proposeRecognitionList', listOf(rows))) as ListAnswer;
    await bureau.done(otherIndustry, 'agreeRecognition', { list: document, proposal: proposals[0]?.id });
  }

  async function revoked(from: string, entries: readonly number[] | null): Promise<void> {
    const request = { list: document, entries, from, reason: '材料不实，撤销认定' };
    const { proposals } = (await bureau.done(industry, 'proposeRecognitionRevocation', request)) as ListAnswer;
    await bureau.done(bureau.clerk, 'agreeRecognition', { list: document, proposal: proposals[0]?.id });
  }

  /** A claim of a scenario that names an entry, and no subject of its own. */
  function onEntry(no: number, change: object = {}) {
    return {
      ...{ uscc, measure: SCENARIO, subject: null, occurredOn: '2025-06-20' },
      evidence: [{ kind: 'RECOGNITION', number: `${document}#${no}` }],
      ...change,
    };
  }

  async function previewed(list: object): Promise<Record<string, unknown>> {
    const query = `query ($input: RecognitionListInput!) { recognitionPreview(input: $input) {
      fileHash taken refused problems { field } lines { line no subject uscc isRegistered problems { zh } } } }`;
    const { recognitionPreview } = await ask(api, industry, query, { input: list });
    return recognitionPreview as Record<string, unknown>;
  }

  describe('is shown line by line before anything is recorded', () => {
    it('with what is taken, what is not and why, and who is not registered', async () => {
      const unregistered = usccOf(COUNTY, 777_001);
      const rows = [row('场景甲'), row('“场景甲”'), row('场景乙', unregistered), row('场景丙', '9135'), row('')];
      const list = listOf(rows);
      expect(await previewed(list)).toEqual({
        fileHash: createHash('sha256').update(Buffer.from(list.file.content, 'base64')).digest('hex'),
        taken: 2,
        refused: 3,
        problems: [],
        lines: [
          { line: 2, no: 1, subject: '场景甲', uscc, isRegistered: true, problems: [] },
          expect.objectContaining({ line: 3, no: null, problems: [{ zh: expect.stringContaining('文件第2行') }] }),
          expect.objectContaining({ line: 4, no: 2, uscc: unregistered, isRegistered: false }),
          expect.objectContaining({ line: 5, no: null, problems: [{ zh: expect.stringContaining('18位') }] }),
          expect.objectContaining({ line: 6, no: null, problems: [{ zh: '请填写此项。' }] }),
        ],
      });
      expect((await api.store.readStream(CITY, recognitionStream(document))).events).toEqual([]);
    });

    it.each([
      ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
      ['UTF-16 with tabs', (text: string) => Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')],
      ['UTF-16, the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ])('in %s', async (_, encode) => {
      const file = fileOf(encode([HEADER, row('场景甲')].join('\r\n')));
      expect(await previewed(listOf([], { file }))).toMatchObject({ taken: 1, lines: [{ subject: '场景甲' }] });
    });

    it('in GB18030', async () => {
      // 企业名称,统一社会信用代码,认定事项 and 甲,<code>,甲 in the bytes of that encoding.
      const columns = ['c6f3d2b5c3fbb3c6', 'cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb', 'c8cfb6a8cac2cfee'];
      const header = columns.join('2c');
      const line = ['bcd7', Buffer.from(uscc).toString('hex'), 'bcd7'].join('2c');
      const file = fileOf(Buffer.from(`${header}0d0a${line}`, 'hex'));
      expect(await previewed(listOf([], { file }))).toMatchObject({ taken: 1, lines: [{ subject: '甲' }] });
    });

    it('and says of a workbook, an unknown column and a wrong document what is wrong', async () => {
      const workbook = fileOf(Buffer.from('504b0304', 'hex'));
      expect(await previewed(listOf([], { file: workbook }))).toMatchObject({
        taken: 0,
        problems: [{ field: 'file' }],
      });
      const unknown = fileOf('企业名称,统一社会信用代码,认定事项,联系人\r\n');
      expect(await previewed(listOf([], { file: unknown }))).toMatchObject({ problems: [{ field: 'file' }] });
      for (const rows of [[], Array.from({ length: 1_001 }, (_, index) => row(`场景${index}`))]) {
        const unfit = listOf(rows);
        const problems = [{ field: 'file', message: { zh: expect.stringMatching(/只有表头|超过1000行/) } }];
        expect(await previewed(unfit)).toMatchObject({
          taken: 0,
          refused: 0,
          lines: [],
          problems: [{ field: 'file' }],
        });
        expect(await api.send(industry, 'proposeRecognitionList', unfit)).toMatchObject({
          code: 'INVALID_INPUT',
          problems,
        });
      }
      const wrong = listOf([row('场景甲')], { document: '无', validUntil: '2025-01-01' });
      expect(await previewed(wrong)).toMatchObject({ problems: [{ field: 'document' }, { field: 'validUntil' }] });
    });
  });

  it('takes the code of an enterprise that was registered from its licence, and claims rest on its entry', async () => {
    const code = usccOf(COUNTY, 777_003);
    const old = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    expect(await previewed(listOf([row('场景甲', old)]))).toMatchObject({ taken: 0, refused: 1 });
    const licence = { licenceNumber: '№3505000 0777', licenceIssuedOn: '2015-10-08' };
    const firm = { uscc: old, name: '泉州旧码科技有限公司（虚构）', division: COUNTY, ...licence };
    const { proposals } = await bureau.done(bureau.clerk, 'proposeRegistration', firm);
    await bureau.done(bureau.otherClerk, 'agreeRegistration', { uscc: old, proposal: proposals[0]?.id });
    expect(await previewed(listOf([row('场景甲', old)]))).toMatchObject({ lines: [{ no: 1, isRegistered: true }] });
    await imported(row('场景甲', old));
    await bureau.submitted(onEntry(1, { uscc: old }));
  });

  it('counts once a second person has agreed, and not before', async () => {
    const proposed = (await bureau.done(industry, 'proposeRecognitionList', listOf([row('场景甲')]))) as ListAnswer;
    expect(proposed).toMatchObject({ standing: 'PROPOSED', entries: 0, proposals: [{ kind: 'IMPORT', isMine: true }] });
    expect(await api.send(bureau.clerk, 'submitClaim', { ...claimOf(onEntry(1)) })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: expect.arrayContaining([expect.objectContaining({ field: 'evidence[0].number' })]),
    });
    const answer = { list: document, proposal: proposed.proposals[0]?.id };
    expect(await api.send(industry, 'agreeRecognition', answer)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await bureau.done(otherIndustry, 'agreeRecognition', answer)).toMatchObject({
      standing: 'IN_FORCE',
      entries: 1,
    });
    await bureau.submitted(onEntry(1));
  });

  it('may be refused with a reason, and be proposed anew', async () => {
    const { proposals } = (await bureau.done(
      industry,
      'proposeRecognitionList',
      listOf([row('场景甲')]),
    )) as ListAnswer;
    const answer = { list: document, proposal: proposals[0]?.id, reason: '与公示不符' };
    expect(await bureau.done(bureau.clerk, 'refuseRecognition', answer)).toMatchObject({ standing: 'NOT_AGREED' });
    await imported(row('场景乙'));
    expect(await entriesOf({ list: document })).toEqual([
      expect.objectContaining({ id: `${document}#1`, subject: '场景乙', standing: 'IN_FORCE' }),
    ]);
  });

  it('may be taken back by its proposer, and by nobody else', async () => {
    const { proposals } = (await bureau.done(
      industry,
      'proposeRecognitionList',
      listOf([row('场景甲')]),
    )) as ListAnswer;
    const answer = { list: document, proposal: proposals[0]?.id };
    expect(await api.send(otherIndustry, 'withdrawRecognition', answer)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await bureau.done(industry, 'withdrawRecognition', answer)).toMatchObject({
      standing: 'NOT_AGREED',
      proposals: [{ standing: 'WITHDRAWN' }],
    });
    expect(await entriesOf({ list: document })).toEqual([]);
  });

  describe('that two offices propose under one number', () => {
    let countyWindow: Official;
    let countyIndustry: Official;

    beforeEach(async () => {
      countyWindow = await api.hire('clerk', COUNTY);
      countyIndustry = await api.hire('reviewer', COUNTY, '市工信局');
    });

    /** The county's proposal first, and the city's, each with a line of its own. */
    async function bothProposed(): Promise<{ readonly county: string; readonly city: string }> {
      const ofCounty = listOf([row('占号的场景')], { title: '占号' });
      const first = (await bureau.done(countyWindow, 'proposeRecognitionList', ofCounty)) as ListAnswer;
      const second = (await bureau.done(industry, 'proposeRecognitionList', listOf([row('场景甲')]))) as ListAnswer;
      return { county: first.proposals[0]?.id ?? '', city: second.proposals[0]?.id ?? '' };
    }

    it('waits for each office by itself, and is the one’s that is agreed to first', async () => {
      const { county, city } = await bothProposed();
      const openTo = async (official: Official) => {
        const query = `query ($id: ID!) { recognitionList(id: $id) { title isMyOffice isMine
          proposals { id isMyOffice title department division { code } firstNo lastNo } } }`;
        return (await ask(api, official, query, { id: document })).recognitionList;
      };
      const proposals = (isCity: boolean) => [
        { id: city, isMyOffice: isCity, division: { code: CITY }, firstNo: 2, lastNo: 2 },
        { id: county, isMyOffice: !isCity, division: { code: COUNTY }, title: '占号', firstNo: 1, lastNo: 1 },
      ];
      expect(await openTo(countyIndustry)).toMatchObject({
        isMyOffice: true,
        isMine: false,
        proposals: proposals(false),
      });
      expect(await openTo(industry)).toMatchObject({ isMyOffice: true, isMine: true, proposals: proposals(true) });
      const answer = { list: document, proposal: county };
      expect(await api.send(otherIndustry, 'agreeRecognition', answer)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
      expect(await bureau.done(otherIndustry, 'agreeRecognition', { list: document, proposal: city })).toMatchObject({
        standing: 'IN_FORCE',
        entries: 1,
      });
      expect(await openTo(industry)).toMatchObject({ title: '2025年泉州市人工智能优秀应用场景名单', isMine: false });
      expect(await api.send(countyIndustry, 'agreeRecognition', answer)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
      expect(await entriesOf({ list: document })).toEqual([
        expect.objectContaining({ no: 2, subject: '场景甲', standing: 'IN_FORCE' }),
      ]);
      expect(await api.send(countyWindow, 'proposeRecognitionList', listOf([row('夹带')]))).toMatchObject({
        code: 'NOT_YOUR_OFFICE',
      });
    });

    it('and agree to at the same moment is of one of them, with its lines alone', async () => {
      const { county, city } = await bothProposed();
      const answers = await Promise.all([
        api.send(countyIndustry, 'agreeRecognition', { list: document, proposal: county }),
        api.send(otherIndustry, 'agreeRecognition', { list: document, proposal: city }),
      ]);
      expect(answers.filter((answer) => 'code' in answer)).toMatchObject([{ code: 'NOT_YOUR_OFFICE' }]);
      const subject = 'code' in answers[0] ? '场景甲' : '占号的场景';
      expect(await entriesOf({ list: document })).toEqual([expect.objectContaining({ subject, standing: 'IN_FORCE' })]);
    });
  });

  it('is revoked while lines more wait for a second person', async () => {
    await imported(row('场景甲'));
    const more = (await bureau.done(bureau.clerk, 'proposeRecognitionList', listOf([row('场景乙')]))) as ListAnswer;
    await revoked('2025-06-20', [1]);
    await bureau.done(industry, 'agreeRecognition', { list: document, proposal: more.proposals[0]?.id });
    expect(await entriesOf({ list: document })).toEqual([
      expect.objectContaining({ no: 1, standing: 'REVOKED' }),
      expect.objectContaining({ no: 2, standing: 'IN_FORCE' }),
    ]);
  });

  it('gives a claim its subject, and the claim’s page the entry', async () => {
    await imported(row('场景甲', uscc, `泉场景证〔2025〕${lists}号`));
    const id = await bureau.submitted(onEntry(1));
    const query = `query ($id: ID!) { claim(id: $id) { subject listedAs { id }
      evidence { kind number entry { no subject list { id authority issuedOn } } } } }`;
    expect((await ask(api, industry, query, { id })).claim).toEqual({
      subject: '场景甲',
      listedAs: [],
      evidence: [
        {
          kind: 'RECOGNITION',
          number: `${document}#1`,
          entry: {
            no: 1,
            subject: '场景甲',
            list: { id: document, authority: '泉州市工业和信息化局', issuedOn: '2025-06-20' },
          },
        },
        { kind: 'CERTIFICATE', number: `泉场景证〔2025〕${lists}号`, entry: null },
      ],
    });
  });

  it('has entries that are claimed once, by number or by certificate, and of two at once one goes on', async () => {
    const certificate = `泉场景证〔2025〕10${lists}号`;
    await imported(row('场景甲', uscc, certificate));
    const typed = { ...onEntry(1), subject: '别的场景', evidence: [{ kind: 'CERTIFICATE', number: certificate }] };
    const claims = await Promise.all([bureau.accepted(onEntry(1)), bureau.accepted(typed)]);
    const reviewer = await bureau.reviewer(SCENARIO);
    for (const claim of claims) {
      expect(await api.send(reviewer, 'reviewClaim', { claim, opinion: '属实' })).toMatchObject({
        code: 'EVIDENCE_CONTESTED',
      });
    }
    const [first, second] = claims;
    await bureau.done(reviewer, 'rejectClaim', { claim: second, reason: '重复申报' });
    expect(await bureau.done(reviewer, 'reviewClaim', { claim: first, opinion: '属实' })).toMatchObject({
      status: 'REVIEWED',
    });
  });

  it('shows the review an entry of the same subject, and one of the same certificate of another firm', async () => {
    const other = await bureau.enterprise();
    const certificate = `泉场景证〔2025〕20${lists}号`;
    await imported(row('AI质检'), row('别的', other, certificate));
    const stated = { uscc, measure: SCENARIO, occurredOn: '2025-06-20' };
    const typed = { ...stated, subject: '“ai 质检”项目', evidence: [{ kind: 'CERTIFICATE', number: certificate }] };
    const id = await bureau.submitted(typed);
    const query = 'query ($id: ID!) { claim(id: $id) { listedAs { id uscc subject } } }';
    expect((await ask(api, industry, query, { id })).claim).toEqual({
      listedAs: [
        { id: `${document}#1`, uscc, subject: 'AI质检' },
        { id: `${document}#2`, uscc: other, subject: '别的' },
      ],
    });
  });

  it('that is revoked for its day stops a claim at each of its steps, and shows which rest on it', async () => {
    await imported(row('场景甲'), row('场景乙'));
    const first = await bureau.reviewed(onEntry(1));
    const second = await bureau.reviewed(onEntry(2));
    await revoked('2025-06-20', [1]);
    expect(await api.send(bureau.finance, 'determineClaim', { claim: first })).toMatchObject({
      code: 'RECOGNITION_ENDED',
      field: 'evidence',
    });
    const query = `query ($id: ID!) { claim(id: $id) { actions { action allowed } } }`;
    const { claim } = await ask(api, bureau.finance, query, { id: first });
    expect(claim).toMatchObject({
      actions: expect.arrayContaining([
        { action: 'DETERMINE', allowed: false },
        { action: 'REJECT', allowed: true },
      ]),
    });
    expect(await bureau.done(bureau.finance, 'determineClaim', { claim: second })).toMatchObject({
      status: 'DETERMINED',
    });
    await revoked('2025-06-20', null);
    expect(await api.send(bureau.otherFinance, 'publiciseClaim', { claim: second, days: 7 })).toMatchObject({
      code: 'RECOGNITION_ENDED',
    });
    expect(await entriesOf({ list: document })).toEqual([
      expect.objectContaining({ standing: 'REVOKED', restingClaims: [{ id: first, status: 'REVIEWED' }] }),
      expect.objectContaining({ standing: 'REVOKED', restingClaims: [{ id: second, status: 'DETERMINED' }] }),
    ]);
  });

  it('that is revoked after the publicity has begun lets nobody instruct the payment', async () => {
    await imported(row('场景甲'));
    const claim = await bureau.publicised(onEntry(1));
    await revoked('2025-06-20', [1]);
    api.today('2026-08-13');
    expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject({
      code: 'RECOGNITION_ENDED',
      field: 'evidence',
    });
    expect(await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim, reason: '认定已撤销' })).toMatchObject({
      status: 'WITHDRAWN',
    });
  });

  it('that is revoked lets nobody instruct a returned payment again, and the claim be settled', async () => {
    await imported(row('场景甲'));
    const { id: claim } = await bureau.instructed(onEntry(1));
    const payment = `${claim}-${CITY}`;
    await bureau.done(await bureau.treasury(CITY), 'recordBankReturn', { payment, attempt: 1, reason: '账户已销户' });
    expect(await actionsOf(bureau.otherFinance, payment)).toContainEqual({ action: 'REINSTRUCT', allowed: true });

    await revoked('2025-06-20', [1]);
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      code: 'RECOGNITION_ENDED',
      message: { zh: expect.stringContaining('按已付结清') },
    });
    expect(await actionsOf(bureau.otherFinance, payment)).toContainEqual({ action: 'REINSTRUCT', allowed: false });
    await bureau.done(bureau.otherFinance, 'proposeSettlement', { claim, reason: '认定已撤销' });
    expect(await bureau.done(bureau.finance, 'agreeSettlement', { claim })).toMatchObject({ status: 'SETTLED' });
  });

  it('that is revoked leaves a payment on its way to the bank, which is confirmed as it came about', async () => {
    await imported(row('场景甲'));
    const { id: claim } = await bureau.instructed(onEntry(1));
    await revoked('2025-06-20', [1]);
    const paid = { payment: `${claim}-${CITY}`, attempt: 1, bankReference: `RC-${lists}`, paidOn: '2026-08-13' };
    expect(await bureau.done(await bureau.treasury(CITY), 'confirmPayment', paid)).toMatchObject({ status: 'PAID' });
  });

  it('that is revoked while a claim of it is determined lets one of the two go first', async () => {
    await imported(row('场景甲'));
    const claim = await bureau.reviewed(onEntry(1));
    const request = { list: document, entries: [1], from: '2025-06-20', reason: '撤销' };
    const { proposals } = (await bureau.done(industry, 'proposeRecognitionRevocation', request)) as ListAnswer;
    const [determined, agreed] = await Promise.all([
      api.send(bureau.finance, 'determineClaim', { claim }),
      api.send(otherIndustry, 'agreeRecognition', { list: document, proposal: proposals[0]?.id }),
    ]);
    expect(agreed).toMatchObject({ standing: 'REVOKED' });
    const { events } = await api.store.readStream(CITY, recognitionStream(document));
    const file = await api.store.readStream(CITY, `claim-${claim}`);
    const place = file.events.find(({ type }) => type === 'ClaimDetermined')?.position ?? null;
    const revocation = events.at(-1)?.position ?? 0n;
    if ('code' in determined) expect([determined.code, place]).toEqual(['RECOGNITION_ENDED', null]);
    else expect(place !== null && place < revocation).toBe(true);
  });

  it('is found by number, title, day and enterprise, also as of before', async () => {
    await imported(row('场景甲'), row('场景乙', usccOf(COUNTY, 777_002)));
    const before = await api.store.head(CITY);
    await revoked('2025-12-01', [1]);
    expect(await entriesOf({ uscc })).toEqual([expect.objectContaining({ no: 1, standing: 'REVOKED' })]);
    expect(await entriesOf({ list: document, covers: '2025-12-01' })).toEqual([expect.objectContaining({ no: 2 })]);
    expect(await entriesOf({ list: document, covers: '2025-11-30' })).toHaveLength(2);
    expect(await entriesOf({ list: document, standing: 'REVOKED' }, before)).toEqual([]);
    const query = 'query ($query: String) { recognitionLists(filter: { query: $query }) { totalCount nodes { id } } }';
    expect(await ask(api, industry, query, { query: document })).toEqual({
      recognitionLists: { totalCount: 1, nodes: [{ id: document }] },
    });
  });

  it('is what waits for a second person of its office, until the last day of the proposal', async () => {
    await bureau.done(industry, 'proposeRecognitionList', listOf([row('场景甲')]));
    const query = `query { recognitionLists(first: 100, filter: { isOpen: true }) {
      nodes { id isMyOffice isMine openUntil } } }`;
    const openTo = async (official: Official) => {
      const { nodes } = (await ask(api, official, query)).recognitionLists as { nodes: { id: string }[] };
      return nodes.find(({ id }) => id === document);
    };
    const open = { id: document, openUntil: '2026-09-02' };
    expect(await openTo(industry)).toEqual({ ...open, isMyOffice: true, isMine: true });
    expect(await openTo(bureau.clerk)).toEqual({ ...open, isMyOffice: true, isMine: false });
    expect(await openTo(bureau.finance)).toEqual({ ...open, isMyOffice: false, isMine: false });
    api.today('2026-09-03');
    expect(await openTo(await api.hire('clerk', CITY))).toBeUndefined();
  });

  async function actionsOf(official: Official, id: string): Promise<unknown> {
    const query = 'query ($id: ID!) { payment(id: $id) { actions { action allowed } } }';
    return ((await ask(api, official, query, { id })).payment as { actions: unknown }).actions;
  }

  async function entriesOf(filter: object, position: bigint | null = null): Promise<unknown[]> {
    const query = `query ($filter: RecognitionEntryFilter, $asOf: AsOf, $atLeast: String) {
      recognitionEntries(filter: $filter, asOf: $asOf, atLeast: $atLeast) {
        nodes { id no subject standing restingClaims { id status } } } }`;
    const place =
      position === null ? { atLeast: String(await api.store.head(CITY)) } : { asOf: { position: String(position) } };
    const { recognitionEntries } = await ask(api, industry, query, { filter, ...place });
    return (recognitionEntries as { nodes: unknown[] }).nodes;
  }

  function claimOf(stated: object) {
    return { year: 2025, facts: {}, requestedAmount: '100000.00', ...stated };
  }
});
