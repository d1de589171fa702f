import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../../spec/api.spec.js';
import { Bureau, SCENARIO } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

describe('claims whose subjects are alike but for a suffix', () => {
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  async function similarTo(id: string): Promise<unknown> {
    const query = 'query ($id: ID!) { claim(id: $id) { similarSubjects { id subject } } }';
    const { claim } = await ask(api, bureau.clerk, query, { id });
    return (claim as { similarSubjects: unknown }).similarSubjects;
  }

  it('are shown side by side, until one of them has ended', async () => {
    const uscc = await bureau.enterprise();
    const scenario = { uscc, measure: SCENARIO };
    const first = await bureau.submitted({ ...scenario, subject: '场景甲' });
    const second = await bureau.submitted({ ...scenario, subject: '场景甲（升级版）' });
    const third = await bureau.submitted({ ...scenario, subject: '场景乙' });

    expect(await similarTo(first)).toEqual([{ id: second, subject: '场景甲(升级版)' }]);
    expect(await similarTo(second)).toEqual([{ id: first, subject: '场景甲' }]);
    expect(await similarTo(third)).toEqual([]);

    await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim: first, reason: '重复申报' });
    expect(await similarTo(second)).toEqual([]);
  });
});
