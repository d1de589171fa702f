import { CLAIM_EVENTS, EventFormatError } from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { parseEvent, PAYMENT_EVENTS, type DomainEvent } from '@duixian/treasury';
import type { RecordedEvent } from '@duixian/event-store';
import { accountWords } from './account-words.js';
import { BATCH_NAMES, batchWords, isOfBatches } from './batch-words.js';
import { changeWords } from './change-words.js';
import { COMMENT_NAMES, commentWords, isOfComments } from './comment-words.js';
import { FILE_NAMES, fileWords, isOfFiles } from './file-words.js';
import { deadlineWords } from './deadline-words.js';
import { determinedWords, publicityWords, settledWords } from './determination-words.js';
import { DEPARTMENT_NAMES, departmentWords } from './department-words.js';
import { evidenceWords } from './evidence-words.js';
import { acceptedWords, handedInWords } from './following-words.js';
import { moveWords } from './move-words.js';
import { objectionWords } from './objection-words.js';
import { returnWords } from './return-words.js';
import { reviewWords } from './review-words.js';
import { ROUND_NAMES, roundWords, sampleWords } from './round-words.js';
import { isOfRecognition, RECOGNITION_NAMES, recognitionWords } from './recognition-words.js';
import { isOfRegister, REGISTER_NAMES, registerWords } from './register-words.js';
import { TURN_NAMES, turnWords } from './turn-words.js';
import { isOfMachines, MACHINE_NAMES, machineWords } from './machine-words.js';
import { joined, money, say } from '../policy/describe/words.js';

/** What an event is called, and what happened in one sentence. */
export interface EventWords {
  readonly label: Bilingual;
  readonly summary: Bilingual;
}

/** What people call a division on a day. */
export type DivisionNames = (code: string, day: string) => string;

/** Words for an event of the log, also for one that cannot be read: those around it are shown whatever it says. */
export function eventWords(recorded: RecordedEvent, names: DivisionNames): EventWords {
  try {
    const event = parseEvent(recorded);
    return {
      label: nameOf(event.type),
      summary: summaryOf(event, recorded.stream, (code) => names(code, event.occurredOn)),
    };
  } catch (error) {
    if (!(error instanceof EventFormatError)) throw error;
    return { label: same(recorded.type), summary: UNREADABLE };
  }
}

const UNREADABLE = say(
  '该事件的内容不符合格式，无法读取；原文见数据，待管理员更正。',
  'What it says is of no known shape. The data stand as recorded, until administrators correct it.',
);

/** Events of claims and payments, which are named where they are declared. */
const DECLARED = { ...CLAIM_EVENTS, ...PAYMENT_EVENTS };

