import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { POLICIES_DIR } from '@duixian/policy-files';
import { Api } from '../../spec/api.spec.js';
import { Bureau, SCENARIO, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';

const PAGE = `query ($id: ID!) { claim(id: $id) {
  status papersLight lacking { kind mayFollowWithin } evidence { kind number }
  papersToFollow { kind dueOn light handedInOn }
} }`;
const RULE = 'mayFollow:\n  - { kinds: [recognition], for: [quanzhou-2024-7/3], days: 5, source: 示例 }\n';

describe('papers that follow an acceptance', () => {
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    const folder = copyOfPolicies();
    const file = join(folder, 'cities', '350500.yaml');
    cpSync(join(POLICIES_DIR, 'cities'), join(folder, 'cities'), { recursive: true });
    const yaml = readFileSync(file, 'utf8').replace(/\nmayFollow:[\s\S]*$/, '\n');
    writeFileSync(file, `${yaml}${RULE}`);
    api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder });
    bureau = await Bureau.open(api);
  }, 120_000);

  beforeEach(() => api.today(TODAY));

  afterAll(() => api.stop());

  const pageOf = async (id: string) => (await ask(api, bureau.clerk, PAGE, { id })).claim;
  let scenarios = 0;
  const lacking = async () =>
    bureau.submitted({
      ...{ uscc: await bureau.enterprise(), measure: SCENARIO, subject: `场景${++scenarios}号` },
      evidence: [],
    });
  const accept = (claim: string, kinds = ['RECOGNITION']) =>
    api.send(bureau.otherClerk, 'acceptWithPapersToFollow', { claim, kinds });
  const paper = (number: string, kind = 'CERTIFICATE') => ({ kind, number });

  it('are named with their day, hold up the determination, and no more once they are handed in', async () => {
    const claim = await lacking();
    expect(await pageOf(claim)).toMatchObject({ lacking: [{ kind: 'RECOGNITION', mayFollowWithin: 5 }] });
    expect(await api.send(bureau.otherClerk, 'acceptClaim', { claim })).toMatchObject({ __typename: 'InvalidInput' });
    await bureau.done(bureau.otherClerk, 'acceptWithPapersToFollow', { claim, kinds: ['RECOGNITION'] });
    // Five working days after Monday, 3 August 2026.
    expect(await pageOf(claim)).toMatchObject({
      status: 'ACCEPTED',
      papersLight: 'ON_TIME',
      papersToFollow: [{ kind: 'RECOGNITION', dueOn: '2026-08-10', light: 'ON_TIME', handedInOn: null }],
    });
    await bureau.done(await bureau.reviewer(SCENARIO), 'reviewClaim', { claim, opinion: '属实' });
    const early = await api.send(bureau.finance, 'determineClaim', { claim });
    expect(early).toMatchObject({ code: 'NOT_YOUR_TURN', message: { zh: expect.stringContaining('2026-08-10') } });
    // Nor does it stand in the queue of those who cannot go on with it.
    const queue = async () =>
      (await ask(api, bureau.finance, '{ claims(filter: { waitingForMe: true }) { totalCount nodes { id } } }')).claims;
    expect(await queue()).toEqual({ totalCount: 0, nodes: [] });

    await bureau.done(bureau.clerk, 'handInPaper', { claim, evidence: paper('泉证字〔2026〕第0901号') });
    expect(await pageOf(claim)).toMatchObject({
      papersLight: null,
      papersToFollow: [{ light: null, handedInOn: TODAY }],
      evidence: [{ kind: 'CERTIFICATE', number: '泉证字〔2026〕901号' }],
    });
    expect(await queue()).toEqual({ totalCount: 1, nodes: [{ id: claim }] });
    await bureau.done(bureau.finance, 'determineClaim', { claim });
  });

  it('are refused by name where they may not follow, with those that may', async () => {
    const claim = await lacking();
    const refused = await accept(claim, ['INVOICE']);
    expect(refused).toMatchObject({
      problems: [
        { field: 'kinds[0]', message: { zh: expect.stringMatching(/“发票”不得容缺.*认定名单条目/) } },
        { field: 'kinds' },
      ],
    });
    const whole = await bureau.submitted({ uscc: await bureau.enterprise(), measure: SCENARIO, subject: '齐全场景' });
    expect(await accept(whole)).toMatchObject({ code: 'NOT_YOUR_TURN' });
  });

  it('of a clause of which none may follow are asked for with the submission', async () => {
    const stated = { uscc: await bureau.enterprise(), evidence: [] };
    await expect(bureau.submitted(stated)).rejects.toThrow(/refused/);
  });

  it('let the window return or reject the claim once they are overdue, and nobody of it before', async () => {
    for (const [mutation, status] of [
      ['returnClaim', 'RETURNED'],
      ['rejectClaim', 'REJECTED'],
    ] as const) {
      api.today(TODAY);
      const claim = await lacking();
      await accept(claim);
      const input = { claim, reason: '逾期未补交证书' };
      expect(await api.send(bureau.clerk, mutation, input)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
      api.today('2026-08-11');
      expect(await pageOf(claim)).toMatchObject({ papersLight: 'OVERDUE' });
      await bureau.done(bureau.clerk, mutation, input);
      expect(await pageOf(claim)).toMatchObject({ status });
    }
  });

  it('are handed in once, whichever of two clerks comes first', async () => {
    const claim = await lacking();
    await accept(claim);
    const both = await Promise.all(
      [bureau.clerk, bureau.otherClerk].map((official, index) =>
        api.send(official, 'handInPaper', { claim, evidence: paper(`泉证字〔2026〕第091${index}号`) }),
      ),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Claim', 'NotAllowedNow']);
    expect((await pageOf(claim)) as object).toMatchObject({ evidence: [{ kind: 'CERTIFICATE' }] });
    const wrong = await lacking();
    await accept(wrong);
    expect(
      await api.send(bureau.clerk, 'handInPaper', { claim: wrong, evidence: paper('HT-1', 'CONTRACT') }),
    ).toMatchObject({
      field: 'evidence.kind',
    });
  });
});
