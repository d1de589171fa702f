import type { ProposalMatter } from './proposal-matter.js';

const OF_ENTERPRISE = {
  inputs: { agree: 'ProposalInput', refuse: 'RefuseProposalInput', withdraw: 'ProposalInput' },
  about: {
    uscc: { kind: 'uscc', schema: 'The enterprise.' },
    proposal: { kind: 'uuid', schema: 'The proposal.' },
  },
  done: { agree: { zh: '已同意', en: 'Agreed to' } },
} as const;
const REASON = 'Goes on record: 1 to 500 characters.';
const STAYS = {
  refuse: { zh: '否决后不再生效，可重新提出。', en: 'It does not take effect; another can be proposed.' },
  withdraw: { zh: '撤回后可重新提出。', en: 'Another can be proposed afterwards.' },
} as const;

/** What is proposed about enterprises: two clerks of the window say it, or finance stops it. */
export const ENTERPRISE_PROPOSALS = {
  REGISTRATION: {
    ...OF_ENTERPRISE,
    mutations: { agree: 'agreeRegistration', refuse: 'refuseRegistration', withdraw: 'withdrawRegistration' },
    permission: 'enterprise.register',
    schema: {
      agree: 'Another clerk of the division, or of the city, has compared the code with the licence and agrees.',
      refuse: 'Another clerk of the division, or of the city, refuses to register an enterprise with its licence.',
      withdraw: 'The proposer takes a registration back that is still open.',
      reason: REASON,
    },
    says: {
      ...STAYS,
      agree: {
        zh: '请对照执照逐位核对代码后同意。同意后立即登记，此代码此后照常使用。',
        en: 'Agree once every place of the code was compared with the licence. It is registered at once, and used like any other.',
      },
    },
  },
  MOVE: {
    ...OF_ENTERPRISE,
    mutations: { agree: 'agreeMove', refuse: 'refuseMove', withdraw: 'withdrawMove' },
    permission: 'enterprise.move',
    schema: {
      agree: 'A clerk of the division it leaves, or of the city, agrees to a move.',
      refuse: 'A clerk of the division it leaves, or of the city, refuses a move.',
      withdraw: 'The proposer takes a move back that is still open.',
      reason: REASON,
    },
    says: {
      ...STAYS,
      agree: {
        zh: '同意后企业自所填日期起属于新的区县；此前的申报件不变。',
        en: 'From the day stated the enterprise belongs to the new county; claims of before stay as they are.',
      },
    },
  },
  /** Of its name, its end, or who goes on in its place; and the correction of such a change. */
  CHANGE: {
    ...OF_ENTERPRISE,
    mutations: {
      agree: 'agreeEnterpriseChange',
      refuse: 'refuseEnterpriseChange',
      withdraw: 'withdrawEnterpriseChange',
    },
    permission: 'enterprise.move',
    schema: {
      agree: 'Another clerk of its division, or of the city, agrees to a change of an enterprise.',
      refuse: 'Another clerk of its division, or of the city, refuses a change of an enterprise.',
      withdraw: 'The proposer takes a change of an enterprise back that is still open.',
      reason: REASON,
    },
    says: {
      ...STAYS,
      agree: {
        zh: '同意后立即生效：终止的企业不能再申报、核定和拨付，其已获兑现的金额计入承继企业的限额。',
        en: 'It holds at once: nothing more is claimed, determined or paid to an enterprise that ended, and what it was granted counts under its successor’s caps.',
      },
    },
  },
  ACCOUNT: {
    ...OF_ENTERPRISE,
    mutations: { agree: 'agreeAccountChange', refuse: 'refuseAccountChange', withdraw: 'withdrawAccountChange' },
    permission: 'bank-account.change',
    refusing: 'bank-account.refuse',
    schema: {
      agree: 'Another clerk agrees to a proposed account; its waiting time begins.',
      refuse: 'A clerk or finance stops a proposed account, also one that was agreed to, before it takes effect.',
      withdraw: 'The proposer takes a proposed account back before it takes effect.',
      reason: REASON,
    },
    says: {
      ...STAYS,
      agree: {
        zh: '请核对开户资料后同意。变更已有账户自等待期满之日起生效，此前已下达的指令不变。',
        en: 'Agree once the papers of the account are checked. A change holds when the waiting time is over; instructions of before stay as they are.',
      },
    },
  },
  CONTACT: {
    ...OF_ENTERPRISE,
    mutations: { agree: 'agreeContactChange', refuse: 'refuseContactChange', withdraw: 'withdrawContactChange' },
    permission: 'contact.change',
    schema: {
      agree:
        'Another clerk agrees to a proposed contact; its waiting time begins, and the very first one holds at once.',
      refuse: 'Another clerk stops a proposed contact, also one that was agreed to, before it takes effect.',
      withdraw: 'The proposer takes a proposed contact back before it takes effect.',
      reason: REASON,
    },
    says: {
      ...STAYS,
      agree: {
        zh: '请按企业提交的材料核对后同意。首次登记即时生效；变更自等待期满之日起生效，其间可以否决。',
        en: 'Agree once it is checked against what the enterprise handed in. The first contact holds at once; a change holds when the waiting time is over, and can be refused until then.',
      },
    },
  },
} as const satisfies Readonly<Record<string, ProposalMatter>>;
