import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '../identity/permission.js';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, submission, TODAY } from '../spec/bureau.spec.js';
import { mutationText } from '../spec/mutations.spec.js';

/** Who may send what: the table of the offices, written down a second time. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  submitClaim: ['clerk'],
  resubmitClaim: ['clerk'],
  acceptClaim: ['clerk'],
  withdrawClaim: ['clerk'],
  acceptWithPapersToFollow: ['clerk'],
  handInPaper: ['clerk'],
  returnClaim: ['clerk', 'reviewer'],
  takeStep: ['reviewer', 'finance'],
  moveClaimRoute: ['finance'],
  reviewClaim: ['reviewer'],
  rejectClaim: ['clerk', 'reviewer', 'finance'],
  determineClaim: ['finance'],
  publiciseClaim: ['finance'],
  raiseObjection: ['clerk'],
  settleObjection: ['reviewer'],
  assignClaims: ['clerk', 'reviewer', 'finance'],
  giveDelegation: ['clerk', 'reviewer', 'finance'],
  endDelegation: ['clerk', 'reviewer', 'finance', 'system-administrator'],
  takeBulk: ['clerk', 'reviewer', 'finance'],
  eraseObjector: ['security-administrator'],
  suspendClock: ['clerk', 'reviewer', 'finance'],
  resumeClock: ['clerk', 'reviewer', 'finance'],
  instructPayments: ['finance'],
  reinstructPayment: ['finance'],
  proposeSettlement: ['finance'],
  agreeSettlement: ['finance'],
  refuseSettlement: ['finance'],
  confirmPayment: ['treasury'],
  recordBankReturn: ['treasury'],
  registerEnterprise: ['clerk'],
  proposeRegistration: ['clerk'],
  agreeRegistration: ['clerk'],
  refuseRegistration: ['clerk'],
  withdrawRegistration: ['clerk'],
  proposeMove: ['clerk'],
  agreeMove: ['clerk'],
  proposeEnterpriseChange: ['clerk'],
  proposeChangeCorrection: ['clerk'],
  agreeEnterpriseChange: ['clerk'],
  refuseEnterpriseChange: ['clerk'],
  withdrawEnterpriseChange: ['clerk'],
  refuseMove: ['clerk'],
  withdrawMove: ['clerk'],
  proposeAccountChange: ['clerk'],
  giveAccountNotice: ['clerk'],
  agreeAccountChange: ['clerk'],
  refuseAccountChange: ['clerk', 'finance'],
  withdrawAccountChange: ['clerk'],
  proposeContactChange: ['clerk'],
  giveContactNotice: ['clerk'],
  agreeContactChange: ['clerk'],
  refuseContactChange: ['clerk'],
  withdrawContactChange: ['clerk'],
  drawSample: ['reviewer'],
  openRound: ['reviewer'],
  extendRound: ['reviewer'],
  agreeRound: ['reviewer'],
  refuseRound: ['reviewer'],
  withdrawRound: ['reviewer'],
  proposeRecognitionList: ['clerk', 'reviewer'],
  proposeRecognitionRevocation: ['clerk', 'reviewer'],
  agreeRecognition: ['clerk', 'reviewer'],
  refuseRecognition: ['clerk', 'reviewer'],
  withdrawRecognition: ['clerk', 'reviewer'],
  proposeCorrection: ['system-administrator'],
  agreeToCorrection: ['system-administrator', 'security-administrator'],
  refuseCorrection: ['system-administrator', 'security-administrator'],
  withdrawCorrection: ['system-administrator'],
};

const UNKNOWN = usccOf(COUNTY, 999_999);
const ON_PROPOSAL = { uscc: UNKNOWN, proposal: '00000000-0000-4000-8000-000000000000' };

/** An input of the right shape about things that do not exist: whoever gets past the guard is refused, not forbidden. */
const INPUTS: Readonly<Record<string, object>> = {
  submitClaim: submission({ uscc: 'none' }),
  resubmitClaim: { claim: 'none', occurredOn: TODAY, facts: {}, requestedAmount: '1', evidence: [] },
  acceptClaim: { claim: 'none' },
  withdrawClaim: { claim: 'none', reason: 'x' },
  acceptWithPapersToFollow: { claim: 'none', kinds: [] },
  handInPaper: { claim: 'none', evidence: { kind: 'CONTRACT', number: 'x' } },
  returnClaim: { claim: 'none', reason: 'x' },
  takeStep: { claim: 'none', step: 'x', outcome: 'AGREE', opinion: 'x' },
  moveClaimRoute: { claim: 'none', reason: 'x' },
  reviewClaim: { claim: 'none', opinion: 'x' },
  rejectClaim: { claim: 'none', reason: 'x' },
  determineClaim: { claim: 'none' },
  publiciseClaim: { claim: 'none', days: 7 },
  raiseObjection: { claim: 'none', receivedOn: TODAY, what: 'x' },
  settleObjection: { claim: 'none', objection: 'none', upheld: false, reason: 'x' },
  assignClaims: { claims: ['none'] },
  giveDelegation: { to: 'none', from: TODAY, until: TODAY, reason: 'x' },
  endDelegation: { official: 'none', delegation: 'none', reason: 'x' },
  takeBulk: { action: 'ACCEPT', claims: [{ claim: 'none' }] },
  eraseObjector: { claim: 'none', objection: 'none', reason: 'x' },
  suspendClock: { claim: 'none', ground: 'INSPECTION', basis: 'x', reason: 'x' },
  resumeClock: { claim: 'none', reason: 'x' },
  instructPayments: { claim: 'none' },
  reinstructPayment: { payment: 'none' },
  proposeSettlement: { claim: 'none', reason: 'x' },
  agreeSettlement: { claim: 'none' },
  refuseSettlement: { claim: 'none', reason: 'x' },
  confirmPayment: { payment: 'none', attempt: 1, bankReference: 'x', paidOn: '2026-08-13' },
  recordBankReturn: { payment: 'none', attempt: 1, reason: 'x' },
  registerEnterprise: { uscc: 'none', name: 'x', division: COUNTY },
  proposeRegistration: { uscc: 'none', name: 'x', division: COUNTY, licenceNumber: 'x', licenceIssuedOn: TODAY },
  agreeRegistration: ON_PROPOSAL,
  refuseRegistration: { ...ON_PROPOSAL, reason: 'x' },
  withdrawRegistration: ON_PROPOSAL,
  proposeMove: { uscc: UNKNOWN, division: COUNTY, on: TODAY },
  agreeMove: ON_PROPOSAL,
  proposeEnterpriseChange: { uscc: UNKNOWN, kind: 'CANCELLED', on: TODAY },
  proposeChangeCorrection: { uscc: UNKNOWN, change: 'x', on: TODAY },
  agreeEnterpriseChange: ON_PROPOSAL,
  refuseEnterpriseChange: { ...ON_PROPOSAL, reason: 'x' },
  withdrawEnterpriseChange: ON_PROPOSAL,
  refuseMove: { ...ON_PROPOSAL, reason: 'x' },
  withdrawMove: ON_PROPOSAL,
  proposeAccountChange: { uscc: UNKNOWN, holder: 'x', bank: 'x', cnaps: '000000000001', number: '12345678' },
  giveAccountNotice: { ...ON_PROPOSAL, how: 'TELEPHONE', note: 'x' },
  agreeAccountChange: ON_PROPOSAL,
  refuseAccountChange: { ...ON_PROPOSAL, reason: 'x' },
  withdrawAccountChange: ON_PROPOSAL,
  proposeContactChange: { uscc: UNKNOWN, name: 'x', phone: '0595-1' },
  giveContactNotice: { ...ON_PROPOSAL, how: 'TELEPHONE', note: 'x' },
  agreeContactChange: ON_PROPOSAL,
  refuseContactChange: { ...ON_PROPOSAL, reason: 'x' },
  withdrawContactChange: ON_PROPOSAL,
  proposeRecognitionList: {
    ...{ document: '泉工信〔2026〕1号', title: 'x', authority: 'x', department: 'x' },
    ...{ issuedOn: TODAY, validFrom: TODAY, file: { name: 'x.csv', content: 'eA==' } },
  },
  proposeRecognitionRevocation: { list: 'none', from: TODAY, reason: 'x' },
  drawSample: { measure: 'none' },
  openRound: {
    policy: 'none',
    number: '1',
    name: { zh: 'x', en: 'x' },
    clauses: ['1'],
    ...{ opens: TODAY, closes: TODAY, occurredFrom: TODAY, occurredTo: TODAY },
    pays: 'FIRST_COME',
  },
  extendRound: { policy: 'none', number: '1', closes: TODAY, reason: 'x' },
  agreeRound: { policy: 'none', proposal: ON_PROPOSAL.proposal },
  refuseRound: { policy: 'none', proposal: ON_PROPOSAL.proposal, reason: 'x' },
  withdrawRound: { policy: 'none', proposal: ON_PROPOSAL.proposal },
  agreeRecognition: { list: 'none', proposal: ON_PROPOSAL.proposal },
  refuseRecognition: { list: 'none', proposal: ON_PROPOSAL.proposal, reason: 'x' },
  withdrawRecognition: { list: 'none', proposal: ON_PROPOSAL.proposal },
  proposeCorrection: { position: '0', schemaVersion: 1, occurredOn: TODAY, data: {}, reason: 'x' },
  agreeToCorrection: { position: '0', proposal: randomUUID() },
  refuseCorrection: { position: '0', proposal: randomUUID(), reason: 'x' },
  withdrawCorrection: { position: '0', proposal: randomUUID() },
};

