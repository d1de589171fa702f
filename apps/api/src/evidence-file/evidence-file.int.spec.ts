import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesStream } from '@duixian/casework';
import { APPLICATION_URL } from '../database/database.module.js';
import { ReadModel } from '../log/read-model.js';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { einvoiceOf, type EInvoice } from '../spec/einvoices.spec.js';
import { ask } from '../spec/queries.spec.js';
import { pdfOf, sha256Of, Uploader } from '../spec/uploads.spec.js';
import { verifyRecord } from '../verification/verify.js';
import { Uploads } from './upload/uploads.js';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly supersededBy: string | null;
}

const FIELDS = `id name sha256 bytes type attachedBy { username } attachedOn supersedes reason supersededBy
  proves { kind number } withdrawn { by { username } on reason } scan { outcome }`;

let api: Api;
let bureau: Bureau;
let uploader: Uploader;
let clerk: Official;
let claim: string;
let origin: URL;

beforeAll(async () => {
  api = await Api.start({
    DUIXIAN_FILE_MIB_MAX: '1',
    DUIXIAN_BUDGET_ACCOUNT: '1000000000',
    DUIXIAN_BUDGET_ADDRESS: '1000000000',
  });
  bureau = await Bureau.open(api);
  ({ clerk } = bureau);
  claim = await bureau.submitted({ uscc: await bureau.enterprise() });
  origin = new URL(await api.app.getUrl());
  uploader = new Uploader(origin.origin);
});

afterAll(() => api.stop());

const folder = (...below: string[]): string => join(api.config.files.folder, ...below);

/** Bytes of the parts of an upload. */
async function partsOf(upload: string): Promise<number[]> {
  const names = await readdir(folder('uploads', upload));
  return Promise.all(names.map(async (name) => (await stat(folder('uploads', upload, name))).size));
}

async function filesOf(on: string, as: Official): Promise<Shown[]> {
  const query = `query ($id: ID!) { claim(id: $id) { files { ${FIELDS} } } }`;
  const { claim: found } = await ask(api, as, query, { id: on });
  return (found as { files: Shown[] }).files;
}

async function attachingRefusal(as: Official, on: string): Promise<{ zh: string } | null> {
  const query = 'query ($id: ID!) { claim(id: $id) { attachingRefusal { zh } } }';
  const { claim: found } = await ask(api, as, query, { id: on });
  return (found as { attachingRefusal: { zh: string } | null }).attachingRefusal;
}

async function attach(by: Official, content: Buffer, change: object = {}, on = claim): Promise<Answer> {
  const { id } = await uploader.whole(by, on, '合同.pdf', content);
  return api.send(by, 'attachFile', { claim: on, upload: id, ...change });
}

