import { defineMessages } from '../i18n/messages.js';

export const appMessages = defineMessages({
  zh: {
    product: '兑现',
    productLong: '兑现 · 惠企资金兑付与审计',
    menu: {
      dashboard: '工作台',
      claims: '申报件',
      policies: '政策',
      enterprises: '企业',
      payments: '拨付',
      events: '事件日志',
      securityLog: '安全日志',
      setAside: '数据完整性',
      users: '用户',
    },
    language: '语言',
    behind: '您刚才办理的内容已记录在案，页面尚未更新，请稍后刷新；请勿重新填报。',
    roles: {
      CLERK: '窗口受理',
      REVIEWER: '审核',
      FINANCE: '财政',
      TREASURY: '国库支付',
      AUDITOR: '审计',
      SYSTEM_ADMINISTRATOR: '系统管理员',
      SECURITY_ADMINISTRATOR: '安全管理员',
      AUDIT_ADMINISTRATOR: '审计管理员',
    },
  },
  en: {
    product: 'Duixian',
    productLong: 'Duixian · enterprise subsidies, paid and audited',
    menu: {
      dashboard: 'Dashboard',
      claims: 'Claims',
      policies: 'Policies',
      enterprises: 'Enterprises',
      payments: 'Payments',
      events: 'Event log',
      securityLog: 'Security log',
      setAside: 'Complete data',
      users: 'Users',
    },
    language: 'Language',
    behind:
      'What you have just done is on record, and this page does not show it yet. Look again in a moment; do not enter it anew.',
    roles: {
      CLERK: 'Window clerk',
      REVIEWER: 'Reviewer',
      FINANCE: 'Finance',
      TREASURY: 'Treasury',
      AUDITOR: 'Auditor',
      SYSTEM_ADMINISTRATOR: 'System administrator',
      SECURITY_ADMINISTRATOR: 'Security administrator',
      AUDIT_ADMINISTRATOR: 'Audit administrator',
    },
  },
});
