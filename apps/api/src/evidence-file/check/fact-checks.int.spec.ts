import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReadModel } from '../../log/read-model.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { pdfOf, Uploader } from '../../spec/uploads.spec.js';

interface Page {
  readonly checkingRefusal: { readonly zh: string } | null;
  readonly factChecks: readonly {
    readonly name: string;
    readonly checks: readonly {
      readonly id: string;
      readonly page: number | null;
      readonly isYours: boolean;
      readonly by: { readonly username: string };
      readonly file: { readonly name: string };
    }[];
  }[];
  readonly timeline: readonly { readonly type: string; readonly summary: { readonly zh: string } }[];
}

const QUERY = `query ($id: ID!) { claim(id: $id) { checkingRefusal { zh } timeline { type summary { zh } }
  factChecks { name checks { id page isYours by { username } file { name } } } } }`;

let api: Api;
let bureau: Bureau;
let claim: string;
let reviewer: Official;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  claim = await bureau.accepted({ uscc: await bureau.enterprise() });
  reviewer = await bureau.reviewer();
});

afterAll(() => api.stop());

async function page(by: Official): Promise<Page> {
  const { claim: found } = await ask(api, by, QUERY, { id: claim });
  return found as Page;
}

async function attach(text: string, change: object = {}): Promise<string> {
  const uploader = new Uploader(new URL(await api.app.getUrl()).origin);
  const { id: upload } = await uploader.whole(bureau.clerk, claim, `${text}.pdf`, pdfOf(text));
  return (await api.send(bureau.clerk, 'attachFile', { claim, upload, ...change })).id;
}

it('of a claim are found in its files by who reviews it, taken back, and told in its timeline', async () => {
  const file = await attach('合同');
  const [fact] = (await page(reviewer)).factChecks;
  if (fact === undefined) throw new Error('The claim states nothing.');
  expect(fact.checks).toEqual([]);
  expect((await page(reviewer)).checkingRefusal).toBeNull();
  expect((await page(bureau.clerk)).checkingRefusal?.zh).toContain('当前所在的部门');

  const checked = { claim, fact: fact.name, file, page: 2 };
  expect(await api.send(bureau.finance, 'checkFact', checked)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
  expect(await api.send(reviewer, 'checkFact', { ...checked, page: 0 })).toMatchObject({ field: 'page' });
  await bureau.done(reviewer, 'checkFact', checked);
  const before = await page(reviewer);
  const by = { username: reviewer.username };
  expect(before.factChecks[0]?.checks).toMatchObject([{ page: 2, isYours: true, by, file: { name: '合同.pdf' } }]);
  expect((await page(bureau.clerk)).factChecks[0]?.checks).toMatchObject([{ isYours: false }]);
  await api.app.get(ReadModel).rebuild();
  expect(await page(reviewer)).toEqual(before);

  const check = before.factChecks[0]?.checks[0]?.id ?? '';
  await bureau.done(reviewer, 'withdrawFactCheck', { claim, file, check });
  const after = await page(reviewer);
  expect(after.factChecks[0]?.checks).toEqual([]);
  expect(after.timeline.filter(({ type }) => type.startsWith('F')).map(({ type }) => type)).toEqual([
    'FileAttached',
    'FactChecked',
    'FactCheckWithdrawn',
  ]);
  expect(after.timeline.find(({ type }) => type === 'FactChecked')?.summary.zh).toContain('与附件第2页相符');
});

it('are to be found anew where another file takes the place of one', async () => {
  const file = await attach('缺页');
  const [fact] = (await page(reviewer)).factChecks;
  await bureau.done(reviewer, 'checkFact', { claim, fact: fact?.name, file, page: null });
  expect((await page(reviewer)).factChecks[0]?.checks).toHaveLength(1);
  await attach('全', { supersedes: file, reason: '原件缺页' });
  expect((await page(reviewer)).factChecks[0]?.checks).toEqual([]);
});
