import { defineMessages } from '../i18n/messages.js';

export const printMessages = defineMessages({
  zh: {
    print: '打印',
    position: (position: string) => `截至日志第 ${position} 号`,
    printedAt: (moment: string) => `打印时间 ${moment}（北京时间）`,
    printedBy: (who: string) => `打印人 ${who}`,
  },
  en: {
    print: 'Print',
    position: (position: string) => `as of log position ${position}`,
    printedAt: (moment: string) => `printed at ${moment} (Beijing time)`,
    printedBy: (who: string) => `by ${who}`,
  },
});
