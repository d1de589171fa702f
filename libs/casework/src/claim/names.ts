import type { Bilingual } from '@duixian/policy';
import type { Role } from '../common/actor.js';
import type { EvidenceKind } from '../evidence/evidence-ref.js';

export {
  HINT_REASON_NAMES,
  OBJECTION_STANDING_NAMES,
  OBJECTOR_KIND_NAMES,
  UPHELD_STEP_NAMES,
} from './objection-names.js';
export { LIGHT_NAMES } from './deadline/light-names.js';
export { STATUS_NAMES } from './claim-status.js';
export { departmentName } from '../common/division-name.js';
export { PAY_RULE_NAMES, ROUND_STANDING_NAMES } from '../round/round-names.js';
export { TOLD_NAMES } from './returned/return-names.js';
export { ROUTE_STEP_NAMES, STEP_OUTCOME_NAMES } from './route-names.js';

/** The words of the field, as refusals and pages use them. */
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
