import { CLAIM_ACTIONS, ROLES, stepOf, type KnownStep, type Role, type StepPermission } from '@duixian/casework';
import { PAYMENT_ACTIONS, paymentStepOf, type PaymentPermission } from '@duixian/treasury';

/** What requests may ask for that are no steps on a claim or a payment. */
const APART_FROM_STEPS = [
  'account.own',
  'policy.read',
  'policy-version.propose',
  'policy-version.answer',
  'claim.read',
  'claim.bulk',
  'claim.assign',
  'comment.read',
  'comment.write',
  'file.attach',
  'fact.check',
  'delegation.read',
  'delegation.give',
  'delegation.end',
  'recusal.read',
  'recusal.declare',
  'recusal.lift',
  'enterprise.read',
  'payment.read',
  'event.read',
  'recognition.read',
  'register.read',
  'round.read',
  'contact.read',
  'objector.read',
  'user.read',
  'security-log.read',
  'enterprise.register',
  'enterprise.move',
  'recognition.change',
  'register.change',
  'register.clear',
  'round.change',
  'sample.draw',
  'batch.change',
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
  'department.read',
  'department.change',
] as const;

export type Permission = (typeof APART_FROM_STEPS)[number] | StepPermission | PaymentPermission;

/** Everything a request may ask for. A resolver names exactly one, and roles hold them. */
export const permissions: readonly Permission[] = [
  ...APART_FROM_STEPS,
  ...new Set(CLAIM_ACTIONS.map((action) => stepOf(action).permission)),
  ...PAYMENT_ACTIONS.map((action) => paymentStepOf(action).permission),
];

/** What an official may be. */
export const roles: readonly Role[] = ROLES;
export type { Role };

/** Who takes steps on claims may be related to one, or be the superior of who is. */
const OF_HANDS: readonly Permission[] = ['recusal.declare', 'recusal.lift'];

/** The city says which office keeps a register, and which clears its rows. */
const OF_REGISTERS: readonly Permission[] = ['register.change', 'register.clear'];

/** Who has claims in his office talks of them with colleagues, may be away, and stands in for one. */
const OF_OFFICES: readonly Permission[] = [
  ...OF_HANDS,
  'comment.write',
  'file.attach',
  'delegation.read',
  'delegation.give',
  'delegation.end',
];

const EVERYONE: readonly Permission[] = [
  'account.own',
  'policy.read',
  'claim.read',
  'comment.read',
  'recusal.read',
  'enterprise.read',
  'payment.read',
  'event.read',
  'recognition.read',
  'register.read',
  'round.read',
  'department.read',
];

/** What each role may do beyond {@link EVERYONE} and the steps of its office. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [
    ...OF_OFFICES,
    'claim.bulk',
    'claim.assign',
    'enterprise.register',
    'enterprise.move',
    'recognition.change',
    ...OF_REGISTERS,
    'contact.read',
    'objector.read',
    'contact.change',
    'bank-account.read',
    'bank-account.change',
    'bank-account.refuse',
  ],
  reviewer: [
    ...OF_OFFICES,
    'fact.check',
    'claim.bulk',
    'claim.assign',
    'recognition.change',
    ...OF_REGISTERS,
    'round.change',
    'sample.draw',
    'batch.change',
    'contact.read',
    'objector.read',
  ],
  // Sums follow from the law: who answers for the money says by which version.
  finance: [
    ...OF_OFFICES,
    'fact.check',
    'claim.bulk',
    'claim.assign',
    'policy-version.propose',
    'policy-version.answer',
    ...OF_REGISTERS,
    'contact.read',
    'bank-account.read',
    'bank-account.refuse',
  ],
  treasury: [...OF_HANDS, 'comment.write', 'contact.read', 'bank-account.read'],
  auditor: [
    'delegation.read',
    'contact.read',
    'objector.read',
    'bank-account.read',
    'user.read',
    'security-log.read',
    'setaside.read',
    'verification.read',
  ],
  // What is technical, and who has an account: nothing of what an enterprise or a payment is about.
  'system-administrator': [
    ...OF_HANDS,
    'delegation.read',
    'delegation.end',
    'user.read',
    'user.manage',
    'department.change',
    'readmodel.rebuild',
    'setaside.read',
    'verification.read',
    'correction.propose',
    'correction.answer',
  ],
  // Erasing personal data is an act of data protection, which shows nothing of it to whoever does it.
  'security-administrator': [
    'delegation.read',
    'user.read',
    'user.manage',
    'department.change',
    'contact.erase',
    'setaside.read',
    'correction.answer',
  ],
  'audit-administrator': ['delegation.read', 'user.read', 'security-log.read', 'setaside.read', 'verification.read'],
};

/** Whether somebody with these roles may ask for it. */
export function isPermitted(held: readonly Role[], permission: Permission): boolean {
  if (EVERYONE.includes(permission)) return true;
  return held.some((role) => PERMISSIONS_OF[role].includes(permission) || stepsOf(role).includes(permission));
}

/** Whoever takes a step in some status may ask for it. Whether his office is the right one now is the decider's to say. */
function stepsOf(role: Role): Permission[] {
  const isTaken = ({ from, alsoBy = [] }: KnownStep) => [...Object.values<Role>(from), ...alsoBy].includes(role);
  const onClaims = CLAIM_ACTIONS.map(stepOf).filter(isTaken);
  const onPayments = PAYMENT_ACTIONS.map(paymentStepOf).filter(({ office }) => office === role);
  return [...onClaims, ...onPayments].map(({ permission }) => permission);
}
