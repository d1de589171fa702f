import { defineMessages } from '../../i18n/messages.js';

export const followingMessages = defineMessages({
  zh: {
    title: '容缺材料',
    due: (day: string) => `${day}前补交`,
    handedIn: (on: string, by: string) => `${on} 已补交（${by}登记）`,
    chip: '容缺',
    notice: '打印受理通知书',
    lacking: '缺少，可后补',
    within: (days: number) => `受理后 ${String(days)} 个工作日内补交`,
    awaited: '容缺材料尚未补齐',
  },
  en: {
    title: 'Papers to follow',
    due: (day: string) => `to be handed in by ${day}`,
    handedIn: (on: string, by: string) => `handed in on ${on} (recorded by ${by})`,
    chip: 'Papers to follow',
    notice: 'Print the notice of acceptance',
    lacking: 'Missing, may follow',
    within: (days: number) => `within ${String(days)} working days of the acceptance`,
    awaited: 'Papers are still to follow',
  },
});
