import type { ProposalMatter } from './proposal-matter.js';

const REASON = 'Goes on record: 1 to 2000 characters.';
const SEEN = { kind: 'uuid', schema: 'The proposal that you have seen.' } as const;
const TAKE_BACK = { withdraw: { zh: '撤回提议', en: 'Take back' } } as const;
const PROPOSED_ANEW = { zh: '撤回后可另行提议。', en: 'Another can be proposed then.' } as const;

/** What is proposed of the law and its lists: a colleague of the office that proposed it says it. */
export const LIST_PROPOSALS = {
  POLICY_VERSION: {
    mutations: { agree: 'agreePolicyVersion', refuse: 'refusePolicyVersion', withdraw: 'withdrawPolicyVersion' },
    inputs: {
      agree: 'PolicyVersionProposalInput',
      refuse: 'RefusePolicyVersionInput',
      withdraw: 'PolicyVersionProposalInput',
    },
    permission: 'policy-version.answer',
    withdrawing: 'policy-version.propose',
    about: { policy: { kind: 'reference', schema: 'The policy.' }, proposal: SEEN },
    schema: {
      agree: 'A second official of finance agrees: from then on the version decides the matters of its days.',
      refuse: 'A second official of finance does not agree.',
      withdraw: 'The proposer takes back a proposal that is still open.',
      reason: 'Goes on record: 1 to 500 characters.',
    },
    labels: TAKE_BACK,
    says: {
      agree: {
        zh: '同意后立即生效：起始日及以后发生、尚未核定的事项按该版本办理；已核定的不变。',
        en: 'It counts at once: matters from its first day on that are not determined are decided by it. What is determined stays.',
      },
      refuse: {
        zh: '该版本不生效，仍按现行版本办理。',
        en: 'It will not count: the version in force goes on deciding.',
      },
      withdraw: PROPOSED_ANEW,
    },
    done: { agree: { zh: '已同意，版本生效', en: 'Agreed: the version counts' } },
  },
  ROUND: {
    mutations: { agree: 'agreeRound', refuse: 'refuseRound', withdraw: 'withdrawRound' },
    inputs: { agree: 'OnRoundProposalInput', refuse: 'RefuseRoundInput', withdraw: 'OnRoundProposalInput' },
    permission: 'round.change',
    about: { policy: { kind: 'reference', schema: 'Id of the document.' }, proposal: SEEN },
    schema: {
      agree: 'A colleague of the lead department agrees: the round is opened, or goes on for longer.',
      refuse: 'A colleague of the lead department does not agree.',
      withdraw: 'The proposer takes back what nobody answered yet.',
      reason: REASON,
    },
    labels: TAKE_BACK,
    says: {
      agree: {
        zh: '同意后立即生效，不能再缩短或取消。',
        en: 'It counts at once, and is neither shortened nor called off.',
      },
      refuse: { zh: '不生效；提议人可另行提议。', en: 'It will not count; another can be proposed.' },
      withdraw: PROPOSED_ANEW,
    },
  },
  /** A list, or the revocation of entries of it. */
  RECOGNITION: {
    mutations: { agree: 'agreeRecognition', refuse: 'refuseRecognition', withdraw: 'withdrawRecognition' },
    inputs: {
      agree: 'RecognitionProposalInput',
      refuse: 'RefuseRecognitionInput',
      withdraw: 'RecognitionProposalInput',
    },
    permission: 'recognition.change',
    about: { list: { kind: 'reference', schema: 'Number of the document of the list.' }, proposal: SEEN },
    schema: {
      agree: 'A second person agrees: the entries count from then on, or count no more from their day on.',
      refuse: 'A second person does not agree.',
      withdraw: 'The proposer takes back what nobody answered yet.',
      reason: REASON,
    },
    labels: TAKE_BACK,
    says: {
      agree: {
        zh: '同意后，这些条目即可作为申报凭证。请对照公布的原件逐条核对。',
        en: 'From then on claims can rest on these entries. Compare each with the published document.',
      },
      refuse: {
        zh: '否决后不产生任何效力，理由记入日志。',
        en: 'Nothing of it takes effect, and the reason goes on record.',
      },
      withdraw: { zh: '撤回后可重新提出。', en: 'It can be proposed anew.' },
    },
  },
  REGISTER_EDITION: {
    mutations: {
      agree: 'agreeRegisterEdition',
      refuse: 'refuseRegisterEdition',
      withdraw: 'withdrawRegisterEdition',
    },
    inputs: { agree: 'OfEditionInput', refuse: 'RefuseRegisterEditionInput', withdraw: 'OfEditionInput' },
    permission: 'register.change',
    about: {
      register: { kind: 'reference', schema: 'Id of the register.' },
      edition: { kind: 'reference', schema: 'The edition.' },
    },
    schema: {
      agree: 'A second person agrees: from then on its rows hold claims, and those of the edition before no more.',
      refuse: 'A second person does not agree.',
      withdraw: 'Whoever imported it takes it back, or gives it up before all is read.',
      reason: REASON,
    },
    labels: { agree: { zh: '同意启用', en: 'Agree' } },
    says: {
      agree: {
        zh: '同意后立即启用：名单上的企业，其申报件在规定的环节暂停办理；此前一版即被替换，不再列入的企业不再拦。',
        en: 'It is in force at once: claims of whoever stands on it are held at the steps of the register. The edition before is replaced, and whoever is no longer listed is free.',
      },
      refuse: {
        zh: '否决后此版不启用，在用的一版不变。',
        en: 'This edition does not come into force, and the one in force stays.',
      },
      withdraw: {
        zh: '撤回后此版不启用；需要时重新导入。',
        en: 'This edition does not come into force; import it anew when it is needed.',
      },
    },
    done: { agree: { zh: '已启用', en: 'In force' } },
  },
} as const satisfies Readonly<Record<string, ProposalMatter>>;
