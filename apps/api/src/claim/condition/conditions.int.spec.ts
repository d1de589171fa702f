import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Api } from '../../spec/api.spec.js';
import { Bureau } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const CONDITION = '12月底前补齐验收报告';
const PAGE = `query ($id: ID!) { claim(id: $id) {
  conditions { key text by department met } timeline { type summary { zh } } } }`;

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

async function pageOf(id: string) {
  const { claim } = await ask(api, bureau.finance, PAGE, { id });
  return claim as {
    conditions: readonly object[];
    timeline: readonly { type: string; summary: { zh: string } }[];
  };
}

it('asks the determination for an answer to what the lead department agreed on', async () => {
  const reviewer = await bureau.reviewer();
  const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
  await bureau.done(reviewer, 'reviewClaim', { claim, opinion: '属实', conditions: CONDITION });
  const condition = { key: 'review', text: CONDITION, by: reviewer.displayName, department: '市数据管理局' };
  expect((await pageOf(claim)).conditions).toEqual([{ ...condition, met: null }]);

  const answer = { condition: 'review', met: true, reason: '验收报告已收到' };
  const refused = [undefined, [], [{ ...answer, met: false }], [{ ...answer, condition: 'none' }]];
  for (const conditions of refused) {
    expect(await api.send(bureau.finance, 'determineClaim', { claim, conditions })).toMatchObject({
      code: 'INVALID_INPUT',
      field: expect.stringMatching(/^conditions/),
    });
  }
  expect(
    (
      await ask(
        api,
        bureau.finance,
        `{ previewBulk(input: { action: DETERMINE, claims: [{ claim: "${claim}" }] }) { items { refusal { field } } } }`,
      )
    ).previewBulk as object,
  ).toEqual({ items: [{ refusal: { field: 'conditions' } }] });

  await bureau.done(bureau.finance, 'determineClaim', { claim, conditions: [answer] });
  const { conditions, timeline } = await pageOf(claim);
  expect(conditions).toEqual([{ ...condition, met: '验收报告已收到' }]);
  const said = (type: string) => timeline.find((each) => each.type === type)?.summary.zh;
  expect(said('ClaimReviewed')).toBe(`属实（附条件：${CONDITION}）`);
  expect(said('ClaimDetermined')).toContain(`条件“${CONDITION}”已满足：验收报告已收到`);
});
