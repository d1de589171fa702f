import { defineMessages } from '../i18n/messages.js';

export const asOfMessages = defineMessages({
  zh: {
    position: (position: string) => `截至日志第 ${position} 号`,
    change: '查看过去的情况',
    moment: '截至时间（北京时间）',
    momentHint: '当时已记录的内容',
    number: '或：截至日志序号',
    look: '查看',
    back: '回到当前',
    past: (when: string) => `正在查看过去的情况：截至${when}`,
    pastNumber: (position: string) => `日志第 ${position} 号`,
    pastHint: '列表、详情和合计均为当时的情况，不能在此办理。',
    noPast: (when: string) => `本页显示的是当前情况；其他页面截至${when}`,
    noPastHint: '本页内容不取自日志，没有过去的情况可看。',
  },
  en: {
    position: (position: string) => `as of log position ${position}`,
    change: 'Look at the past',
    moment: 'As of (Beijing time)',
    momentHint: 'What had been recorded by then',
    number: 'Or as of log position',
    look: 'Look',
    back: 'Back to the present',
    past: (when: string) => `You look at the past, as of ${when}`,
    pastNumber: (position: string) => `log position ${position}`,
    pastHint: 'Lists, records and totals are as they were then; nothing can be done here.',
    noPast: (when: string) => `This page shows the present; other pages are as of ${when}`,
    noPastHint: 'What stands here is not made of the log, and has no past to look at.',
  },
});
