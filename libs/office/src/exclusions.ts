import type { Role } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';

/** Two offices that cannot meet in one person, and why (不相容岗位). */
export interface Exclusion {
  readonly between: readonly [Role, Role];
  readonly reason: Bilingual;
}

/** Rows of the table: the office, those that exclude it, and the reason that they share. */
const TABLE: readonly (readonly [one: Role, others: readonly Role[], zh: string, en: string])[] = [
  [
    'clerk',
    ['reviewer'],
    '受理人代企业录入材料，不能又审核这些材料是否属实',
    'a clerk enters what the enterprise states, and cannot also judge whether it is true',
  ],
  [
    'clerk',
    ['finance'],
    '受理人经手申报，不能又核定应兑现的金额',
    'a clerk takes the application in, and cannot also determine what it is worth',
  ],
  [
    'clerk',
    ['treasury'],
    '受理人维护企业及其收款账户，不能又向该账户付款',
    'a clerk keeps enterprises and where their money goes, and cannot also send it there',
  ],
  [
    'reviewer',
    ['finance'],
    '审核认定事实，财政据以核定金额，两者互为复核',
    'the reviewer finds the facts and finance determines the amount on them: each checks the other',
  ],
  [
    'reviewer',
    ['treasury'],
    '认定事实的人不能又支付由此产生的款项',
    'whoever finds the facts cannot also pay what follows from them',
  ],
  [
    'finance',
    ['treasury'],
    '下达拨付指令与支付分离，即会计与出纳分设',
    'whoever instructs a payment cannot also make it, as a bookkeeper is no cashier',
  ],
  [
    'auditor',
    ['clerk', 'reviewer', 'finance', 'treasury'],
    '审计监督业务办理，不能审计自己经办的事项',
    'an auditor examines the casework, and cannot examine his own',
  ],
  [
    'auditor',
    ['system-administrator', 'security-administrator', 'audit-administrator'],
    '审计独立于系统管理，也监督管理员的行为',
    'an auditor is independent of those who run the system, and examines them too',
  ],
  [
    'system-administrator',
    ['clerk', 'reviewer', 'finance', 'treasury'],
    '开设账号的人不能办理业务，否则可以自设账号走完全部环节',
    'whoever opens accounts cannot do casework, or he would make himself every hand that a claim passes through',
  ],
  [
    'security-administrator',
    ['clerk', 'reviewer', 'finance', 'treasury'],
    '授权的人不能办理业务，否则可以给自己授权',
    'whoever grants offices cannot do casework, or he would grant them to himself',
  ],
  [
    'audit-administrator',
    ['clerk', 'reviewer', 'finance', 'treasury'],
    '审计管理员查看全部账号与安全记录，不参与业务办理',
    'an audit administrator reads all records of accounts and of security, and takes no part in casework',
  ],
  [
    'system-administrator',
    ['security-administrator'],
    '等保三级要求三员分立：开设账号与授权须由两人分别办理',
    'MLPS level 3 separates the three administrators: opening an account and granting its office take two persons',
  ],
  [
    'audit-administrator',
    ['system-administrator', 'security-administrator'],
    '等保三级要求三员分立：审计管理员监督另外两员',
    'MLPS level 3 separates the three administrators: this one watches the other two',
  ],
];

/** Every pair that excludes each other, once. */
export const EXCLUSIONS: readonly Exclusion[] = TABLE.flatMap(([one, others, zh, en]) =>
  others.map((other): Exclusion => ({ between: [one, other], reason: { zh, en } })),
);

/** Pairs among these roles that cannot meet in one person. */
export function exclusionsAmong(roles: readonly Role[]): readonly Exclusion[] {
  return EXCLUSIONS.filter(({ between }) => between.every((role) => roles.includes(role)));
}
