import { ROLES, type Role } from '@duixian/casework';

/** Everything a request may ask for. A resolver names exactly one, and roles hold them. */
export const permissions = [
  'account.own',
  'policy.read',
  'policy-version.propose',
  'policy-version.answer',
  'claim.read',
  'enterprise.read',
  'payment.read',
  'event.read',
  'recognition.read',
  'contact.read',
  'user.read',
  'security-log.read',
  'claim.submit',
  'claim.accept',
  'claim.return',
  'claim.review',
  'claim.reject',
  'claim.withdraw',
  'claim.determine',
  'claim.publicise',
  'payment.instruct',
  'payment.confirm',
  'payment.return',
  'payment.reinstruct',
  'claim.settle',
  'enterprise.register',
  'enterprise.move',
  'recognition.change',
  'contact.change',
  'contact.erase',
  'bank-account.read',
  'bank-account.change',
  'bank-account.refuse',
  'user.manage',
  'readmodel.rebuild',
  'setaside.read',
  'verification.read',
  'correction.propose',
  'correction.answer',
] as const;

export type Permission = (typeof permissions)[number];

/** What an official may be. */
export const roles: readonly Role[] = ROLES;
export type { Role };

const EVERYONE: readonly Permission[] = [
  'account.own',
  'policy.read',
  'claim.read',
  'enterprise.read',
  'payment.read',
  'event.read',
  'recognition.read',
];

/** What each role may do beyond {@link EVERYONE}. Whether one's office is the right one is the decider's to say. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    'claim.submit',
    'claim.accept',
    'claim.return',
    'claim.reject',
    'claim.withdraw',
    'enterprise.register',
    'enterprise.move',
    'recognition.change',
    'contact.read',
    'contact.change',
    'bank-account.read',
    'bank-account.change',
    'bank-account.refuse',
  ],
  reviewer: ['claim.return', 'claim.review', 'claim.reject', 'recognition.change', 'contact.read'],
  // Sums follow from the law: who answers for the money says by which version.
  finance: [
    'policy-version.propose',
    'policy-version.answer',
    'claim.reject',
    'claim.determine',
    'claim.publicise',
    'payment.instruct',
    'payment.reinstruct',
    'claim.settle',
    'contact.read',
    'bank-account.read',
    'bank-account.refuse',
  ],
  treasury: ['payment.confirm', 'payment.return', 'contact.read', 'bank-account.read'],
  auditor: [
    'contact.read',
    'bank-account.read',
    'user.read',
    'security-log.read',
    'setaside.read',
    'verification.read',
  ],
  // What is technical, and who has an account: nothing of what an enterprise or a payment is about.
  'system-administrator': [
    'user.read',
    'user.manage',
    'readmodel.rebuild',
    'setaside.read',
    'verification.read',
    'correction.propose',
    'correction.answer',
  ],
  // Erasing personal data is an act of data protection, which shows nothing of it to whoever does it.
  'security-administrator': ['user.read', 'user.manage', 'contact.erase', 'setaside.read', 'correction.answer'],
  'audit-administrator': ['user.read', 'security-log.read', 'setaside.read', 'verification.read'],
};

/** Whether somebody with these roles may ask for it. */
export function isPermitted(held: readonly Role[], permission: Permission): boolean {
  if (EVERYONE.includes(permission)) return true;
  return held.some((role) => PERMISSIONS_OF[role].includes(permission));
}