let api: Api;
let bureau: Bureau;
const officials = new Map<Role, Official>();

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  for (const role of roles)
    officials.set(role, await api.hire(role, CITY, role === 'reviewer' ? '市数据管理局' : null));
});

afterAll(() => api.stop());

async function codeOf(official: Official | null, mutation: string): Promise<string | undefined> {
  const { errors } = await api.post(official, mutationText(mutation), {
    input: { commandId: randomUUID(), ...INPUTS[mutation] },
  });
  return errors?.[0]?.extensions.code;
}

describe.each(Object.entries(MAY))('%s', (mutation, allowed) => {
  it.each(roles)('asks the role of a %s', async (role) => {
    const code = await codeOf(officials.get(role) ?? null, mutation);
    expect(code).toBe(allowed.includes(role) ? undefined : 'FORBIDDEN');
  });

  it('is closed to those who are not signed in', async () => {
    expect(await codeOf(null, mutation)).toBe('UNAUTHENTICATED');
  });
});

/** Mutations of accounts, with an input of the right shape about nobody. */
const OF_ACCOUNTS: Readonly<Record<string, string>> = {
  openAccount: 'username: "x", displayName: "x", division: "350500", roles: [], reason: "x"',
  changeRoles: 'id: "none", roles: [], reason: "x"',
  changeOffice: 'id: "none", displayName: "x", division: "350500", reason: "x"',
  resetPassword: 'id: "none", reason: "x"',
  unlockAccount: 'id: "none", reason: "x"',
  resetSecondFactor: 'id: "none", reason: "x"',
  enableAccount: 'id: "none", reason: "x"',
  disableAccount: 'id: "none", reason: "x"',
  agreeToOfficialChange: 'official: "none", proposal: "none"',
  refuseOfficialChange: 'official: "none", proposal: "none", reason: "x"',
  withdrawOfficialChange: 'official: "none", proposal: "none"',
};