describe('a file of a claim', () => {
  it('comes in parts that resume, and is kept under its hash and on record', async () => {
    const content = pdfOf('第一份', 200_000);
    const begun = await uploader.begin(clerk, {
      claim,
      name: '合同.pdf',
      size: content.length,
      sha256: sha256Of(content),
    });
    expect(begun).toMatchObject({ status: 201, received: 0, sha256: null });
    expect(await uploader.part(clerk, begun.id, 0, content.subarray(0, 70_000))).toMatchObject({ received: 70_000 });

    // The line breaks in the midst of a part: what came of it stays.
    const socket = connect(Number(origin.port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `PUT /files/uploads/${begun.id}?offset=70000 HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${clerk.token}\r\n` +
        'Content-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\n',
    );
    socket.write(content.subarray(70_000, 80_000));
    while (!(await partsOf(begun.id)).includes(10_000));
    socket.destroy();
    let { received } = await uploader.state(clerk, begun.id);
    while (received === 70_000) ({ received } = await uploader.state(clerk, begun.id));
    expect(received).toBe(80_000);

    expect(await uploader.finish(clerk, begun.id)).toMatchObject({ status: 409, code: 'UPLOAD_NOT_WHOLE', received });
    expect(await uploader.part(clerk, begun.id, 70_000, content.subarray(70_000))).toMatchObject({
      status: 409,
      code: 'UPLOAD_OFFSET',
      field: 'offset',
      received,
    });
    await uploader.part(clerk, begun.id, received, content.subarray(received));
    expect(await uploader.finish(clerk, begun.id)).toMatchObject({
      status: 200,
      sha256: sha256Of(content),
      type: 'pdf',
    });

    const query = 'query ($id: ID!) { claim(id: $id) { evidence { kind number } } }';
    const { claim: stated } = await ask(api, clerk, query, { id: claim });
    const [paper] = (stated as { evidence: object[] }).evidence;
    const commandId = randomUUID();
    const input = { claim, upload: begun.id, proves: [paper], commandId };
    const file = { name: '合同.pdf', sha256: sha256Of(content), bytes: content.length, type: 'PDF', proves: [paper] };
    expect(await api.send(clerk, 'attachFile', input)).toMatchObject({ id: commandId, ...file });
    // Sent again, since no answer came: the same.
    expect(await api.send(clerk, 'attachFile', input)).toMatchObject({ id: commandId, ...file });
    expect(await filesOf(claim, bureau.finance)).toMatchObject([
      {
        id: commandId,
        ...file,
        attachedBy: { username: clerk.username },
        supersededBy: null,
        withdrawn: null,
        scan: null,
      },
    ]);
    const { events } = await api.store.readStream(CITY, filesStream(claim));
    expect(events.map(({ type }) => type)).toEqual(['FileAttached']);
    const sha256 = sha256Of(content);
    expect(await readFile(folder(CITY, sha256.slice(0, 2), sha256))).toEqual(content);
    expect(await readdir(folder('uploads'))).toEqual([]);
  });

  it('takes the place of another, which stays; and is withdrawn with a reason', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const first = await attach(clerk, pdfOf('缺页'), {}, on);
    const second = await attach(clerk, pdfOf('全'), { supersedes: first.id, reason: '原件缺页' }, on);
    expect(await filesOf(on, clerk)).toMatchObject([
      { id: first.id, supersededBy: second.id },
      { id: second.id, supersedes: first.id, reason: '原件缺页' },
    ]);
    const taken = { claim: on, file: second.id, reason: '是别家的合同' };
    expect(await api.send(await api.hire('clerk', '350583'), 'withdrawFile', taken)).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await api.send(clerk, 'withdrawFile', { ...taken, reason: ' ' })).toMatchObject({ field: 'reason' });
    await bureau.done(bureau.otherClerk, 'withdrawFile', taken);
    const before = await filesOf(on, clerk);
    expect(before).toMatchObject([
      { id: first.id, supersededBy: null },
      { id: second.id, withdrawn: { by: { username: bureau.otherClerk.username }, reason: taken.reason } },
    ]);
    await api.app.get(ReadModel).rebuild();
    expect(await filesOf(on, clerk)).toEqual(before);
  });

  it('is no step: who looked at the claim before takes his step, and nobody becomes a participant', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const query = 'query ($id: ID!) { claim(id: $id) { position policyVersion } }';
    const { claim: seen } = await ask(api, bureau.otherClerk, query, { id: on });
    await attach(clerk, pdfOf('照片'), {}, on);
    expect(await api.send(bureau.otherClerk, 'acceptClaim', { claim: on, seen })).toMatchObject({ status: 'ACCEPTED' });
  });

  it('is for the window, for the office where the claim lies, and for nobody once it has ended; a page says so before', async () => {
    const on = await bureau.accepted({ uscc: await bureau.enterprise() });
    const reviewer = await bureau.reviewer();
    expect(await attachingRefusal(clerk, on)).toBeNull();
    expect(await attachingRefusal(reviewer, on)).toBeNull();
    const elsewhere = { zh: expect.stringContaining('窗口，或此件当前所在的部门') };
    expect(await attachingRefusal(bureau.finance, on)).toEqual(elsewhere);
    expect(await attachingRefusal(await api.hire('auditor', CITY), on)).toEqual(elsewhere);
    await bureau.done(reviewer, 'rejectClaim', { claim: on, reason: '不符合条件' });
    expect(await attachingRefusal(clerk, on)).toEqual({ zh: expect.stringContaining('已办结') });
  });

  it('is refused on a claim of which somebody takes no part', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const kept = await api.hire('clerk', CITY);
    expect(await attachingRefusal(kept, on)).toBeNull();
    const recusal = { claim: on, reason: '亲属在该企业任职' };
    expect((await api.send(kept, 'declareRecusal', recusal)).__typename).toBe('Recusal');
    expect(await attachingRefusal(kept, on)).toEqual({ zh: expect.stringContaining('回避') });
    expect(await uploader.begin(kept, { claim: on, name: 'a.pdf', size: 10 })).toMatchObject({
      status: 403,
      code: 'RECUSED',
    });
    const { id } = await uploader.whole(clerk, on, 'a.pdf', pdfOf('别人'));
    expect(await api.send(kept, 'attachFile', { claim: on, upload: id })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'upload',
    });
  });
});

