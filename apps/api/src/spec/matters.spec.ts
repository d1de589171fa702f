import { randomUUID } from 'node:crypto';
import type { Role } from '../identity/permission.js';
import { usccOf, type Official } from './api.spec.js';
import { CITY, COUNTY, freshEvidence, OTHER_COUNTY, RENTAL, submission, TODAY, type Bureau } from './bureau.spec.js';

/** Where an official sits: in the county that a matter is about, in another of the city, or in the city's own office. */
export type Place = 'county' | 'other county' | 'city';
export const PLACES: Readonly<Record<Place, string>> = { county: COUNTY, 'other county': OTHER_COUNTY, city: CITY };

/** Something that a mutation is about, and whose it is. */
export interface Matter {
  readonly mutation: string;
  /** What tells it from others of the same mutation. */
  readonly when?: string;
  /** Whose business it is, by role and place; everybody else's who may ask for it it is not. */
  readonly office: Readonly<Partial<Record<Role, readonly Place[]>>>;
  /** Code that the office meets itself, once it is known to be its business; left out where it succeeds. */
  readonly then?: string;
  /** Who alone takes back what he did or proposed: he does, when everybody else was refused. */
  readonly proposer?: (bureau: Bureau) => Official | Promise<Official>;
  /** Makes it, and answers what the mutation has to be told. */
  readonly of: (bureau: Bureau) => Promise<object>;
}

/** Leads the clause of computing power. */
export const LEAD_DEPARTMENT = '市数据管理局';

/** The window of the enterprise’s county, and that of the city above it. */
const WINDOW = { clerk: ['county', 'city'] } as const;
/** The lead department, and the finance office, of the city whose policy it is. */
const LEAD = { reviewer: ['city'] } as const;
const FINANCE = { finance: ['city'] } as const;
/** The department that keeps a list of the city, and its window. */
const KEEPERS = { ...LEAD, clerk: ['city'] } as const;

const clerk = (bureau: Bureau): Official => bureau.clerk;

const LATER = '2026-08-13';

const claimOf = (claim: string) => ({ claim });
const fresh = async (bureau: Bureau) => ({ uscc: await bureau.enterprise() });
const submitted = async (bureau: Bureau) => claimOf(await bureau.submitted(await fresh(bureau)));
const accepted = async (bureau: Bureau) => claimOf(await bureau.accepted(await fresh(bureau)));
const reviewed = async (bureau: Bureau) => claimOf(await bureau.reviewed(await fresh(bureau)));
const determined = async (bureau: Bureau) => claimOf((await bureau.determined(await fresh(bureau))).id);
const publicised = async (bureau: Bureau) => claimOf(await bureau.publicised(await fresh(bureau)));
const instructed = async (bureau: Bureau) => claimOf((await bureau.instructed(await fresh(bureau))).id);

const REASON = { reason: '经办人核实' };
const SUSPENSION = { ground: 'INSPECTION', basis: '示例办法第三条', reason: '现场核查设备' };
/** Of somebody who gives his name: the claim stands still until it is answered. */
const OBJECTION = {
  receivedOn: TODAY,
  what: '未实际租用算力',
  objector: { kind: 'PERSON', name: '林某某', phone: '0595-8560 1234' },
};

async function sentBack(bureau: Bureau): Promise<string> {
  const { claim } = await instructed(bureau);
  for (const payer of [CITY, COUNTY]) {
    const returned = { payment: `${claim}-${payer}`, attempt: 1, reason: '账户已销户' };
    await bureau.done(await bureau.treasury(payer), 'recordBankReturn', returned);
  }
  return claim;
}

/** Settled as nothing that is paid, which finance has proposed. */
async function settling(bureau: Bureau): Promise<string> {
  const claim = await sentBack(bureau);
  await bureau.done(bureau.otherFinance, 'proposeSettlement', { claim, ...REASON });
  return claim;
}

/** What somebody of the city's window has proposed of an enterprise, and waits for its answer. */
function proposed(mutation: string, listed: ProposalList, change: object) {
  return async (bureau: Bureau): Promise<{ uscc: string; proposal: string }> => {
    const uscc = await bureau.enterprise();
    const answer = await bureau.done(bureau.clerk, mutation, { uscc, ...change });
    return { uscc, proposal: openOne(answer[listed]) };
  };
}

