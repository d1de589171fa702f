import { defineMessages } from '../i18n/messages.js';

export const draftMessages = defineMessages({
  zh: {
    offered: (when: string) => `您 ${when} 填写的内容尚未提交`,
    kept: '只存在这台电脑的浏览器里，退出登录即清除；不含账号、联系方式和验证码。',
    restore: '恢复',
    discard: '丢弃',
    unsentClaims: '尚未提交的申报',
    goOn: '继续填写',
    writtenAt: (when: string) => `填写于 ${when}`,
    discardNamed: (about: string) => `丢弃：${about}`,
    goOnNamed: (about: string) => `继续填写：${about}`,
    gone: '这家企业或这一条款现在不能申报，草稿仍保留。',
  },
  en: {
    offered: (when: string) => `What you typed at ${when} has not been sent`,
    kept: 'It is in this browser only, until you sign out; accounts, contacts and codes are never kept.',
    restore: 'Restore',
    discard: 'Discard',
    unsentClaims: 'Claims not submitted yet',
    goOn: 'Go on',
    writtenAt: (when: string) => `typed at ${when}`,
    discardNamed: (about: string) => `Discard: ${about}`,
    goOnNamed: (about: string) => `Go on: ${about}`,
    gone: 'The enterprise or the clause takes no claims now. The draft is kept.',
  },
});
