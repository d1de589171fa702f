import type { ProposalMatter } from './proposal-matter.js';

/** What one administrator proposes and another says. */
export const ADMINISTRATORS_PROPOSALS = {
  OFFICIAL: {
    mutations: {
      agree: 'agreeToOfficialChange',
      refuse: 'refuseOfficialChange',
      withdraw: 'withdrawOfficialChange',
    },
    inputs: {
      agree: 'AgreeToOfficialChangeInput',
      refuse: 'RefuseOfficialChangeInput',
      withdraw: 'WithdrawOfficialChangeInput',
    },
    permission: 'user.manage',
    about: {
      official: { kind: 'reference', schema: 'The official whose account it is about.' },
      proposal: { kind: 'reference', schema: 'The proposal.' },
    },
    schema: {
      agree: 'The second administrator agrees: the change takes effect.',
      refuse: 'Another administrator refuses the change.',
      withdraw: 'Whoever proposed the change takes it back.',
      reason: 'Why: it goes on record.',
    },
    says: {
      agree: {
        zh: '变更立即生效，本人须重新登录。',
        en: 'The change takes effect at once, and its owner has to sign in again.',
      },
      refuse: { zh: '账号保持不变。', en: 'The account stays as it is.' },
      withdraw: { zh: '提议不再有效，账号保持不变。', en: 'The proposal is void, and the account stays as it is.' },
    },
    done: { agree: { zh: '已同意，变更已生效', en: 'Agreed; the change has taken effect' } },
  },
  DEPARTMENT: {
    mutations: {
      agree: 'agreeToDepartmentChange',
      refuse: 'refuseDepartmentChange',
      withdraw: 'withdrawDepartmentChange',
    },
    inputs: {
      agree: 'DepartmentProposalInput',
      refuse: 'RefuseDepartmentChangeInput',
      withdraw: 'DepartmentProposalInput',
    },
    permission: 'department.change',
    about: { proposal: { kind: 'uuid', schema: 'The proposal that you have seen.' } },
    schema: {
      agree: 'A second administrator agrees: from its day on the department is what was proposed, for everybody.',
      refuse: 'A second administrator does not agree; what is agreed to can be stopped until its day.',
      withdraw: 'Its proposer takes it back, until its day.',
      reason: 'Goes on record: 1 to 500 characters.',
    },
    says: {
      agree: {
        zh: '同意后，自该日起由承接部门接办，名称随之更新。',
        en: 'From its day on the department that goes on with the work has it, and names follow.',
      },
      refuse: { zh: '否决后，部门照旧。', en: 'Departments stay as they are.' },
      withdraw: {
        zh: '撤回后，部门照旧；可重新登记。',
        en: 'Departments stay as they are; it can be proposed anew.',
      },
    },
  },
  CORRECTION: {
    mutations: { agree: 'agreeToCorrection', refuse: 'refuseCorrection', withdraw: 'withdrawCorrection' },
    inputs: {
      agree: 'AgreeToCorrectionInput',
      refuse: 'RefuseCorrectionInput',
      withdraw: 'WithdrawCorrectionInput',
    },
    permission: 'correction.answer',
    withdrawing: 'correction.propose',
    about: {
      position: { kind: 'position', schema: "The event's place in the city's log." },
      proposal: { kind: 'uuid', schema: 'Id of the proposal that you have seen.' },
    },
    schema: {
      agree:
        'A second administrator agrees: from then on everybody reads the event as corrected, and the tables are built again.',
      refuse: 'A second administrator does not agree to a proposed correction.',
      withdraw: 'The proposer takes a correction back that nobody has answered yet.',
      reason: 'Why not.',
    },
    says: {
      agree: {
        zh: '同意后，所有人都按更正后的内容读取该事件，列表和合计自动补入；原记录保留可查。',
        en: 'Everybody then reads the event as corrected, and lists and totals take it up by themselves. What was recorded stays.',
      },
      refuse: { zh: '否决后，该事件仍按原样搁置。', en: 'The event stays set aside as it is.' },
      withdraw: {
        zh: '撤回后可重新提议；该事件仍按原样搁置。',
        en: 'The event stays set aside as it is; another correction can be proposed.',
      },
    },
    done: { agree: { zh: '更正已生效，正在补入列表', en: 'In force; the lists are taking it up' } },
  },
} as const satisfies Readonly<Record<string, ProposalMatter>>;