/** What the field calls each other type of event. */
const NAMES: Readonly<Record<Exclude<DomainEvent['type'], keyof typeof DECLARED>, Bilingual>> = {
  GrantReserved: say('预留额度', 'Reserved'),
  GrantReleased: say('释放额度', 'Released'),
  EvidenceClaimed: say('凭证登记', 'Evidence claimed'),
  EvidenceFreed: say('凭证释放', 'Evidence freed'),
  EvidenceAnswered: say('凭证争议已答复', 'Evidence answered before'),
  RegistrationProposed: say('凭执照提请登记', 'Registration proposed with the licence'),
  RegistrationAgreed: say('同意凭执照登记', 'Registration agreed to'),
  RegistrationRefused: say('否决凭执照登记', 'Registration refused'),
  RegistrationWithdrawn: say('撤回凭执照登记', 'Registration taken back'),
  EnterpriseRegistered: say('企业登记', 'Enterprise registered'),
  EnterpriseMoved: say('企业迁移', 'Enterprise moved'),
  MoveProposed: say('提出迁移', 'Move proposed'),
  MoveAgreed: say('同意迁移', 'Move agreed to'),
  MoveRefused: say('否决迁移', 'Move refused'),
  MoveWithdrawn: say('撤回迁移', 'Move taken back'),
  MoveCorrected: say('更正迁移', 'Move put right'),
  EnterpriseChangeProposed: say('提出企业变更', 'Change of an enterprise proposed'),
  EnterpriseChangeAgreed: say('同意企业变更', 'Change of an enterprise agreed to'),
  EnterpriseChangeRefused: say('否决企业变更', 'Change of an enterprise refused'),
  EnterpriseChangeWithdrawn: say('撤回企业变更', 'Change of an enterprise taken back'),
  EnterpriseRenamed: say('企业更名', 'Enterprise renamed'),
  EnterpriseClosed: say('企业终止', 'Enterprise ended'),
  EnterpriseSucceeded: say('承继企业', 'Enterprise succeeded another'),
  ChangeCorrectionProposed: say('提出更正企业变更', 'Correction of a change proposed'),
  EnterpriseChangeCorrected: say('更正企业变更', 'Change of an enterprise corrected'),
  SuccessionCorrected: say('更正承继', 'Succession corrected'),
  EntitlementClosed: say('兑现记录终止', 'Entitlement closed'),
  EntitlementReopened: say('兑现记录恢复', 'Entitlement reopened'),
  EntitlementInherited: say('承继兑现记录', 'Entitlement inherited'),
  EntitlementDisinherited: say('撤销承继兑现记录', 'Entitlement no longer inherited'),
  AccountChangeProposed: say('提出收款账户', 'Account proposed'),
  AccountNoticeGiven: say('账户变更通知', 'Contact told of the account'),
  AccountChangeAgreed: say('同意收款账户', 'Account agreed to'),
  AccountChangeRefused: say('否决收款账户', 'Account refused'),
  AccountChangeWithdrawn: say('撤回收款账户', 'Account taken back'),
  BankAccountTakenOver: say('既有账号入册', 'Account number found and recorded'),
  ContactChangeProposed: say('提出联系方式', 'Contact proposed'),
  ContactNoticeGiven: say('联系方式变更通知', 'Contact told of its change'),
  ContactChangeAgreed: say('同意联系方式', 'Contact agreed to'),
  ContactChangeRefused: say('否决联系方式', 'Contact refused'),
  ContactChangeWithdrawn: say('撤回联系方式', 'Contact taken back'),
  ContactChanged: say('变更联系方式', 'Contact changed'),
  ContactTakenOver: say('既有联系方式入册', 'Contact found and recorded'),
  ContactErased: say('删除个人信息', 'Personal data erased'),
  PolicyVersionRecorded: say('政策版本入册', 'Policy version recorded'),
  PolicyVersionMissed: say('政策版本不在册', 'Policy version not to be found'),
  PolicyVersionProposed: say('提议政策版本', 'Policy version proposed'),
  PolicyVersionAgreed: say('同意政策版本', 'Policy version agreed to'),
  PolicyVersionRefused: say('否决政策版本', 'Policy version refused'),
  PolicyVersionWithdrawn: say('撤回政策版本', 'Policy version taken back'),
  ...COMMENT_NAMES,
  ...FILE_NAMES,
  ...TURN_NAMES,
  ...DEPARTMENT_NAMES,
  ...RECOGNITION_NAMES,
  ...REGISTER_NAMES,
  ...ROUND_NAMES,
  ...BATCH_NAMES,
  ...MACHINE_NAMES,
  CorrectionProposed: say('提议更正', 'Correction proposed'),
  CorrectionAgreed: say('同意更正', 'Correction agreed'),
  CorrectionRefused: say('否决更正', 'Correction refused'),
  CorrectionWithdrawn: say('撤回更正', 'Correction taken back'),
  OfficialChangeProposed: say('账号变更提议', 'Account change proposed'),
  OfficialChangeRefused: say('否决账号变更', 'Account change refused'),
  OfficialChangeWithdrawn: say('撤回账号变更', 'Account change taken back'),
  AccountOpened: say('开设账号', 'Account opened'),
  RolesGranted: say('岗位变更', 'Office granted'),
  OfficeChanged: say('姓名或单位变更', 'Name or place changed'),
  PasswordSet: say('重设密码', 'Password set'),
  AccountUnlocked: say('解除锁定', 'Unlocked'),
  SecondFactorReset: say('重置动态口令', 'Second factor reset'),
  AccountEnabled: say('启用账号', 'Account enabled'),
  AccountDisabled: say('停用账号', 'Account disabled'),
  AccountTakenOver: say('既有账号入册', 'Account found and recorded'),
};

function isDeclared(type: string): type is keyof typeof DECLARED {
  return Object.hasOwn(DECLARED, type);
}

function nameOf(type: DomainEvent['type']): Bilingual {
  return isDeclared(type) ? DECLARED[type].name : NAMES[type];
}