describe('the XML of an invoice', () => {
  const query = `query ($id: ID!) { claim(id: $id) { enterprise { name } evidence { number invoice {
    seller sellerUscc issuedOn amount tax } } files { invoices { number isStated differences { field stated read } } } } }`;

  it('is compared with what the claim states, and refused where somebody else bought', async () => {
    const uscc = await bureau.enterprise();
    const on = await bureau.submitted({ uscc });
    const { claim: found } = await ask(api, clerk, query, { id: on });
    const { enterprise, evidence } = found as {
      enterprise: { name: string };
      evidence: readonly { number: string; invoice: Omit<EInvoice, 'number' | 'buyer' | 'buyerUscc'> }[];
    };
    const [stated] = evidence;
    if (stated === undefined) throw new Error('The claim rests on nothing.');
    const said = { ...stated.invoice, number: stated.number, buyer: enterprise.name, buyerUscc: uscc };
    const send = async (change: Partial<EInvoice>): Promise<Answer> => {
      const { id } = await uploader.whole(clerk, on, '发票.xml', Buffer.from(einvoiceOf({ ...said, ...change })));
      return api.send(clerk, 'attachFile', { claim: on, upload: id });
    };

    expect(await send({ buyer: '别家', buyerUscc: '91350582MA2XXXXX0B' })).toMatchObject({
      field: 'upload',
      message: { zh: expect.stringContaining('购买方是别家') },
    });
    await send({ tax: '0.01' });
    const { claim: after } = await ask(api, clerk, query, { id: on });
    expect(after).toMatchObject({
      files: [
        {
          invoices: [
            {
              ...{ number: stated.number, isStated: true },
              differences: [{ field: 'TAX', stated: stated.invoice.tax, read: '0.01' }],
            },
          ],
        },
      ],
    });
  });
});

