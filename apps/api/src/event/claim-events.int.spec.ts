import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, invoice, submission } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

interface Entry {
  readonly position: string;
  readonly type: string;
  readonly claim: string | null;
  readonly summary: { readonly zh: string };
}
interface Answered {
  readonly claim: { readonly timeline: readonly Entry[] };
  readonly events: { readonly nodes: readonly Entry[]; readonly totalCount: number };
}

const ENTRY = 'position type claim summary { zh }';
const QUESTION = `query ($claim: ID!) {
  claim(id: $claim) { timeline { ${ENTRY} } }
  events(first: 100, filter: { claim: $claim }) { nodes { ${ENTRY} } totalCount }
}`;

describe('the events of a claim', () => {
  let api: Api;
  let bureau: Bureau;
  let uscc: string;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
    uscc = await bureau.enterprise();
  });

  afterAll(() => api.stop());

  async function eventsOf(claim: string): Promise<Answered> {
    return (await ask(api, bureau.clerk, QUESTION, { claim })) as unknown as Answered;
  }

  it('are also what was reserved and released for it, and on which documents it rests', async () => {
    const { id } = await bureau.determined({ uscc, evidence: [invoice('25352000000012345678')] });
    await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim: id, reason: '不再需要' });

    const { claim, events } = await eventsOf(id);

    expect(claim.timeline.map(({ type }) => type)).toEqual([
      'ClaimSubmitted',
      'EvidenceClaimed',
      'ClaimAccepted',
      'ClaimReviewed',
      'ClaimDetermined',
      'GrantReserved',
      'ClaimWithdrawn',
      'GrantReleased',
      'GrantReleased',
      'EvidenceFreed',
    ]);
    expect(new Set(claim.timeline.map((entry) => entry.claim))).toEqual(new Set([id]));
    expect(claim.timeline[1]?.summary.zh).toBe(`发票25352000000012345678：${id}`);
    expect(events.nodes.toReversed()).toEqual(claim.timeline);
    expect(events.totalCount).toBe(claim.timeline.length);
  });

  it('keep a document that the claim rested on before it was stated anew', async () => {
    const before = '25352000000022345678';
    const after = '25352000000032345678';
    const id = await bureau.accepted({ uscc, evidence: [invoice(before)] });
    await bureau.done(await bureau.reviewer(), 'returnClaim', { claim: id, reason: '发票有误' });
    const { occurredOn, subject, facts, requestedAmount, evidence } = submission({ uscc, evidence: [invoice(after)] });
    const stated = { claim: id, occurredOn, subject, facts, requestedAmount, evidence };
    await bureau.done(bureau.clerk, 'resubmitClaim', stated);

    const { claim, events } = await eventsOf(id);

    const documents = claim.timeline.filter(({ type }) => type.startsWith('Evidence'));
    expect(documents.map(({ type, summary }) => [type, summary.zh])).toEqual([
      ['EvidenceClaimed', `发票${before}：${id}`],
      ['EvidenceFreed', `发票${before}：${id}`],
      ['EvidenceClaimed', `发票${after}：${id}`],
    ]);
    expect(events.nodes.toReversed()).toEqual(claim.timeline);
  });

  it('stand in the answer of the step that recorded them', async () => {
    const claim = await bureau.reviewed({ uscc: await bureau.enterprise() });
    const { determineClaim } = (await ask(
      api,
      bureau.finance,
      `mutation ($input: DetermineClaimInput!) {
         determineClaim(input: $input) { ... on Claim { timeline { type } } } }`,
      { input: { claim, commandId: randomUUID() } },
    )) as unknown as { determineClaim: { timeline: readonly { type: string }[] } };

    expect(determineClaim.timeline.map(({ type }) => type).slice(-2)).toEqual(['ClaimDetermined', 'GrantReserved']);
  });

  it('are none of another claim that shares the enterprise, and follow what the bank sends back', async () => {
    const { id, payments } = await bureau.instructed({ uscc });
    const payment = `${id}-${CITY}`;
    await bureau.done(await bureau.treasury(CITY), 'recordBankReturn', { payment, attempt: 1, reason: '账号有误' });
    await bureau.done(bureau.otherFinance, 'reinstructPayment', { payment });

    const { claim, events } = await eventsOf(id);

    const types = claim.timeline.map(({ type }) => type);
    expect(payments).toHaveLength(2);
    expect(types.filter((type) => type.startsWith('Grant'))).toEqual([
      'GrantReserved',
      'GrantReleased',
      'GrantReserved',
    ]);
    expect(new Set(claim.timeline.map((entry) => entry.claim))).toEqual(new Set([id]));
    expect(events.nodes.toReversed()).toEqual(claim.timeline);
  });

  it('belong to no claim where they do not', async () => {
    const { events } = (await ask(
      api,
      bureau.clerk,
      `query ($stream: String!) { events(filter: { stream: $stream }) { nodes { ${ENTRY} } totalCount } }`,
      { stream: `enterprise-${uscc}` },
    )) as unknown as Answered;

    expect(events.nodes.map(({ type, claim }) => [type, claim])).toEqual([['EnterpriseRegistered', null]]);
  });
});
