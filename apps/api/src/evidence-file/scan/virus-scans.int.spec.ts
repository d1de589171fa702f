import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { filesStream } from '@duixian/casework';
import { Api } from '../../spec/api.spec.js';
import { Bureau, CITY } from '../../spec/bureau.spec.js';
import { ClamdStandIn, EICAR } from '../../spec/clamd-stand-in.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { pdfOf, Uploader } from '../../spec/uploads.spec.js';
import { VirusScans } from './virus-scans.js';

let scanner: ClamdStandIn;
let port: number;
let api: Api;
let bureau: Bureau;
let claim: string;

beforeAll(async () => {
  scanner = new ClamdStandIn();
  port = await scanner.listen();
  await scanner.close();
  api = await Api.start({ DUIXIAN_CLAMD: `tcp://127.0.0.1:${port}` });
  bureau = await Bureau.open(api);
  claim = await bureau.submitted({ uscc: await bureau.enterprise() });
});

afterAll(async () => {
  await api.stop();
  await scanner.close();
});

/** Twice: the first may have begun before what is to be scanned was there. */
async function looked(at = api): Promise<void> {
  for (let time = 0; time < 2; time += 1) await at.app.get(VirusScans).look();
}

const origin = async (): Promise<string> => new URL(await api.app.getUrl()).origin;

async function attach(content: Buffer): Promise<string> {
  const { id } = await new Uploader(await origin()).whole(bureau.clerk, claim, '合同.pdf', content);
  const attached = await api.send(bureau.clerk, 'attachFile', { claim, upload: id });
  await api.caughtUp(CITY);
  return attached.id;
}

async function read(file: string): Promise<{ readonly status: number; readonly code: string | null }> {
  const headers = { authorization: `Bearer ${bureau.clerk.token}` };
  const response = await fetch(`${await origin()}/files/of/${claim}/${file}`, { headers });
  if (response.ok) return { status: response.status, code: null };
  const { errors } = (await response.json()) as { errors: readonly { extensions: { code: string } }[] };
  return { status: response.status, code: errors[0]?.extensions.code ?? null };
}

async function closed(file: string): Promise<string | null> {
  const query = 'query ($id: ID!) { claim(id: $id) { files { id closed { zh } } } }';
  const { claim: found } = await ask(api, bureau.clerk, query, { id: claim });
  const { files } = found as { files: readonly { id: string; closed: { zh: string } | null }[] };
  return files.find(({ id }) => id === file)?.closed?.zh ?? null;
}

it('keeps a file closed while the scanner is away, and goes on once it is back, also after a restart', async () => {
  const [good, bad] = [await attach(pdfOf('好')), await attach(pdfOf(EICAR))];
  await looked();
  for (const file of [good, bad]) {
    expect(await read(file)).toEqual({ status: 409, code: 'NOT_SCANNED' });
    expect(await closed(file)).toContain('病毒扫描服务暂时连接不上');
  }

  await scanner.listen(port);
  // Another process, which knows nothing of what the first one tried.
  const other = await Api.on(api.database, 'both', {
    DUIXIAN_CLAMD: `tcp://127.0.0.1:${port}`,
    DUIXIAN_FILES_DIR: api.config.files.folder,
  });
  await Promise.all([api, other].map(looked));
  expect(await read(good)).toEqual({ status: 200, code: null });
  expect(await read(bad)).toEqual({ status: 403, code: 'INFECTED' });
  const { events } = await api.store.readStream(CITY, filesStream(claim));
  const scans = events.filter(({ type }) => type === 'FileScanned').map(({ data }) => data);
  expect(scans).toHaveLength(2);
  expect(scans).toContainEqual({ claim, file: bad, outcome: 'infected', finding: 'Eicar-Test-Signature' });
  await other.app.close();
  await api.caughtUp(CITY);
  expect(await closed(good)).toBeNull();
  expect(await closed(bad)).toContain('带有病毒（Eicar-Test-Signature）');
});

it('says why a file stays closed that the scanner does not take, and scans the others', async () => {
  scanner.streamMax = 5_000;
  const [large, small] = [await attach(pdfOf('大', 9_000)), await attach(pdfOf('小'))];
  await looked();
  expect(await closed(large)).toContain('StreamMaxLength');
  expect(await read(large)).toEqual({ status: 409, code: 'NOT_SCANNED' });
  expect(await read(small)).toEqual({ status: 200, code: null });
});