describe('a content that was attached elsewhere', () => {
  interface Same {
    readonly id: string;
    readonly sameContent: readonly { readonly name: string; readonly claim: { readonly id: string } }[];
    readonly sameContentIn: readonly { readonly code: string }[];
  }

  async function sameOf(on: string, as: Official): Promise<readonly Same[]> {
    const query =
      'query ($id: ID!) { claim(id: $id) { files { id sameContent { name claim { id } } sameContentIn { code } } } }';
    const { claim: found } = await ask(api, as, query, { id: on });
    return (found as { files: readonly Same[] }).files;
  }

  it('is named with the claim, under whatever name, and of another city only that it has it', async () => {
    const content = pdfOf('同一张发票');
    const [one, two] = [
      await bureau.submitted({ uscc: await bureau.enterprise() }),
      await bureau.submitted({ uscc: await bureau.enterprise() }),
    ];
    await attach(clerk, content, {}, one);
    expect(await sameOf(one, clerk)).toMatchObject([{ sameContent: [], sameContentIn: [] }]);

    const { id: upload } = await uploader.whole(clerk, two, '另一个名字.pdf', content);
    const { id: file } = await api.send(clerk, 'attachFile', { claim: two, upload });
    const elsewhere = await Bureau.open(api, '350600', '350602');
    const stated = { uscc: await elsewhere.enterprise('350602'), measure: 'zhangzhou-2024-2/2.voucher', facts: {} };
    const there = await elsewhere.submitted({ ...stated, subject: '算力券', year: 2024, occurredOn: '2024-12-31' });
    const sent = await uploader.whole(elsewhere.clerk, there, '发票.pdf', content);
    await api.send(elsewhere.clerk, 'attachFile', { claim: there, upload: sent.id });
    await api.caughtUp('350600');

    expect(await sameOf(one, clerk)).toMatchObject([
      { sameContent: [{ name: '另一个名字.pdf', claim: { id: two } }], sameContentIn: [{ code: '350600' }] },
    ]);
    expect(await sameOf(there, elsewhere.clerk)).toMatchObject([{ sameContent: [], sameContentIn: [{ code: CITY }] }]);

    await bureau.done(clerk, 'withdrawFile', { claim: two, file, reason: '传错了件' });
    expect(await sameOf(one, clerk)).toMatchObject([{ sameContent: [], sameContentIn: [{ code: '350600' }] }]);
  });
});