type ProposalList = 'bankAccounts' | 'contactChanges' | 'moveProposals' | 'changeProposals' | 'proposals';

function openOne(proposals: readonly { readonly id: string; readonly standing: string }[]): string {
  const found = proposals.find(({ standing }) => standing === 'OPEN');
  if (found === undefined) throw new Error(`Nothing is open: ${JSON.stringify(proposals)}`);
  return found.id;
}

const ACCOUNT = { holder: '青石', holderReason: '更名办理中', bank: '虚构银行', cnaps: '000000000001' };
const CONTACT = { name: '林示例', phone: '0595-1234567' };
const RENAMED = { kind: 'RENAMED', name: '青石新名智算有限公司（虚构）', on: TODAY };
const TO_OTHER_COUNTY = { division: OTHER_COUNTY, on: TODAY };
const NOTICE = { how: 'TELEPHONE', note: '电话告知，对方确认' };

let licences = 0;

function licence() {
  licences += 1;
  // A code whose check character does not fit is entered from its licence.
  const code = usccOf(COUNTY, 800_000 + licences);
  const uscc = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
  const name = `新登记${licences}号有限公司（虚构）`;
  return { uscc, name, division: COUNTY, licenceNumber: `3505 ${licences}`, licenceIssuedOn: '2015-10-08' };
}

async function licensed(bureau: Bureau): Promise<{ uscc: string; proposal: string }> {
  const stated = licence();
  const { proposals } = await bureau.done(bureau.clerk, 'proposeRegistration', stated);
  return { uscc: stated.uscc, proposal: openOne(proposals) };
}

const account = proposed('proposeAccountChange', 'bankAccounts', { ...ACCOUNT, number: '990000009999' });
const contact = proposed('proposeContactChange', 'contactChanges', CONTACT);
const move = proposed('proposeMove', 'moveProposals', TO_OTHER_COUNTY);
const renaming = proposed('proposeEnterpriseChange', 'changeProposals', RENAMED);

const because = (of: (bureau: Bureau) => Promise<object>) => async (bureau: Bureau) => ({
  ...(await of(bureau)),
  ...REASON,
});

const POLICY = 'quanzhou-2024-7';
let rounds = 0;

function septemberDay(day: number): string {
  return `2026-09-${String(day).padStart(2, '0')}`;
}

function round() {
  rounds += 1;
  const number = `2026-${rounds}`;
  // One after another, all of them yet to come, with a day between two.
  const day = septemberDay(2 * rounds);
  const days = { opens: day, closes: day, occurredFrom: '2025-01-01', occurredTo: '2025-12-31' };
  const name = { zh: `第${rounds}批`, en: `Round ${rounds}` };
  return { policy: POLICY, clauses: ['2'], number, name, ...days, pays: 'FIRST_COME' };
}

/** A proposed opening; what comes of it lets the next one be proposed. */
async function proposedRound(bureau: Bureau): Promise<{ policy: string; number: string; proposal: string }> {
  const stated = round();
  const { proposals } = await bureau.done(await bureau.reviewer(), 'openRound', stated);
  return { policy: POLICY, number: stated.number, proposal: openOne(proposals) };
}

async function onRound(bureau: Bureau): Promise<{ policy: string; proposal: string }> {
  const { policy, proposal } = await proposedRound(bureau);
  return { policy, proposal };
}

/** A list of the city's own that a reviewer of its department has proposed. */
async function proposedList(bureau: Bureau): Promise<{ list: string; proposal: string }> {
  const stated = list();
  const { proposals } = await bureau.done(await bureau.reviewer(), 'proposeRecognitionList', stated);
  return { list: stated.document, proposal: openOne(proposals) };
}

let lists = 0;

function list() {
  lists += 1;
  const rows = `序号,企业名称,统一社会信用代码,场景名称,级别,证书编号\r\n1,青石智算科技（虚构）,${usccOf(COUNTY, 1)},场景${lists},市级,`;
  return {
    document: `泉工信〔2025〕${lists}号`,
    title: '2025年泉州市人工智能优秀应用场景名单',
    ...{ authority: '泉州市工业和信息化局', department: LEAD_DEPARTMENT },
    ...{ issuedOn: '2025-06-20', validFrom: '2025-06-20', validUntil: '2026-06-19' },
    file: { name: '名单.csv', content: Buffer.from(rows).toString('base64') },
  };
}