describe.each(Object.entries(OF_ACCOUNTS))('%s', (mutation, input) => {
  it('is for the system and the security administrator', async () => {
    const text = `mutation { ${mutation}(input: { commandId: "${randomUUID()}", ${input} }) { __typename } }`;
    for (const role of roles) {
      const { errors } = await api.post(officials.get(role) ?? null, text, {});
      const isTheirs = role === 'system-administrator' || role === 'security-administrator';
      expect([role, errors?.[0]?.extensions.code]).toEqual([role, isTheirs ? undefined : 'FORBIDDEN']);
    }
    expect((await api.post(null, text, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('eraseContact', () => {
  it.each(roles)('asks the role of a %s', async (role) => {
    const text = `mutation { eraseContact(uscc: "none", commandId: "${randomUUID()}") { __typename } }`;
    const { errors } = await api.post(officials.get(role) ?? null, text, {});
    expect(errors?.[0]?.extensions.code).toBe(role === 'security-administrator' ? undefined : 'FORBIDDEN');
  });
});

describe('an input', () => {
  it('with a field that does not exist, or an id that is no UUID, is refused', async () => {
    const send = (input: object) => api.post(bureau.clerk, mutationText('acceptClaim'), { input });

    const { errors } = await send({ claim: 'none', note: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { data } = await send({ claim: 'none', commandId: 'mine' });
    expect(data).toMatchObject({ acceptClaim: { code: 'INVALID_INPUT', field: 'commandId' } });
  });
});
