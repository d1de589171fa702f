import { CLAIM_ACTIONS, stepOf, type StepPermission } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { PAYMENT_ACTIONS, paymentStepOf, type PaymentPermission } from '@duixian/treasury';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf, wordsOf } from '../graphql/enum-of.js';
import { permissions, type Permission } from './permission.js';

export const PermissionEnum = enumOf(permissions);

/** Permissions that several steps need, or that the name of their step does not say by itself. */
type NamedApart =
  | ('claim.accept' | 'claim.submit' | 'claim.settle' | 'claim.suspend' | 'claim.take-step')
  | ('objection.raise' | 'objection.settle');

/** What else than a step on a claim or a payment is permitted, and those that are named apart. */
const NAMES: Readonly<Record<Exclude<Permission, StepPermission | PaymentPermission> | NamedApart, Bilingual>> = {
  'account.own': { zh: '本人账号', en: 'look after one’s own account' },
  'policy.read': { zh: '查看政策', en: 'read the policies' },
  'policy-version.propose': { zh: '提议政策版本', en: 'propose a version of a policy' },
  'policy-version.answer': { zh: '同意或否决政策版本', en: 'agree to a version of a policy, or refuse it' },
  'claim.read': { zh: '查看申报件', en: 'read claims' },
  'claim.accept': { zh: '受理、接收补交材料', en: 'accept claims, and take in papers that were to follow' },
  'claim.take-step': { zh: '办理路线步骤', en: 'take a step of a claim’s route' },
  'objection.raise': { zh: '登记异议', en: 'record an objection to a claim' },
  'objection.settle': { zh: '答复异议', en: 'answer an objection to a claim' },
  'claim.submit': { zh: '申报', en: 'submit a claim, or state a returned one anew' },
  'claim.settle': { zh: '结清', en: 'propose that a claim stays at what is paid, agree to it or refuse it' },
  'claim.suspend': { zh: '暂停、恢复计时', en: 'stop the clock of a claim’s time limits, and let it go on' },
  'enterprise.read': { zh: '查看企业', en: 'read enterprises' },
  'payment.read': { zh: '查看拨付', en: 'read payments' },
  'event.read': { zh: '查看事件', en: 'read the log of events' },
  'recognition.read': { zh: '查看认定名单', en: 'read lists of recognitions' },
  'register.read': { zh: '查看限制享受名单', en: 'read the registers of those who must not be paid' },
  'round.read': { zh: '查看申报批次', en: 'read the rounds in which clauses are claimed' },
  'contact.read': { zh: '查看联系方式', en: 'read whom to call' },
  'claim.bulk': { zh: '批量办理', en: 'take a step on many claims' },
  'claim.assign': { zh: '分派申报件', en: 'say who looks after claims' },
  'comment.read': { zh: '查看批注', en: 'read comments on claims' },
  'comment.write': { zh: '填写批注', en: 'comment on claims, and take own comments back' },
  'fact.check': { zh: '对照材料核对事实', en: 'check facts of claims against their files' },
  'file.attach': { zh: '上传、撤下材料', en: 'attach files to claims, and withdraw them' },
  'delegation.read': { zh: '查看委托代办', en: 'read who stands in for whom' },
  'delegation.give': { zh: '委托代办', en: 'name who stands in for oneself' },
  'delegation.end': { zh: '结束委托', en: 'end a delegation before its last day' },
  'recusal.read': { zh: '查看回避', en: 'read who takes no part in what' },
  'recusal.declare': { zh: '登记回避', en: 'say who takes no part in a matter' },
  'recusal.lift': { zh: '解除回避', en: 'lift a recusal' },
  'objector.read': { zh: '查看异议人', en: 'read who objects to a claim' },
  'user.read': { zh: '查看账号', en: 'read the accounts of officials' },
  'security-log.read': { zh: '查看安全日志', en: 'read the security log' },
  'enterprise.register': { zh: '登记企业', en: 'register an enterprise' },
  'enterprise.move': { zh: '变更企业', en: 'propose moves and changes of an enterprise, and answer them' },
  'recognition.change': { zh: '变更认定名单', en: 'propose lists of recognitions and revocations, and answer them' },
  'register.change': { zh: '导入限制享受名单', en: 'import editions of registers, and answer them' },
  'register.clear': { zh: '解除名单命中', en: 'clear a row of a register' },
  'round.change': { zh: '发布申报批次', en: 'propose rounds and longer ones, and answer them' },
  'batch.change': {
    zh: '合批、拆出',
    en: 'put claims into batches, split them out, and record what a meeting decided',
  },
  'sample.draw': { zh: '抽取复审样本', en: 'draw which claims are examined again' },
  'contact.change': { zh: '变更联系方式', en: 'propose whom to call, and answer it' },
  'contact.erase': { zh: '删除个人信息', en: 'erase personal data' },
  'bank-account.read': { zh: '查看收款账号', en: 'read numbers of payees’ accounts' },
  'bank-account.change': { zh: '变更收款账户', en: 'propose a payee’s account, and agree to it' },
  'bank-account.refuse': { zh: '否决收款账户', en: 'stop a proposed account of a payee' },
  'user.manage': { zh: '管理账号', en: 'open and change accounts of officials' },
  'readmodel.rebuild': { zh: '重建列表', en: 'build the tables of lists anew' },
  'setaside.read': { zh: '查看搁置记录', en: 'read which records are set aside' },
  'verification.read': { zh: '查看校验结果', en: 'read how the record was verified' },
  'department.read': { zh: '查看机构变更', en: 'read what became of departments' },
  'department.change': { zh: '办理机构变更', en: 'propose what becomes of departments, and answer it' },
  'correction.propose': { zh: '提议更正', en: 'propose a correction of an event that nobody can read' },
  'correction.answer': { zh: '同意或否决更正', en: 'agree to a correction, or refuse it' },
};

const stepNames = CLAIM_ACTIONS.map(stepOf).map(({ permission, name }) => [permission, name] as const);

const paymentNames = PAYMENT_ACTIONS.map(paymentStepOf).map(
  ({ permission, name }) => [permission, { zh: name.zh, en: `${name.en} a payment` }] as const,
);

const APART = new Map<string, Bilingual>([...Object.entries(NAMES), ...paymentNames]);
const STEPS = new Map<string, Bilingual>(stepNames);

/** A permission as a sentence to a person names it. */
export function permissionName(permission: Permission): Bilingual {
  const apart = APART.get(permission);
  const named = apart ?? STEPS.get(permission);
  if (named === undefined) throw new Error(`${permission} has no name.`);
  return { zh: `“${named.zh}”`, en: apart === undefined ? `“${named.en}”, a step on a claim` : `“${named.en}”` };
}

registerEnumType(PermissionEnum, {
  name: 'Permission',
  description: 'What an official may ask for (权限).',
  valuesMap: wordsOf(Object.fromEntries([...STEPS, ...APART])),
});
