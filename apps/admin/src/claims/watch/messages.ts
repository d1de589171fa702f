import { defineMessages } from '../../i18n/messages.js';

export const watchMessages = defineMessages({
  zh: {
    changed: '您打开此页后，此件有变化；页面仍是先前的内容。',
    entry: (what: string, who: string, when: string) => `${what}（${who}，${when}）`,
    load: '载入最新',
    loadHint: '已填写的文字不会丢失。',
    otherTab: '此件也在本浏览器的另一个标签页中打开，请勿在两处同时办理。',
  },
  en: {
    changed: 'Something happened to this claim since you opened it; the page still shows what was before.',
    entry: (what: string, who: string, when: string) => `${what} (${who}, ${when})`,
    load: 'Load the latest',
    loadHint: 'Nothing that you typed is lost.',
    otherTab: 'This claim is also open in another tab of this browser: do not work on it in both.',
  },
});