/** Every type of event that this version knows, with what the field calls it. */
export const EVENT_NAMES: readonly (readonly [type: string, name: Bilingual])[] = [
  ...Object.entries(DECLARED).map(([type, { name }]) => [type, name] as const),
  ...Object.entries(NAMES),
];

/** An event that says nothing but why. */
type Reasoned<Event = DomainEvent> = Event extends { data: infer Data }
  ? [keyof Data] extends ['reason']
    ? Event
    : never
  : never;

function isReasoned(event: DomainEvent): event is Reasoned {
  return Object.keys(event.data).join() === 'reason';
}

function summaryOf(event: DomainEvent, stream: string, divisionOf: (code: string) => string): Bilingual {
  if (isReasoned(event)) return same(event.data.reason);
  if (isOfRecognition(event)) return recognitionWords(event);
  if (isOfRegister(event)) return registerWords(event);
  if (isOfComments(event)) return commentWords(event);
  if (isOfMachines(event)) return machineWords(event);
  if (isOfFiles(event)) return fileWords(event);
  if (isOfBatches(event)) return batchWords(event);
  switch (event.type) {
    case 'ClaimSubmitted':
    case 'ClaimResubmitted': {
      const asked = money(event.data.requestedAmount);
      return say(`申请${asked.zh}`, `Asks for ${asked.en}`);
    }
    case 'ClaimAccepted':
      return acceptedWords(event.data);
    case 'PaperHandedIn':
      return handedInWords(event.data);
    case 'ClaimReturned':
      return returnWords(event.data);
    case 'ClaimFirstReviewed':
    case 'ClaimReviewed':
    case 'RouteStepTaken':
    case 'RouteStepForwarded':
    case 'StepTakenBack':
    case 'ClaimRouteMoved':
      return reviewWords(event);
    case 'ClaimRejected':
    case 'PaymentReturned':
    case 'ClaimReopened':
    case 'MoveRefused':
    case 'RegistrationRefused':
    case 'EnterpriseChangeRefused':
    case 'AccountChangeRefused':
    case 'ContactChangeRefused':
      return same(event.data.reason);
    case 'ClaimDetermined':
    case 'ClaimDeclined':
      return determinedWords(event.data);
    case 'DeterminationPublicised':
      return publicityWords(event.data);
    case 'ObjectionRaised':
    case 'ObjectionNoted':
    case 'ObjectionDismissed':
    case 'ObjectionUpheld':
    case 'ObjectorErased':
      return objectionWords(event);
    case 'ClockSuspended':
    case 'DeadlineEscalated':
      return deadlineWords(event);
    case 'PaymentsInstructed':
      return say(`共${event.data.payments.length}笔`, `${event.data.payments.length} in all`);
    case 'ClaimSettled':
      return settledWords(event.data);
    case 'ClaimPaid':
      return say('各级国库均已支付', 'All treasuries have paid');
    case 'GrantReserved':
      return joined([same(event.data.claim), money(event.data.amount)], '：', ': ');
    case 'GrantReleased':
      return joined([same(event.data.claim), money(event.data.amount), same(event.data.reason)], '：', ': ');
    case 'EvidenceClaimed':
    case 'EvidenceFreed':
    case 'EvidenceAnswered':
      return evidenceWords(event, stream);
    case 'RegistrationProposed': {
      const { name, licence } = event.data;
      return say(
        `${name}，执照${licence.number}，${licence.issuedOn}核发`,
        `${name}, licence ${licence.number} of ${licence.issuedOn}`,
      );
    }
    case 'EnterpriseRegistered':
      return joined([same(event.data.name), same(divisionOf(event.data.division))], '，', ', ');
    case 'EnterpriseMoved':
    case 'MoveProposed':
    case 'MoveCorrected':
      return moveWords(event, divisionOf);
    case 'PaymentInstructed': {
      const { payer, amount, account } = event.data;
      const pays = say(
        `${divisionOf(payer)}国库支付${money(amount).zh}`,
        `The treasury of ${divisionOf(payer)} pays ${money(amount).en}`,
      );
      return account === null ? pays : joined([pays, aim(account)], '，付至', ' to ');
    }
    case 'PaymentConfirmed':
      return say(`银行流水号${event.data.bankReference}`, `Bank reference ${event.data.bankReference}`);
    case 'CorrectionProposed':
    case 'CorrectionAgreed':
    case 'CorrectionRefused': {
      const { target, reason } = event.data;
      return say(
        `第${target.position}号事件（${target.stream}）：${reason}`,
        `Event ${target.position} (${target.stream}): ${reason}`,
      );
    }
    case 'ClaimAssigned':
    case 'DelegationGiven':
    case 'DelegationEnded':
    case 'RecusalDeclared':
    case 'RecusalLifted':
      return turnWords(event);
    case 'DepartmentChangeProposed':
    case 'DepartmentChangeAgreed':
    case 'DepartmentChangeRefused':
    case 'DepartmentChangeWithdrawn':
      return departmentWords(event.data.change);
    case 'ClaimSampled':
    case 'SampleDrawn':
      return sampleWords(event);
    case 'RoundProposed':
    case 'RoundExtensionProposed':
    case 'RoundAgreed':
    case 'RoundRefused':
    case 'RoundWithdrawn':
      return roundWords(event);
    case 'PolicyVersionProposed':
    case 'PolicyVersionAgreed': {
      const { policy, version, from } = event.data;
      const short = version.slice(0, 12);
      return say(`${policy}，${short}，自${from}起`, `${policy}, ${short}, from ${from}`);
    }
    case 'PolicyVersionRecorded':
    case 'PolicyVersionMissed':
    case 'PolicyVersionRefused':
    case 'PolicyVersionWithdrawn': {
      const { policy, version } = event.data;
      return joined([same(policy), same(version.slice(0, 12))], '，', ', ');
    }
    case 'CorrectionWithdrawn': {
      const { position, stream } = event.data.target;
      return say(`第${position}号事件（${stream}）`, `Event ${position} (${stream})`);
    }
    case 'PaymentReinstructed': {
      const { payment, account } = event.data;
      return account === null ? same(payment) : joined([same(payment), aim(account)], '，付至', ' to ');
    }
    case 'EnterpriseChangeProposed':
    case 'EnterpriseRenamed':
    case 'EnterpriseClosed':
    case 'EntitlementClosed':
    case 'ChangeCorrectionProposed':
    case 'EnterpriseChangeCorrected':
      return changeWords(event);
    case 'EntitlementReopened':
      return same(event.data.uscc);
    case 'SuccessionCorrected':
    case 'EnterpriseSucceeded':
    case 'EntitlementInherited':
    case 'EntitlementDisinherited':
      return same(event.data.predecessor);
    case 'EnterpriseChangeAgreed':
    case 'EnterpriseChangeWithdrawn':
    case 'MoveAgreed':
    case 'MoveWithdrawn':
    case 'RegistrationAgreed':
    case 'RegistrationWithdrawn':
    case 'AccountChangeWithdrawn':
    case 'ContactChangeWithdrawn':
      return same(event.data.proposal);
    case 'AccountChangeProposed':
      return aim(event.data.account);
    case 'AccountNoticeGiven':
    case 'ContactNoticeGiven':
      return same(event.data.note);
    case 'AccountChangeAgreed':
    case 'ContactChangeAgreed':
      return say(`自${event.data.effectiveFrom}起生效`, `In force from ${event.data.effectiveFrom}`);
    case 'BankAccountTakenOver':
      return same(event.data.account.mask);
    case 'ContactTakenOver':
      return same(`${event.data.now.name} ${event.data.now.phone}`);
    case 'ContactChangeProposed':
    case 'ContactChanged': {
      const { was, now } = event.data;
      const after = `${now.name} ${now.phone}`;
      return was === null
        ? same(after)
        : say(`${was.name} ${was.phone}→${after}`, `${was.name} ${was.phone} → ${after}`);
    }
    case 'ContactErased':
      return say(
        '联系方式及不再使用的账号已依申请删除',
        'The contacts, and account numbers no longer used, were erased',
      );
    case 'OfficialChangeProposed':
    case 'OfficialChangeRefused':
    case 'OfficialChangeWithdrawn':
    case 'AccountOpened':
    case 'RolesGranted':
    case 'OfficeChanged':
    case 'PasswordSet':
    case 'AccountUnlocked':
    case 'SecondFactorReset':
    case 'AccountEnabled':
    case 'AccountDisabled':
    case 'AccountTakenOver':
      return accountWords(event, divisionOf);
  }
}

/** Where money goes, as it can be recognised. */
function aim({ bank, mask }: { bank: string; mask: string }): Bilingual {
  return same(`${bank} ${mask}`);
}

/** What people wrote stands as they wrote it. */
function same(text: string): Bilingual {
  return say(text, text);
}
