import { ROLE_NAMES } from '@duixian/casework/names';
import { defineMessages } from '../i18n/messages.js';
import { namesIn } from '../i18n/names.js';

export const appMessages = defineMessages({
  zh: {
    product: '兑现',
    productLong: '兑现 · 惠企资金兑付与审计',
    menu: {
      dashboard: '工作台',
      claims: '申报件',
      policies: '政策',
      enterprises: '企业',
      recognitions: '认定名单',
      rounds: '申报批次',
      payments: '拨付',
      events: '事件日志',
      securityLog: '安全日志',
      setAside: '数据完整性',
      users: '用户',
    },
    notYours: '此页不对您的岗位开放',
    notYoursHint: '如工作需要，请联系系统管理员。',
    pageFor: {
      CLAIM_SUBMIT: '申报由窗口受理人员录入。',
      ENTERPRISE_REGISTER: '企业由窗口受理人员登记。',
      RECOGNITION_CHANGE: '认定名单由窗口受理和主管部门审核人员导入。',
      SECURITY_LOG_READ: '安全日志由审计人员和审计管理员查看。',
      SETASIDE_READ: '数据完整性由管理员查看和更正，审计人员可查看。',
      USER_READ: '用户账号由管理员管理，审计人员可查看。',
      USER_MANAGE: '用户账号由系统管理员和安全管理员开设。',
    },
    language: '语言',
    behind: '您刚才办理的内容已记录在案，页面尚未更新，请稍后刷新；请勿重新填报。',
    roles: { ...namesIn('zh', ROLE_NAMES), TREASURY: '国库支付' },
  },
  en: {
    product: 'Duixian',
    productLong: 'Duixian · enterprise subsidies, paid and audited',
    menu: {
      dashboard: 'Dashboard',
      claims: 'Claims',
      policies: 'Policies',
      enterprises: 'Enterprises',
      recognitions: 'Recognitions',
      rounds: 'Rounds',
      payments: 'Payments',
      events: 'Event log',
      securityLog: 'Security log',
      setAside: 'Complete data',
      users: 'Users',
    },
    notYours: 'Not for your office',
    notYoursHint: 'Ask the system administrator if your work needs it.',
    pageFor: {
      CLAIM_SUBMIT: 'Claims are entered by the clerks at the window.',
      ENTERPRISE_REGISTER: 'Enterprises are registered by the clerks at the window.',
      RECOGNITION_CHANGE: 'Lists are imported by the window and by reviewers of their department.',
      SECURITY_LOG_READ: 'The security log is read by auditors and the audit administrator.',
      SETASIDE_READ: 'Administrators look after the completeness of the data, and auditors may look at it.',
      USER_READ: 'Administrators look after the accounts of users, and auditors may look at them.',
      USER_MANAGE: 'Accounts are opened by the system and the security administrator.',
    },
    language: 'Language',
    behind:
      'What you have just done is on record, and this page does not show it yet. Look again in a moment; do not enter it anew.',
    roles: namesIn('en', ROLE_NAMES),
  },
});