describe('its content', () => {
  const read = (by: Official | null, path: string, headers: Record<string, string> = {}) =>
    fetch(`${origin.origin}/files/of/${path}`, {
      headers: { ...(by && { authorization: `Bearer ${by.token}` }), ...headers },
    });

  it('is read by whoever sees the claim, whole and in ranges, as a browser may show it, and on record', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const content = pdfOf('看', 5_000);
    const { id } = await attach(clerk, content, {}, on);
    const shown = await read(bureau.finance, `${on}/${id}?as=inline`);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `inline; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('合同.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'cache-control': 'private, no-store, no-transform',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect((await read(clerk, `${on}/${id}`)).headers.get('content-disposition')).toMatch(/^attachment;/u);
    const part = await read(clerk, `${on}/${id}`, { range: 'bytes=5-9' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-9/${content.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(5, 10));
    expect((await read(clerk, `${on}/${id}`, { range: 'bytes=9999999-' })).status).toBe(416);

    const { rows } = await api.pool.query(
      `select user_id, details from identity.security_log where kind = 'file-read' and subject = $1 order by position limit 1`,
      [on],
    );
    expect(rows).toEqual([{ user_id: bureau.finance.id, details: { file: id, sha256: sha256Of(content) } }]);
  });

  it('is closed to strangers and other cities, and once it was withdrawn to all but auditors', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const { id } = await attach(clerk, pdfOf('错'), {}, on);
    expect((await read(null, `${on}/${id}`)).status).toBe(401);
    for (const path of [`${on}/${randomUUID()}`, `${claim}/${id}`, `..%2f${on}/${id}`, `${on}/..%2f..%2f${id}`]) {
      expect((await read(clerk, path)).status).toBe(404);
    }
    expect((await read(await api.hire('finance', '350200'), `${on}/${id}`)).status).toBe(404);
    await bureau.done(clerk, 'withdrawFile', { claim: on, file: id, reason: '传错了件' });
    expect((await read(clerk, `${on}/${id}`)).status).toBe(403);
    expect((await read(await api.hire('auditor', CITY), `${on}/${id}`)).status).toBe(200);
  });

  it('is opened by nobody once a scanner found a virus in it', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const { id } = await attach(clerk, pdfOf('带毒'), {}, on);
    const [attached] = (await api.store.readStream(CITY, filesStream(on))).events;
    const scanned = {
      ...{ eventId: randomUUID(), type: 'FileScanned', schemaVersion: 1, occurredOn: attached?.occurredOn ?? '' },
      ...{ data: { claim: on, file: id, outcome: 'infected', finding: 'Eicar-Test' }, meta: attached?.meta ?? {} },
    };
    await api.store.append({
      ...{ tenant: CITY, commandId: randomUUID(), requestHash: 'x', guards: [] },
      streams: [{ stream: filesStream(on), expectedVersion: 1, events: [scanned] }],
    });

    const refused = await read(await api.hire('auditor', CITY), `${on}/${id}`);
    const extensions = { code: 'INFECTED', field: 'file' };
    expect([refused.status, await refused.json()]).toMatchObject([403, { errors: [{ extensions }] }]);
  });

  it('is not handed out when the store does not hold it as it was recorded', async () => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const content = pdfOf('将失');
    const { id } = await attach(clerk, content, {}, on);
    const sha256 = sha256Of(content);
    const path = folder(CITY, sha256.slice(0, 2), sha256);
    await truncate(path, 10);
    expect((await read(clerk, `${on}/${id}`)).status).toBe(500);

    // The same content again does not hide what became of it.
    await expect(attach(clerk, content, {}, claim)).rejects.toThrow('does not hold this file');
    expect((await stat(path)).size).toBe(10);
    await writeFile(path, content);
  });

  it.each([
    ['a byte', 'sha256', (path: string) => writeFile(path, pdfOf('改后'))],
    ['its end', 'bytes', (path: string) => truncate(path, 10)],
    ['all of it', 'bytes', (path: string) => rm(path)],
  ])('is named by whoever verifies once it lost %s', async (lost, field, harm) => {
    const on = await bureau.submitted({ uscc: await bureau.enterprise() });
    const content = pdfOf(lost);
    await attach(clerk, content, {}, on);
    await api.caughtUp(CITY);
    const sha256 = sha256Of(content);
    const path = folder(CITY, sha256.slice(0, 2), sha256);
    const [names, kept] = [`${on} 合同.pdf`, await readFile(path)];
    const verify = async (): Promise<object[]> => {
      const found = await verifyRecord(api.app.get<string>(APPLICATION_URL), api.config);
      return found?.differences.filter(({ check }) => check === 'file') ?? [];
    };

    expect(await verify()).toEqual([]);
    await harm(path);
    expect(await verify()).toMatchObject([{ subject: names, field, tenant: CITY }]);
    await writeFile(path, kept);
  });
});

describe('an upload', () => {
  it.each([
    ['claim', 400, { claim: '../../etc' }],
    ['claim', 404, { claim: '350500-2025-7K3M9QAB' }],
    ['name', 400, { name: '../合同.pdf' }],
    ['name', 400, { name: '合同\0.pdf' }],
    ['name', 400, { name: 'fdp.\u202eexe' }],
    ['name', 400, { name: 7 }],
    ['size', 400, { size: 0 }],
    ['size', 400, { size: -1 }],
    ['size', 400, { size: 1.5 }],
    ['size', 413, { size: 1024 * 1024 + 1 }],
    ['sha256', 400, { sha256: 'abc' }],
    ['body', 400, { path: '/etc/passwd' }],
  ])('is refused for its %s (%i): %j', async (field, status, change) => {
    const refused = await uploader.begin(clerk, { claim, name: '合同.pdf', size: 100, ...change });
    expect(refused).toMatchObject({
      status,
      field,
      says: { zh: expect.stringMatching(/\p{sc=Han}/u), en: expect.any(String) },
    });
  });

  it.each([
    ['sha256', '合同.pdf', pdfOf('a'), '00'.repeat(32)],
    ['name', '合同.png', pdfOf('a'), null],
    ['content', '合同.pdf', Buffer.from('MZ'), null],
  ])('is forgotten when its %s is not what it has to be', async (field, name, content, sha256) => {
    const { id } = await uploader.begin(clerk, { claim, name, size: content.length, sha256 });
    await uploader.part(clerk, id, 0, content);
    expect(await uploader.finish(clerk, id)).toMatchObject({ status: 422, code: 'INVALID_FILE', field });
    expect(await uploader.state(clerk, id)).toMatchObject({ status: 404 });
    expect(await readdir(folder('uploads'))).not.toContain(id);
  });

  it('is his who began it: for nobody else, of his city or another, is it there', async () => {
    const content = pdfOf('本人');
    const { id } = await uploader.begin(clerk, { claim, name: 'a.pdf', size: content.length });
    for (const other of [bureau.otherClerk, await api.hire('clerk', '350200'), await api.hire('clerk', '350200')]) {
      for (const answer of [
        await uploader.state(other, id),
        await uploader.part(other, id, 0, content),
        await uploader.finish(other, id),
        await uploader.cancel(other, id),
      ]) {
        expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND', field: 'upload' });
      }
    }
    expect(await uploader.state(clerk, id)).toMatchObject({ status: 200, received: 0 });
    expect(await uploader.cancel(clerk, id)).toMatchObject({ status: 204 });
    expect(await uploader.state(clerk, id)).toMatchObject({ status: 404 });
  });

  it('is for nobody who is not signed in, holds no office, or comes from a form of another site', async () => {
    const file = { claim, name: 'a.pdf', size: 10 };
    expect(await uploader.begin(null, file)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await uploader.begin(await api.hire('auditor', CITY), file)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
    expect(await uploader.begin(await api.hire('clerk', '350583'), file)).toMatchObject({
      status: 403,
      code: 'NOT_YOUR_OFFICE',
    });
    const forged = await fetch(`${origin.origin}/files/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clerk.token}`, 'content-type': 'text/plain' },
      body: JSON.stringify(file),
    });
    expect(forged.status).toBe(400);
  });

  it.each(['..%2f..%2fetc%2fpasswd', 'x', randomUUID()])('is none at %s', async (id) => {
    expect((await uploader.part(clerk, id, 0, Buffer.from('x'))).status).toBeGreaterThanOrEqual(400);
    expect((await uploader.state(clerk, id)).status).toBe(404);
  });

  it('of two senders at once holds what one of them sent, and never a mixture', async () => {
    const [ones, twos] = [pdfOf('1'.repeat(30_000)), pdfOf('2'.repeat(30_000))];
    const { id } = await uploader.begin(clerk, { claim, name: 'a.pdf', size: ones.length });
    const answers = await Promise.all([ones, twos].map((content) => uploader.part(clerk, id, 0, content)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const finished = await Promise.all([uploader.finish(clerk, id), uploader.finish(clerk, id)]);
    const [sent] = answers[0]?.status === 200 ? [ones] : [twos];
    for (const each of finished) expect(each).toMatchObject({ status: 200, sha256: sha256Of(sent) });
  });

  it('takes no more than was announced, and no more than 20 are under way', async () => {
    const hoarder = await api.hire('clerk', CITY);
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => uploader.begin(hoarder, { claim, name: 'a.pdf', size: 10 })),
    );
    expect(await uploader.part(hoarder, begun[0]?.id ?? '', 0, Buffer.alloc(11))).toMatchObject({
      status: 413,
      field: 'content',
    });
    expect(await uploader.state(hoarder, begun[0]?.id ?? '')).toMatchObject({ received: 0 });
    expect(await uploader.begin(hoarder, { claim, name: 'a.pdf', size: 10 })).toMatchObject({
      code: 'TOO_MANY_UPLOADS',
    });
  });

  it('is swept once it has expired, with what no row tells of', async () => {
    const { id } = await uploader.begin(clerk, { claim, name: 'a.pdf', size: 10 });
    const kept = await uploader.begin(clerk, { claim, name: 'a.pdf', size: 10 });
    for (const each of [id, kept.id]) await uploader.part(clerk, each, 0, Buffer.from('12345'));
    await api.pool.query(`update identity.upload set expires_at = now() - interval '1 s' where id = $1`, [id]);
    expect(await uploader.state(clerk, id)).toMatchObject({ status: 404 });
    const long = new Date(Date.now() - 7_200_000);
    for (const each of [id, kept.id]) await utimes(folder('uploads', each), long, long);
    await api.app.get(Uploads).sweep();
    const left = await readdir(folder('uploads'));
    expect(left).toContain(kept.id);
    expect(left).not.toContain(id);
  });
});