export const MATTERS: readonly Matter[] = [
  { mutation: 'submitClaim', office: WINDOW, of: async (bureau) => submission(await fresh(bureau)) },
  {
    mutation: 'resubmitClaim',
    office: WINDOW,
    of: async (bureau) => {
      const { claim } = await submitted(bureau);
      await bureau.done(bureau.otherClerk, 'returnClaim', { claim, ...REASON });
      const { occurredOn, facts, requestedAmount, subject } = submission({ uscc: '' });
      return { claim, occurredOn, facts, requestedAmount, subject, evidence: freshEvidence(RENTAL) };
    },
  },
  { mutation: 'acceptClaim', office: WINDOW, of: submitted },
  {
    mutation: 'acceptWithPapersToFollow',
    office: WINDOW,
    // Its papers are all there.
    then: 'NOT_YOUR_TURN',
    of: async (bureau) => ({ ...(await submitted(bureau)), kinds: ['INVOICE'] }),
  },
  {
    mutation: 'handInPaper',
    office: WINDOW,
    // None is awaited.
    then: 'NOT_YOUR_TURN',
    of: async (bureau) => ({ ...(await accepted(bureau)), evidence: { kind: 'CONTRACT', number: 'HT-1' } }),
  },
  { mutation: 'returnClaim', when: 'submitted', office: WINDOW, of: because(submitted) },
  { mutation: 'returnClaim', when: 'accepted', office: LEAD, of: because(accepted) },
  { mutation: 'rejectClaim', when: 'submitted', office: WINDOW, of: because(submitted) },
  { mutation: 'rejectClaim', when: 'accepted', office: LEAD, of: because(accepted) },
  { mutation: 'rejectClaim', when: 'reviewed', office: FINANCE, of: because(reviewed) },
  { mutation: 'withdrawClaim', when: 'submitted', office: WINDOW, of: because(submitted) },
  { mutation: 'withdrawClaim', when: 'determined', office: WINDOW, of: because(determined) },
  {
    mutation: 'suspendClock',
    when: 'submitted',
    office: WINDOW,
    // Its policy sets no time that could stand still.
    then: 'NOT_YOUR_TURN',
    of: async (bureau) => ({ ...(await submitted(bureau)), ...SUSPENSION }),
  },
  {
    mutation: 'resumeClock',
    when: 'accepted',
    office: LEAD,
    // It does not stand still.
    then: 'NOT_YOUR_TURN',
    of: because(accepted),
  },
  {
    mutation: 'moveClaimRoute',
    office: FINANCE,
    // Its clause has no route.
    then: 'ALREADY_DECIDED',
    of: because(submitted),
  },
  {
    mutation: 'reviewClaim',
    office: LEAD,
    of: async (bureau) => ({ ...(await accepted(bureau)), opinion: '属实' }),
  },
  { mutation: 'determineClaim', office: FINANCE, of: reviewed },
  { mutation: 'publiciseClaim', office: FINANCE, of: async (bureau) => ({ ...(await determined(bureau)), days: 7 }) },
  {
    mutation: 'raiseObjection',
    office: WINDOW,
    of: async (bureau) => ({ ...(await publicised(bureau)), ...OBJECTION }),
  },
  {
    mutation: 'settleObjection',
    office: LEAD,
    of: async (bureau) => {
      const { claim } = await publicised(bureau);
      const objection = randomUUID();
      await bureau.done(bureau.clerk, 'raiseObjection', { claim, commandId: objection, ...OBJECTION });
      return { claim, objection, upheld: false, ...REASON };
    },
  },
  {
    mutation: 'instructPayments',
    office: FINANCE,
    of: async (bureau) => {
      const matter = await publicised(bureau);
      bureau.api.today(LATER);
      return matter;
    },
  },
  {
    mutation: 'confirmPayment',
    office: { treasury: ['county'] },
    of: async (bureau) => {
      const { claim } = await instructed(bureau);
      return { payment: `${claim}-${COUNTY}`, attempt: 1, bankReference: `J-${claim}`, paidOn: LATER };
    },
  },
  {
    mutation: 'recordBankReturn',
    when: 'of the city’s half',
    office: { treasury: ['city'] },
    of: async (bureau) => ({
      payment: `${(await instructed(bureau)).claim}-${CITY}`,
      attempt: 1,
      reason: '账户已销户',
    }),
  },
  {
    mutation: 'reinstructPayment',
    office: FINANCE,
    of: async (bureau) => ({ payment: `${await sentBack(bureau)}-${COUNTY}` }),
  },
  {
    mutation: 'proposeSettlement',
    office: FINANCE,
    of: async (bureau) => ({ claim: await sentBack(bureau), ...REASON }),
  },
  { mutation: 'agreeSettlement', office: FINANCE, of: async (bureau) => ({ claim: await settling(bureau) }) },
  {
    mutation: 'refuseSettlement',
    office: FINANCE,
    of: async (bureau) => ({ claim: await settling(bureau), ...REASON }),
  },

  {
    mutation: 'registerEnterprise',
    office: WINDOW,
    of: () => Promise.resolve({ uscc: usccOf(COUNTY, 900_000), name: '登记有限公司（虚构）', division: COUNTY }),
  },
  { mutation: 'proposeRegistration', office: WINDOW, of: () => Promise.resolve(licence()) },
  { mutation: 'agreeRegistration', office: WINDOW, of: licensed },
  { mutation: 'refuseRegistration', office: WINDOW, of: because(licensed) },
  {
    mutation: 'proposeMove',
    // Whoever gives an enterprise away does not have to be asked: the window to which it comes proposes.
    office: { clerk: ['other county', 'city'] },
    of: async (bureau) => ({ ...(await fresh(bureau)), ...TO_OTHER_COUNTY }),
  },
  { mutation: 'agreeMove', office: WINDOW, of: move },
  { mutation: 'refuseMove', office: WINDOW, of: because(move) },
  {
    mutation: 'proposeEnterpriseChange',
    office: WINDOW,
    of: async (bureau) => ({ ...(await fresh(bureau)), ...RENAMED }),
  },
  { mutation: 'agreeEnterpriseChange', office: WINDOW, of: renaming },
  { mutation: 'refuseEnterpriseChange', office: WINDOW, of: because(renaming) },
  {
    mutation: 'proposeAccountChange',
    office: WINDOW,
    of: async (bureau) => ({ ...(await fresh(bureau)), ...ACCOUNT, number: '990000008888' }),
  },
  { mutation: 'giveAccountNotice', office: WINDOW, of: async (bureau) => ({ ...(await account(bureau)), ...NOTICE }) },
  {
    mutation: 'agreeAccountChange',
    office: WINDOW,
    of: async (bureau) => {
      const matter = await account(bureau);
      await bureau.done(bureau.otherClerk, 'giveAccountNotice', { ...matter, ...NOTICE });
      return matter;
    },
  },
  {
    mutation: 'refuseAccountChange',
    // Finance stops an account to which money would go.
    office: { ...WINDOW, finance: ['county', 'city'] },
    of: because(account),
  },
  {
    mutation: 'proposeContactChange',
    office: WINDOW,
    of: async (bureau) => ({ ...(await fresh(bureau)), ...CONTACT }),
  },
  { mutation: 'giveContactNotice', office: WINDOW, of: async (bureau) => ({ ...(await contact(bureau)), ...NOTICE }) },
  { mutation: 'agreeContactChange', office: WINDOW, of: contact },
  { mutation: 'refuseContactChange', office: WINDOW, of: because(contact) },

  { mutation: 'takeBackStep', office: {}, proposer: ({ otherClerk }) => otherClerk, of: because(accepted) },
  { mutation: 'withdrawRegistration', office: {}, proposer: clerk, of: licensed },
  { mutation: 'withdrawMove', office: {}, proposer: clerk, of: move },
  { mutation: 'withdrawEnterpriseChange', office: {}, proposer: clerk, of: renaming },
  { mutation: 'withdrawAccountChange', office: {}, proposer: clerk, of: account },
  { mutation: 'withdrawContactChange', office: {}, proposer: clerk, of: contact },

  { mutation: 'refuseRound', office: LEAD, of: because(onRound) },
  { mutation: 'withdrawRound', office: {}, proposer: (bureau) => bureau.reviewer(), of: onRound },
  { mutation: 'agreeRound', office: LEAD, of: onRound },
  { mutation: 'refuseRecognition', office: KEEPERS, of: because(proposedList) },
  { mutation: 'withdrawRecognition', office: {}, proposer: (bureau) => bureau.reviewer(), of: proposedList },
  { mutation: 'agreeRecognition', office: KEEPERS, of: proposedList },
  {
    mutation: 'proposeRecognitionRevocation',
    office: KEEPERS,
    of: async (bureau) => {
      const matter = await proposedList(bureau);
      await bureau.done(bureau.clerk, 'agreeRecognition', matter);
      return { list: matter.list, from: TODAY, ...REASON };
    },
  },
  {
    mutation: 'extendRound',
    office: LEAD,
    of: async (bureau) => {
      const matter = await proposedRound(bureau);
      const second = await bureau.api.hire('reviewer', CITY, LEAD_DEPARTMENT);
      await bureau.done(second, 'agreeRound', { policy: matter.policy, proposal: matter.proposal });
      return { policy: matter.policy, number: matter.number, closes: septemberDay(2 * rounds + 1), ...REASON };
    },
  },
  {
    mutation: 'openRound',
    office: LEAD,
    // The extension that the matter before this one has left is open still.
    then: 'PROPOSAL_OPEN',
    of: () => Promise.resolve(round()),
  },
];

