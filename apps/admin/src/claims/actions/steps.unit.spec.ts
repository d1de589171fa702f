import { describe, expect, it } from '@jest/globals';
import { CLAIM_ACTIONS } from '@duixian/casework/steps';
import type { Commands } from '../../api/use-command.js';
import { claimStep, leadsForward, type StepMatter } from './steps.js';

const entries = {
  ...{ reason: '缺发票', opinion: '属实', agreedAmount: '20万', days: '7', distinction: '非同一型号' },
  ...{ receivedOn: '2026-08-05', objectorKind: 'SEALED_UNIT', objectorName: '某公司', objectorPhone: '0595-22220000' },
  ...{ what: '未实际租用', evidence: ' ', objection: 'O1', outcome: 'DETERMINATION' },
  ...{ ground: 'EXPERTS', basis: '办法第三条' },
  conditions: '',
  ...{ paperKind: 'CERTIFICATE', paperNumber: '泉证字〔2026〕第1号', party: '某公司' },
};

/** What a step sends for these entries. */
async function sentBy(
  action: (typeof CLAIM_ACTIONS)[number],
  matter: StepMatter,
  change: Partial<typeof entries> = {},
): Promise<unknown> {
  const sent: unknown[] = [];
  const send: Commands['send'] = (_, input) => {
    sent.push(input);
    return Promise.resolve(null);
  };
  await claimStep(action).dialog?.perform(send, matter, { ...entries, ...change });
  return sent[0];
}

const seen = { position: '4711', policyVersion: 'v1' };
const near = {
  objections: [],
  nearSubjects: [],
  nearContracts: [],
  contradictingYears: [],
  similarSubjects: [],
  deadlines: null,
  papersToFollow: [],
  lacking: [],
  conditions: [],
};
const plain: StepMatter = {
  claim: {
    id: 'C1',
    position: seen.position,
    measure: { policy: { version: seen.policyVersion } },
  },
  near,
  needsProposedAmount: false,
};

describe('a step on a claim', () => {
  it('has a dialog, but for those that have a page or a dialog of their own', () => {
    expect(CLAIM_ACTIONS.filter((action) => claimStep(action).dialog === null)).toEqual([
      'RETURN',
      'RESUBMIT',
      'TAKE_STEP',
      'FORWARD_STEP',
    ]);
  });

  it('sends what it is told and what was on the screen, and no more', async () => {
    expect(await sentBy('ACCEPT', plain)).toEqual({ claim: 'C1', seen });
    expect(await sentBy('HAND_IN', plain)).toEqual({
      claim: 'C1',
      seen,
      evidence: { kind: 'CERTIFICATE', number: '泉证字〔2026〕第1号', party: null, invoice: null },
    });
    expect(await sentBy('WITHDRAW', plain)).toEqual({ claim: 'C1', seen, reason: '缺发票' });
    expect(await sentBy('PUBLICISE', plain)).toEqual({ claim: 'C1', seen, days: 7 });
    expect(await sentBy('REVIEW', plain)).toEqual({
      claim: 'C1',
      seen,
      opinion: '属实',
      agreedAmount: null,
      distinction: null,
      conditions: null,
    });
    expect(await sentBy('DETERMINE', plain)).toEqual({ claim: 'C1', seen });
  });

  it('sends who objects, or nobody, and what follows on an objection where it is upheld', async () => {
    const objection = { claim: 'C1', seen, receivedOn: '2026-08-05', what: '未实际租用', evidence: null };
    const objector = { kind: 'UNIT', name: '某公司', phone: '0595-22220000', sealed: true };
    expect(await sentBy('RAISE_OBJECTION', plain)).toEqual({ ...objection, objector });
    expect(await sentBy('RAISE_OBJECTION', plain, { objectorKind: 'ANONYMOUS' })).toEqual({
      ...objection,
      objector: null,
    });
    const answer = { claim: 'C1', seen, objection: 'O1', reason: '缺发票' };
    expect(await sentBy('SETTLE_OBJECTION', plain)).toEqual({ ...answer, upheld: true, then: 'DETERMINATION' });
    expect(await sentBy('SETTLE_OBJECTION', plain, { outcome: 'DISMISSED' })).toEqual({
      ...answer,
      upheld: false,
      then: null,
    });
  });

  it('sends for what the clock stops, by which rule and why', async () => {
    expect(await sentBy('SUSPEND', plain)).toEqual({
      ...{ claim: 'C1', seen, ground: 'EXPERTS', basis: '办法第三条', reason: '缺发票' },
    });
    expect(await sentBy('RESUME', plain)).toEqual({ claim: 'C1', seen, reason: '缺发票' });
  });

  it('says on what it agrees', async () => {
    expect(await sentBy('REVIEW', plain, { conditions: '完工验收后' })).toMatchObject({ conditions: '完工验收后' });
  });

  it('says of each claim that was compared why it is another matter', async () => {
    const nearSubjects = ['C2', 'C3'].map((id) => ({ id, subject: '型号二' }));
    expect(await sentBy('REVIEW', { ...plain, near: { ...near, nearSubjects } })).toMatchObject({
      distinction: { claims: ['C2', 'C3'], reason: '非同一型号' },
    });
  });

  it('reads an agreed amount as people write it', async () => {
    expect(await sentBy('REVIEW', { ...plain, needsProposedAmount: true })).toMatchObject({
      agreedAmount: '200000.00',
    });
  });

  it('leads forward from one status at the most', () => {
    expect(leadsForward('REVIEW', 'ACCEPTED')).toBe(true);
    expect(leadsForward('RETURN', 'ACCEPTED')).toBe(false);
    expect(leadsForward('WITHDRAW', 'SUBMITTED')).toBe(false);
  });
});
