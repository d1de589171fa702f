import { defineMessages } from '../i18n/messages.js';
import { ApiError } from './errors.js';

export const apiMessages = defineMessages({
  zh: {
    unreachable: '连不上服务。请检查网络，稍后再试。',
    forbidden: '您的账号没有这项权限。如工作需要，请联系管理员。',
    badInput: '请求的内容不被接受，请检查填写的内容。',
    server: '服务出错，未能完成。请稍后再试；若仍出现，请联系管理员。',
    unexpected: '服务的答复与本页面的版本不符，请刷新页面。',
  },
  en: {
    unreachable: 'The server cannot be reached. Check the network and try again.',
    forbidden: 'Your account may not do this. Ask an administrator if your work needs it.',
    badInput: 'The server did not accept the request. Check what you entered.',
    server: 'The server failed to complete this. Try again later; if it persists, tell an administrator.',
    unexpected: 'The answer does not fit this version of the page. Reload the page.',
  },
});

/** One sentence for a person about an operation that failed. */
export function errorSentence(error: unknown, texts: (typeof apiMessages)['zh']): string {
  if (!(error instanceof ApiError)) return texts.server;
  switch (error.code) {
    case 'UNREACHABLE':
      return texts.unreachable;
    case 'FORBIDDEN':
      return texts.forbidden;
    case 'BAD_USER_INPUT':
      return texts.badInput;
    case 'UNEXPECTED_ANSWER':
      return texts.unexpected;
    case 'SERVER':
    case 'UNAUTHENTICATED':
      return texts.server;
  }
}
