import { defineMessages } from '../i18n/messages.js';
import { ApiError } from './errors.js';
import type { Bilingual } from './fragments.js';

export const apiMessages = defineMessages({
  zh: {
    unreachable: '连不上服务。请检查网络，稍后再试。',
    forbidden: '您的账号没有这项权限。如工作需要，请联系管理员。',
    asOfAhead: '该时点尚未到来。请填写更早的时间或更小的日志序号，或回到当前。',
    asOfBefore: '该时间早于日志的第一条记录。请填写更晚的时间，或回到当前。',
    badInput: '请求的内容不被接受，请检查填写的内容。',
    inWords: ({ zh }: Bilingual) => zh,
    recorded: '已记录在案，页面稍后更新。请勿重新填报，稍后刷新查看。',
    recordedOtherwise: '本表单先前提交的内容已记录在案，与现在填写的不同。请关闭后查看记录，再决定是否另行办理。',
    notRecorded: '本次操作未被记录，填写的内容仍在。请稍后再次提交。',
    unknownYet: '尚不能确定是否已记录。请稍后原样再次提交：即使已经记录，也只生效一次。',
    server: '服务出错，未能完成。请稍后再试；若仍出现，请联系管理员。',
    unexpected: '服务的答复与本页面的版本不符，请刷新页面。',
  },
  en: {
    unreachable: 'The server cannot be reached. Check the network and try again.',
    forbidden: 'Your account may not do this. Ask an administrator if your work needs it.',
    asOfAhead: 'That is yet to come. State an earlier moment or position, or go back to the present.',
    asOfBefore: 'That is before the first event of the log. State a later moment, or go back to the present.',
    badInput: 'The server did not accept the request. Check what you entered.',
    inWords: ({ en }: Bilingual) => en,
    recorded: 'It is on record; the page will show it shortly. Do not enter it anew: look again in a moment.',
    recordedOtherwise:
      'What this form sent before is on record, and differs from what stands in it now. Close it, look at the record, and then decide.',
    notRecorded: 'Nothing of this was recorded, and what you entered is still here. Send it again in a moment.',
    unknownYet:
      'Whether it was recorded is not known yet. Send the same again in a moment: it takes effect once, even if it was.',
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
    case 'PASSWORD_EXPIRED':
    case 'SECOND_FACTOR_REQUIRED':
      return texts.forbidden;
    case 'BAD_USER_INPUT':
      return error.says === null ? texts.badInput : texts.inWords(error.says);
    case 'AS_OF_AHEAD':
      return texts.asOfAhead;
    case 'AS_OF_BEFORE':
      return texts.asOfBefore;
    case 'RECORDED':
      return texts.recorded;
    case 'RECORDED_OTHERWISE':
      return texts.recordedOtherwise;
    case 'NOT_RECORDED':
      return texts.notRecorded;
    case 'UNKNOWN_YET':
      return texts.unknownYet;
    case 'UNEXPECTED_ANSWER':
      return texts.unexpected;
    case 'SERVER':
    case 'UNAUTHENTICATED':
      return texts.server;
  }
}
