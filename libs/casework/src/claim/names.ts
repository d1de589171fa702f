import type { Bilingual } from '@duixian/policy';
import type { Role } from '../common/actor.js';
import type { EvidenceKind } from '../evidence/evidence-ref.js';
import type { ClaimStatus } from './claim-status.js';
import type { ClaimAction } from './steps.js';

/** The words of the field, as refusals and pages use them. */
export const STATUS_NAMES: Readonly<Record<ClaimStatus, Bilingual>> = {
  submitted: { zh: '已申报', en: 'submitted' },
  accepted: { zh: '已受理', en: 'accepted' },
  returned: { zh: '退回补正', en: 'returned' },
  reviewed: { zh: '已审核', en: 'reviewed' },
  rejected: { zh: '不予通过', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  determined: { zh: '已核定', en: 'determined' },
  declined: { zh: '不予兑现', en: 'declined' },
  publicised: { zh: '公示中', en: 'publicised' },
  instructed: { zh: '拨付中', en: 'instructed' },
  settling: { zh: '结清待复核', en: 'settling' },
  paid: { zh: '已拨付', en: 'paid' },
  settled: { zh: '已结清', en: 'settled' },
};

export const ACTION_NAMES: Readonly<Record<ClaimAction, Bilingual>> = {
  ACCEPT: { zh: '受理', en: 'accept' },
  RETURN: { zh: '退回补正', en: 'return' },
  RESUBMIT: { zh: '重新申报', en: 'resubmit' },
  REVIEW: { zh: '审核', en: 'review' },
  REJECT: { zh: '不予通过', en: 'reject' },
  WITHDRAW: { zh: '撤回', en: 'withdraw' },
  DETERMINE: { zh: '核定', en: 'determine' },
  PUBLICISE: { zh: '公示', en: 'publicise' },
  INSTRUCT: { zh: '下达拨付指令', en: 'instruct payment' },
  SETTLE: { zh: '按已付结清', en: 'settle at what is paid' },
  AGREE_SETTLEMENT: { zh: '同意结清', en: 'agree to the settlement of' },
  REFUSE_SETTLEMENT: { zh: '否决结清', en: 'refuse the settlement of' },
};

export const KIND_NAMES: Readonly<Record<EvidenceKind, Bilingual>> = {
  invoice: { zh: '发票', en: 'invoice' },
  contract: { zh: '合同', en: 'contract' },
  certificate: { zh: '证书', en: 'certificate' },
  recognition: { zh: '认定名单条目', en: 'entry of a list of recognitions' },
};

export const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  clerk: { zh: '窗口受理', en: 'window clerk' },
  reviewer: { zh: '审核', en: 'reviewer' },
  finance: { zh: '财政', en: 'finance' },
  treasury: { zh: '支付', en: 'treasury' },
  auditor: { zh: '审计', en: 'auditor' },
  'system-administrator': { zh: '系统管理员', en: 'system administrator' },
  'security-administrator': { zh: '安全管理员', en: 'security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'audit administrator' },
};
