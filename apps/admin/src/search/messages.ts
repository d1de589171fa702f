import { defineMessages } from '../i18n/messages.js';

export const searchMessages = defineMessages({
  zh: {
    search: '查找',
    open: '查找（Ctrl+K）',
    label: '查找申报件、企业、拨付、条款和页面',
    hint: '申报号、企业名称或信用代码、文号、条款、页面名称',
    keys: '↑↓ 选择，回车打开，Esc 关闭',
    searching: '正在查找…',
    nothing: (text: string) => `没有找到“${text}”`,
    nothingHint: '申报号可只输开头；企业名称可只输一部分；信用代码须输全 18 位。',
    groups: { claims: '申报件', enterprises: '企业', payments: '拨付', clauses: '政策条款', pages: '页面' },
    more: {
      claims: '在申报件列表中查看全部',
      enterprises: '在企业列表中查看全部',
      payments: '在拨付列表中查看全部',
    },
    pages: { newClaim: '新申报', newEnterprise: '登记企业', importList: '导入认定名单', account: '我的账号' },
    found: (count: number) => `找到 ${String(count)} 项`,
  },
  en: {
    search: 'Search',
    open: 'Search (Ctrl+K)',
    label: 'Search claims, enterprises, payments, clauses and pages',
    hint: 'A claim’s number, an enterprise’s name or code, a document’s number, a clause, a page',
    keys: '↑↓ choose, Enter opens, Esc closes',
    searching: 'Searching…',
    nothing: (text: string) => `Nothing is called “${text}”`,
    nothingHint:
      'Of a claim’s number the beginning will do, of a name any part; a credit code has all its 18 characters.',
    groups: { claims: 'Claims', enterprises: 'Enterprises', payments: 'Payments', clauses: 'Clauses', pages: 'Pages' },
    more: {
      claims: 'All of them in the list of claims',
      enterprises: 'All of them in the list of enterprises',
      payments: 'All of them in the list of payments',
    },
    pages: {
      newClaim: 'New claim',
      newEnterprise: 'Register enterprise',
      importList: 'Import a list of recognitions',
      account: 'My account',
    },
    found: (count: number) => `${String(count)} found`,
  },
});

export type SearchTexts = (typeof searchMessages)['zh'];
