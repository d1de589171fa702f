import { defineMessages } from '../../i18n/messages.js';

export const noticeMessages = defineMessages({
  zh: { back: '返回申报件', none: '没有这份通知。', noneHint: '请从申报件页面打开。' },
  en: { back: 'Back to the claim', none: 'There is no such notice.', noneHint: 'Open it from the page of the claim.' },
});