/** Mutations whose matter is not walked here, and where it is that somebody of another office is refused. */
export const WALKED_ELSEWHERE: Readonly<Record<string, string>> = {
  takeStep: 'route.int.spec',
  openRegisterEdition: 'exclusion.int.spec',
  readRegisterRows: 'exclusion.int.spec',
  proposeRegisterEdition: 'exclusion.int.spec',
  agreeRegisterEdition: 'exclusion.int.spec',
  refuseRegisterEdition: 'exclusion.int.spec',
  withdrawRegisterEdition: 'exclusion.int.spec',
  clearExclusion: 'exclusion.int.spec',
  attachFile: 'evidence-file.int.spec',
  withdrawFile: 'evidence-file.int.spec',
  checkFact: 'fact-checks.int.spec',
  withdrawFactCheck: 'fact-checks.int.spec',
  forwardStep: 'forward.int.spec',
  writeComment: 'comment.int.spec',
  withdrawComment: 'comment.int.spec',
  proposeChangeCorrection: 'change-correction.int.spec',
  gatherClaims: 'batch.int.spec',
  splitOutClaims: 'batch.int.spec',
  minuteBatch: 'batch.int.spec',
  drawSample: 'sample.int.spec',
  proposePolicyVersion: 'two-persons.int.spec',
  agreePolicyVersion: 'two-persons.int.spec',
  refusePolicyVersion: 'two-persons.int.spec',
  withdrawPolicyVersion: 'two-persons.int.spec',
};

/** Mutations that are about the whole city, or about whoever sends them: where he sits is not asked. */
export const OF_NO_OFFICE: readonly string[] = [
  ...['proposeRecognitionList', 'assignClaims', 'takeBulk', 'giveDelegation', 'endDelegation'],
  ...['declareRecusal', 'liftRecusal'],
  ...['proposeDepartmentChange', 'agreeToDepartmentChange', 'refuseDepartmentChange', 'withdrawDepartmentChange'],
  ...[
    'eraseContact',
    'eraseObjector',
    'proposeCorrection',
    'withdrawCorrection',
    'agreeToCorrection',
    'refuseCorrection',
  ],
  ...['openAccount', 'changeRoles', 'changeOffice', 'resetPassword', 'unlockAccount', 'resetSecondFactor'],
  ...['enableAccount', 'disableAccount', 'drawActivationCode', 'rebuildReadModels'],
  ...['agreeToOfficialChange', 'refuseOfficialChange', 'withdrawOfficialChange'],
  ...['proposeMachineAccount', 'agreeToMachineAccount', 'refuseMachineAccount', 'withdrawMachineAccount'],
  ...['shutMachineAccount', 'issueApiKey', 'revokeApiKey'],
];
