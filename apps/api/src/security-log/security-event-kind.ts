import type { Bilingual } from '@duixian/policy';

/** What the security log holds: whatever matters for the safety of the city and changes nobody's rights. */
export const securityEventKinds = [
  'signed-in',
  'sign-in-failed',
  'sign-in-throttled',
  'signed-out',
  'session-ended',
  'password-changed',
  'password-printed',
  'activation-code-drawn',
  'activation-failed',
  'account-activated',
  'second-factor-enrolled',
  'second-factor-used',
  'second-factor-failed',
  'second-factor-recovery-used',
  'recovery-codes-renewed',
  'identity-linked',
  'identity-link-refused',
  'identity-unlinked',
  'credentials-sealed',
  'permission-refused',
  'api-key-refused',
  'contact-read',
  'account-read',
  'objector-read',
  'file-read',
  'export',
  'record-verified',
  'log-pruned',
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];

/** What each kind is called. */
export const SECURITY_EVENT_NAMES: Readonly<Record<SecurityEventKind, Bilingual>> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'sign-in-throttled': { zh: '登录过于频繁被拒', en: 'Sign-in refused: too many attempts' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  'session-ended': { zh: '会话被结束', en: 'Session ended' },
  'password-changed': { zh: '修改密码', en: 'Password changed' },
  'password-printed': { zh: '初始密码过期未用，重新生成', en: 'Printed password expired unused, printed anew' },
  'activation-code-drawn': { zh: '领取半份激活码', en: 'Half of an activation code drawn' },
  'activation-failed': { zh: '激活失败', en: 'Activation failed' },
  'account-activated': { zh: '激活账号', en: 'Account activated' },
  'second-factor-enrolled': { zh: '登记动态口令', en: 'Second factor enrolled' },
  'second-factor-used': { zh: '动态口令通过', en: 'Second factor used' },
  'second-factor-failed': { zh: '动态口令错误', en: 'Second factor failed' },
  'second-factor-recovery-used': { zh: '使用恢复码', en: 'Recovery code used' },
  'recovery-codes-renewed': { zh: '更换恢复码', en: 'Recovery codes renewed' },
  'identity-linked': { zh: '绑定统一身份', en: 'Identity linked' },
  'identity-link-refused': { zh: '绑定统一身份被拒', en: 'Refused: identity not linked' },
  'identity-unlinked': { zh: '解除统一身份绑定', en: 'Identity unlinked' },
  'credentials-sealed': { zh: '鉴别凭据封存', en: 'Credentials sealed' },
  'permission-refused': { zh: '无权限被拒', en: 'Refused: no permission' },
  'api-key-refused': { zh: 'API密钥被拒', en: 'API key refused' },
  'contact-read': { zh: '查看联系人', en: 'Contact read' },
  'account-read': { zh: '查看银行账户', en: 'Bank account read' },
  'objector-read': { zh: '查看异议人', en: 'Objector read' },
  'file-read': { zh: '查看材料附件', en: 'File read' },
  export: { zh: '导出', en: 'Exported' },
  'record-verified': { zh: '记录校验', en: 'Record verified' },
  'log-pruned': { zh: '到期记录清除', en: 'Expired entries removed' },
};

/**
 * Kinds that somebody who is no official can bring about as often as he likes. They are bounded; the others rest on a
 * session, and each different one is kept.
 */
export const KINDS_OF_OUTSIDERS: ReadonlySet<SecurityEventKind> = new Set([
  'sign-in-failed',
  'sign-in-throttled',
  'second-factor-failed',
  'activation-failed',
  'api-key-refused',
]);
