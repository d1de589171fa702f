import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClamdStandIn, EICAR } from '../../spec/clamd-stand-in.spec.js';
import { sha256Of } from '../../spec/uploads.spec.js';
import { Clamd } from './clamd.js';

let standIn: ClamdStandIn;
let port: number;

beforeEach(async () => {
  standIn = new ClamdStandIn();
  port = await standIn.listen();
});

afterEach(() => standIn.close());

function scan(content: Buffer, { sha256 = sha256Of(content), silenceMs = 60_000 } = {}) {
  const read = () =>
    Promise.resolve(Readable.from([content.subarray(0, 7), content.subarray(7)], { objectMode: false }));
  return new Clamd({ host: '127.0.0.1', port }, silenceMs).scan(sha256, read);
}

describe('clamd', () => {
  it('is sent all of a content, in pieces, and says what it found', async () => {
    const clean = Buffer.alloc(700_000, 'a');
    expect(await scan(clean)).toEqual({ outcome: 'clean', finding: null });
    expect(standIn.scanned.map((each) => each.equals(clean))).toEqual([true]);
    expect(await scan(Buffer.from(`%PDF-1.7\n${EICAR}\n%%EOF\n`))).toEqual({
      outcome: 'infected',
      finding: 'Eicar-Test-Signature',
    });
  });

  it('says that a content is too large for it', async () => {
    standIn.streamMax = 10;
    await expect(scan(Buffer.from('longer than that'))).rejects.toMatchObject({ why: 'too-large' });
  });

  it('has scanned nothing when it cuts the connection', async () => {
    standIn.does = 'cuts';
    await expect(scan(Buffer.alloc(900_000, 'a'))).rejects.toMatchObject({ why: 'broken' });
  });

  it('has scanned nothing when it says so before it had all of it', async () => {
    standIn.does = 'ok-at-once';
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(1_000, 'a'));
      },
    });
    const clamd = new Clamd({ host: '127.0.0.1', port });
    await expect(clamd.scan('', () => Promise.resolve(endless))).rejects.toMatchObject({ why: 'broken' });
  });

  it('is given up once it has been silent for too long', async () => {
    standIn.does = 'silent';
    await expect(scan(Buffer.from('x'), { silenceMs: 50 })).rejects.toMatchObject({ why: 'broken' });
  });

  it('has not scanned a content that is another than was recorded', async () => {
    await expect(scan(Buffer.from('another'), { sha256: sha256Of(Buffer.from('one')) })).rejects.toMatchObject({
      why: 'other-content',
    });
  });

  it('is away where nobody listens, and nothing is read', async () => {
    await standIn.close();
    const open = () => Promise.reject(new Error('was read'));
    await expect(new Clamd({ host: '127.0.0.1', port }).scan('', open)).rejects.toMatchObject({ why: 'away' });
    port = await standIn.listen();
  });
});
