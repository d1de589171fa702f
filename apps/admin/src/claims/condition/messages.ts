import { defineMessages } from '../../i18n/messages.js';

export const conditionMessages = defineMessages({
  zh: {
    title: '附带条件',
    said: (whose: string, on: string) => `${whose}，${on}`,
    open: '待核定时答复',
    met: (how: string) => `已满足：${how}`,
    note: '以下部门附条件同意：',
    of: (whose: string, what: string) => `${whose}：${what}`,
  },
  en: {
    title: 'Conditions',
    said: (whose: string, on: string) => `${whose}, ${on}`,
    open: 'The determination is to answer it',
    met: (how: string) => `Met: ${how}`,
    note: 'Agreed to on conditions:',
    of: (whose: string, what: string) => `${whose}: ${what}`,
  },
});
