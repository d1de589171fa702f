import {
  HINT_REASON_NAMES,
  OBJECTION_STANDING_NAMES,
  OBJECTOR_KIND_NAMES,
  UPHELD_STEP_NAMES,
} from '@duixian/casework/names';
import { defineMessages } from '../i18n/messages.js';
import { namesIn } from '../i18n/names.js';

export const objectionMessages = defineMessages({
  zh: {
    title: '公示与异议',
    none: '没有收到异议。窗口收到书面异议后，用“登记异议”录入。',
    noneYet: '尚未公示；公示后收到的异议登记在这里。',
    standings: namesIn('zh', OBJECTION_STANDING_NAMES),
    kinds: namesIn('zh', OBJECTOR_KIND_NAMES),
    hints: namesIn('zh', HINT_REASON_NAMES),
    steps: namesIn('zh', UPHELD_STEP_NAMES),
    overdue: '答复逾期',
    showObjector: '查看异议人（留痕）',
    what: '异议内容',
    evidence: '依据',
    by: '异议人',
    anonymous: '匿名',
    receivedOn: '收到日期',
    recorded: (received: string, recorded: string) =>
      received === recorded ? received : `${received}（${recorded} 登记）`,
    hint: '仅作线索',
    answerBy: '答复期限',
    answer: '答复',
    answeredBy: '答复人',
    then: '后续办理',
  },
  en: {
    title: 'Publicity and objections',
    none: 'No objection came in. The window enters one that it receives with “Record an objection”.',
    noneYet: 'Not publicised yet; objections that come in afterwards stand here.',
    standings: namesIn('en', OBJECTION_STANDING_NAMES),
    kinds: namesIn('en', OBJECTOR_KIND_NAMES),
    hints: namesIn('en', HINT_REASON_NAMES),
    steps: namesIn('en', UPHELD_STEP_NAMES),
    overdue: 'Answer overdue',
    showObjector: 'Show who objects (on record)',
    what: 'Objection',
    evidence: 'Evidence',
    by: 'Who objects',
    anonymous: 'Anonymous',
    receivedOn: 'Received',
    recorded: (received: string, recorded: string) =>
      received === recorded ? received : `${received} (recorded ${recorded})`,
    hint: 'A hint only',
    answerBy: 'To be answered by',
    answer: 'Answer',
    answeredBy: 'Answered by',
    then: 'What follows',
  },
});
